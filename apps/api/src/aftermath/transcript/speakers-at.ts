import type { ParticipantId, Recorded } from '@yaji/contracts';
import { apply, emptyRoom } from '@yaji/salon';

/** Who had the floor; both null: nobody. */
export type Speaking = { turn: number | null; participantId: ParticipantId | null };

/** Who had the floor at each of these instants (UTC milliseconds, rising), as the log tells it. */
export function speakersAt(log: readonly Recorded[], instants: readonly number[]): Speaking[] {
  const room = emptyRoom();
  let read = 0;
  return instants.map((at) => {
    for (let next = log[read]; next && next.at <= at; next = log[read]) {
      apply(room, next);
      read += 1;
    }
    const { current } = room.floor;
    return { turn: current?.turn ?? null, participantId: current?.participantId ?? null };
  });
}
