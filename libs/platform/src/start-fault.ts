/** Why an app cannot start: one sentence with the remedy, for a person at a terminal. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}

const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : '';
};

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ECONNRESET', 'EAI_AGAIN', 'CONNECTION_CLOSED']);
const refusedByPostgres: Record<string, string> = { '28P01': 'refuses the password', '28000': 'refuses the user', '3D000': 'has no such database' };

/** Host and port alone: an address may hold a password. */
const placeOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : 'the given address');

export function databaseFault(databaseUrl: string, cause: unknown): StartFault {
  const why = refusedByPostgres[codeOf(cause)] ?? (unreachable.has(codeOf(cause)) ? 'does not answer' : `cannot be used (${cause instanceof Error ? cause.message : String(cause)})`);
  return new StartFault(`Postgres at ${placeOf(databaseUrl)} ${why}: start it, correct DATABASE_URL, or run \`npm start\`, which brings its own.`, { cause });
}

export const redisFault = (redisUrl: string, cause: unknown): StartFault =>
  new StartFault(`Redis at ${placeOf(redisUrl)} does not answer: start it, correct REDIS_URL, or run \`npm start\`, which brings its own.`, { cause });

/** Null when the error is not about listening. `variable` is the setting that names the port. */
export function listenFault(host: string, port: number, variable: string, cause: unknown): StartFault | null {
  if (codeOf(cause) === 'EADDRINUSE') return new StartFault(`Port ${port} on ${host} is in use: end the other program or set ${variable} to a free port.`, { cause });
  if (codeOf(cause) === 'EACCES') return new StartFault(`Port ${port} on ${host} may not be opened by this user: set ${variable} to a port above 1023.`, { cause });
  if (codeOf(cause) === 'EADDRNOTAVAIL') return new StartFault(`This machine has no address ${host}: correct YAJI_HOST.`, { cause });
  return null;
}
