/** Classes of SQLSTATE that say: the server, not the statement. 08 connection, 53 resources, 57P shutting down or starting, 25006 read only. */
const serverStates = /^(08|53|57P|25006)/;
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
/** What `pg` says in words alone. */
const wordings = /timeout exceeded when trying to connect|Connection terminated|query read timeout|Client has encountered a connection error/i;
const names = new Set(['StoreFailed', 'EngineClosed', 'LogTooSlow', 'RedisAway']);

const signs: readonly ((thrown: Record<string, unknown>) => boolean)[] = [
  ({ name }) => typeof name === 'string' && names.has(name),
  ({ code }) => typeof code === 'string' && (networkCodes.has(code) || serverStates.test(code)),
  ({ message }) => typeof message === 'string' && wordings.test(message),
  ({ cause }) => isUnavailable(cause),
  ({ driverError }) => isUnavailable(driverError),
  ({ errors }) => Array.isArray(errors) && errors.some(isUnavailable),
];

/** Whether a failure means that a port is away for now, rather than a bug. Looks through causes. */
export const isUnavailable = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && signs.some((sign) => sign(thrown as Record<string, unknown>));
