import type { Booklet, InvitationSeen, JoinBody, Joined, Problem } from '@yaji/contracts';

/** The server's no, or its silence (`code` 'network'). */
export class RestFault extends Error {
  override name = 'RestFault';
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number, options?: ErrorOptions) {
    super(`${code} (${status})`, options);
    this.code = code;
    this.status = status;
  }
}

type Asking = { token?: string | undefined; body?: unknown; signal?: AbortSignal | undefined; method?: 'DELETE' | 'PATCH' | 'PUT' };

/** GET, or POST where there is a body, if no method is named. Rejects with a RestFault. */
export async function ask<T>(path: string, asking?: Asking): Promise<T> {
  const answer = await order(path, asking);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

/** The same where the server accepts and answers nothing more. */
export async function order(path: string, { token, body, signal, method }: Asking = {}): Promise<Response> {
  const headers = { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) };
  const request: RequestInit = { headers, signal: signal ?? null, ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }), ...(method && { method }) };
  const answer = await fetch(`/api${path}`, request).catch((error: unknown) => {
    throw new RestFault('network', 0, { cause: error });
  });
  if (!answer.ok) throw new RestFault(await problemOf(answer), answer.status);
  return answer;
}

async function problemOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.includes('json')) return `http/${answer.status}`;
  return (await answer.json() as Partial<Problem>).code ?? `http/${answer.status}`;
}

export const readInvitation = (invitation: string): Promise<InvitationSeen> => ask('/invitation', { token: invitation });
/** `before`: the session that this link gave earlier, so that a guest stays who he was. */
export const join = (body: JoinBody, before?: string): Promise<Joined> => ask('/join', { body, token: before });
export const readBooklet = (salon: string): Promise<Booklet> => ask(`/salons/${encodeURIComponent(salon)}`);
