import { randomUUID } from 'node:crypto';
import type { CommandId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { Studio } from '../studio/studio.ts';

/** So often what was heard on an open floor is booked; and once more when it closes. */
const everyMs = 30_000;

/** Books what was heard since the last time, each with whom it was heard of. */
export async function bookOpenSpeech({ roomId, log, openSpeech }: Studio, engine: Engine): Promise<void> {
  const heard = [...openSpeech].map(([participantId, { speechMs }]) => ({ participantId, speechMs })).filter(({ speechMs }) => speechMs > 0);
  openSpeech.clear();
  for (const data of heard) {
    try {
      const outcome = await engine.handle(roomId, { type: 'floor.measureOpen', data }, { by: null, commandId: randomUUID() as CommandId });
      if (!outcome.ok) log.info({ roomId, code: outcome.refusal.code }, 'what was heard on the open floor was not taken');
    } catch (cause) {
      log.error({ roomId, err: cause }, 'what was heard on the open floor could not be written');
    }
  }
}

/** Books while the floor is open. Returns how to stop. */
export function keepOpenSpeech(studio: Studio, engine: Engine): () => void {
  const booking = setInterval(() => void bookOpenSpeech(studio, engine), everyMs);
  return () => clearInterval(booking);
}
