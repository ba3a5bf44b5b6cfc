import { setTimeout as wait } from 'node:timers/promises';
import type { MediaError, ParticipantId, RoomId } from '@yaji/contracts';
import { err, ok, type Result } from '@yaji/kit';
import type { Tokens } from '@yaji/platform';
import { boothIn } from '../studio/booths.ts';
import type { Booth, Studio } from '../studio/studio.ts';
import type { Studios } from '../studio/studios.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';

/** A client that may come in: its room here and the worker that carries it. */
export type Welcome = { studio: Studio; booth: Booth; participantId: ParticipantId };

/** The news of an admission may reach this node a moment after the client does. */
const admissionPatienceMs = 2_000;
const lookEveryMs = 50;

type House = { studios: Studios; pool: WorkerPool };

/** Who may connect: a valid pass of somebody whom the room has admitted, while there is room in a worker. */
export async function receiveClient(pass: unknown, by: House & { tokens: Tokens }): Promise<Result<Welcome, MediaError>> {
  const claims = typeof pass === 'string' ? await by.tokens.verifyMediaPass(pass) : null;
  return claims ? welcome(claims, by) : err('media/unauthorised');
}

/** The same for whoever has shown by other means who he is. */
export async function welcome(claims: { roomId: string; participantId: string }, by: House): Promise<Result<Welcome, MediaError>> {
  const participantId = claims.participantId as ParticipantId;
  const studio = await by.studios.enter(claims.roomId as RoomId);
  if (!await becomesAdmitted(studio, participantId)) return err('media/unauthorised');
  const homes = new Set(studio.booths.keys());
  const worker = by.pool.pick(homes);
  if (!worker) return err('media/busy');
  return ok({ studio, participantId, booth: await boothIn(studio, worker) });
}

async function becomesAdmitted(studio: Studio, participantId: ParticipantId): Promise<boolean> {
  for (let waited = 0; waited < admissionPatienceMs; waited += lookEveryMs) {
    if (studio.scene.admitted.has(participantId)) return true;
    await wait(lookEveryMs);
  }
  return false;
}
