import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Problem } from '@yaji/contracts';
import { type Log, StorageAway, StorageFull } from '@yaji/platform';
import type { Response } from 'express';
import { isUnavailable } from './unavailable.ts';

/** Every way in which a REST door can refuse: status and what a person reads. */
export const problems = {
  'contract/invalid': { status: 400, message: 'Something in the request is wrong; `faults` says what and where.' },
  'join/name-needed': { status: 400, message: 'This link is not made out to a person: give a name.' },
  'door/unauthorised': { status: 401, message: 'This needs a session of the salon, or the operator’s key.' },
  'invitation/invalid': { status: 401, message: 'This link is not valid, or no longer. Ask the organiser for a new one.' },
  'door/not-found': { status: 404, message: 'There is nothing here, or nothing for you.' },
  'job/not-now': { status: 409, message: 'This piece of work stands in a way in which that cannot be done. Look at it again.' },
  'transcript/changed': { status: 409, message: 'The transcript reads otherwise by now, so nothing was changed. Look at it again.' },
  'push/address': { status: 400, message: 'This is no RTMP address with a stream key, such as rtmp://live.example.org/app and the key that its service shows you.' },
  'push/host-unknown': { status: 400, message: 'There is no such host. Check the address for slips.' },
  'push/host-forbidden': { status: 400, message: 'This host is inside the server’s own network. Whoever runs the server can allow that with YAJI_PUSH_PRIVATE=allow.' },
  'push/too-many': { status: 409, message: 'The room has as many addresses as it may. Remove one first.' },
  'door/too-large': { status: 413, message: 'That is more than is taken here.' },
  'export/not-yet': { status: 409, message: 'The room is still open: its moderators alone can take files away now. Try again when it has closed.' },
  'file/range': { status: 416, message: 'The file has no such part.' },
  'recording/none': { status: 409, message: 'Nothing of this room has been published yet. Once its recording is there it can be made anew.' },
  'edition/moved-on': { status: 409, message: 'Somebody changed this text meanwhile. Read it again, then try again.' },
  'edition/approved': { status: 409, message: 'This text has been approved and is not changed any more. Add an amendment instead.' },
  'edition/not-reviewed': { status: 409, message: 'Only a reviewed text can be approved, and only an approved one amended.' },
  'edition/too-much': { status: 409, message: 'That is more than one text can hold.' },
  'door/too-fast': { status: 429, message: 'Too many requests from your address. Try again in a minute.' },
  'door/failed': { status: 500, message: 'This went wrong on our side. It has been noted.' },
  'door/unavailable': { status: 503, message: 'The salon’s log cannot be reached at the moment. Try again in a few seconds.' },
  'storage/away': { status: 503, message: 'The storage that keeps this cannot be reached at the moment. Try again in a minute.' },
  'storage/full': { status: 507, message: 'There is no room left on the server’s disk.' },
} as const satisfies Record<string, { status: number; message: string }>;
export type ProblemCode = keyof typeof problems;

/** Thrown by services, answered as a `Problem`. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly code: ProblemCode, readonly faults?: Problem['faults']) {
    super(problems[code].message);
  }
}

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'contract/invalid', 401: 'door/unauthorised', 403: 'door/not-found', 404: 'door/not-found', 413: 'door/too-large', 429: 'door/too-fast', 503: 'door/unavailable',
};

/** Body parsers throw plain errors that carry a status. */
const statusOf = (thrown: unknown): number | null => {
  if (thrown instanceof HttpException) return thrown.getStatus();
  return typeof thrown === 'object' && thrown !== null && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : null;
};

export function codeFor(thrown: unknown): ProblemCode {
  if (thrown instanceof Refused) return thrown.code;
  if (thrown instanceof StorageFull) return 'storage/full';
  if (thrown instanceof StorageAway) return 'storage/away';
  if (isUnavailable(thrown)) return 'door/unavailable';
  return byStatus[statusOf(thrown) ?? 500] ?? 'door/failed';
}

/** What the health doors say about themselves is passed on as it is. */
const ownAnswer = (thrown: unknown): object | null => {
  const body = thrown instanceof HttpException ? thrown.getResponse() : null;
  return typeof body === 'object' && body !== null && 'probes' in body ? body : null;
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const code = codeFor(thrown);
    if (code === 'door/failed') this.log.error({ err: thrown }, 'a request failed');
    if (code === 'storage/away') this.log.warn({ err: thrown }, 'the storage is away');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { status, message } = problems[code];
    const faults = thrown instanceof Refused && thrown.faults ? { faults: thrown.faults } : {};
    response.status(status).json(ownAnswer(thrown) ?? ({ code, message, ...faults } satisfies Problem));
  }
}
