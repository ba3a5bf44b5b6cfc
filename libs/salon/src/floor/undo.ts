import type { RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { PastTurn } from './floor.ts';

/** For how long a grant or an end can be taken back, milliseconds. */
export const undoWindowMs = 60_000;

/** [F14] [F15] Takes back the grant of the turn under way, or the end of the last one. `turn` is the turn that was granted or ended. */
export function undo(room: DeepReadonly<Room>, turn: number, at: number): Verdict {
  const { current, past } = room.floor;
  const last = past.at(-1);
  if (current) {
    if (current.turn !== turn || at - current.startedAt > undoWindowMs) return refuse('floor/nothing-to-undo');
    const undone: RoomEvent = { type: 'TurnUndone', data: { turn } };
    return last && last.turn === current.replaces && isHere(room, last) ? accept(undone, ...reopen(room, last)) : accept(undone);
  }
  if (last?.turn !== turn || at - last.endedAt > undoWindowMs) return refuse('floor/nothing-to-undo');
  return isHere(room, last) ? accept(...reopen(room, last)) : refuse('floor/not-present');
}

const isHere = (room: DeepReadonly<Room>, { participantId }: DeepReadonly<PastTurn>): boolean => Boolean(room.members[participantId]?.place);

/** Whoever speaks again no longer waits (F1). */
function reopen(room: DeepReadonly<Room>, { turn, participantId }: DeepReadonly<PastTurn>): RoomEvent[] {
  const waiting = room.floor.queue.find((entry) => entry.participantId === participantId);
  const reopened: RoomEvent = { type: 'TurnReopened', data: { turn } };
  return waiting ? [{ type: 'FloorWithdrawn', data: { entryId: waiting.entryId } }, reopened] : [reopened];
}
