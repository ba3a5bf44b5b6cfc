import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';

/**
 * Whether a turn is over of which something was recorded: it is written down anew as a whole, out of its sound, in the place of what was heard of it
 * while it went on (`transcribe`). What a slow recogniser tells after that would stand there twice.
 */
export function isWrittenAnew({ floor, recording }: DeepReadonly<Room>, turn: number | null): boolean {
  const over = floor.past.find((one) => one.turn === turn);
  return over !== undefined && recording.pieces.some(({ startedAt, stoppedAt }) => startedAt < over.endedAt && (stoppedAt ?? over.endedAt) > over.startedAt);
}
