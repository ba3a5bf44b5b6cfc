import { RoomId } from '@yaji/contracts';
import type { Result } from '@yaji/kit';
import type { Log } from '@yaji/platform';
import type { Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problemOf, problems, type Refused } from './problems.ts';

const offersPerMinute = 30;
const unknownRoom = '00000000-0000-0000-0000-000000000000' as RoomId;

/** What is no room's number is as good as a room that nobody has a key of. */
export const roomIn = (written: string): RoomId => RoomId.safeParse(written).data ?? unknownRoom;
export const bearerOf = ({ headers: { authorization } }: Request): string => /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
export const isOf = (request: Request, type: string): boolean => request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === type;

/** So many offers a minute from one address. */
export class OfferLimit {
  private readonly limiter = new RateLimiterMemory({ points: offersPerMinute, duration: 60 });

  async take({ ip = 'unknown' }: Request): Promise<boolean> {
    try {
      await this.limiter.consume(ip);
      return true;
    } catch (spent) {
      if (spent instanceof RateLimiterRes) return false;
      throw spent;
    }
  }
}

/** Does the work, whose success has answered already; tells a refusal, and what goes wrong on our side, which is noted. */
export async function answered(response: Response, log: Log, work: () => Promise<Result<null, Refused>>): Promise<void> {
  open(response);
  try {
    const done = await work();
    if (!done.ok) refuse(response, done.error);
  } catch (cause) {
    log.error({ err: cause }, 'an offer could not be answered');
    if (!response.headersSent) refuse(response, { code: 'ingest/busy' });
  }
}

export function tellOptions(response: Response): void {
  open(response);
  response.setHeader('access-control-allow-methods', 'POST, PATCH, DELETE, OPTIONS');
  response.setHeader('access-control-allow-headers', 'Authorization, Content-Type, If-Match');
  response.setHeader('access-control-max-age', '86400');
  response.setHeader('accept-post', 'application/sdp');
  response.status(204).end();
}

export function refuseMethod(response: Response): void {
  response.setHeader('allow', 'POST, PATCH, DELETE, OPTIONS');
  refuse(response, { code: 'ingest/method' });
}

/** What a session is created with: 201, the address by which it is ended, and the answer. */
export function tellCreated(response: Response, { location, tag, answer }: { location: string; tag: string; answer: string }): void {
  response.setHeader('location', location);
  response.setHeader('etag', tag);
  response.status(201).type('application/sdp').send(answer);
}

/** Pages of any origin may come: it is the key that lets in, and no cookie does. */
function open(response: Response): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'Location, ETag, Accept-Post, Retry-After');
}

const retryAfterSeconds: Partial<Record<Refused['code'], number>> = { 'ingest/busy': 5, 'ingest/too-fast': 60 };

function refuse(response: Response, refused: Refused): void {
  const { status } = problems[refused.code];
  const after = retryAfterSeconds[refused.code];
  if (after !== undefined) response.setHeader('retry-after', String(after));
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  // What was not read of a body that is too large is not waited for.
  if (status === 413) response.setHeader('connection', 'close');
  response.status(status).type('application/problem+json').send(JSON.stringify(problemOf(refused)));
}
