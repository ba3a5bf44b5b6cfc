import { err, ok, type Result } from '@yaji/kit';
import type { Request } from 'express';
import { isOf } from './door.ts';
import type { Refused } from './problems.ts';
import { readBody } from './read-body.ts';

/** Whether a PATCH brings candidates of the session whose ICE parameters `tag` names (RFC 9725, 4.3). ICE lite needs none of them. */
export async function checkCandidate(request: Request, tag: string): Promise<Result<null, Refused>> {
  if (!isOf(request, 'application/trickle-ice-sdpfrag')) return err({ code: 'ingest/media-type' });
  if (await readBody(request) === null) return err({ code: 'ingest/too-large' });
  const named = request.headers['if-match'];
  if (named === undefined) return err({ code: 'ingest/etag-needed' });
  if (named === '*') return err({ code: 'ingest/no-restart' });
  return named === tag ? ok(null) : err({ code: 'ingest/etag' });
}
