import type { ParticipantId } from '@yaji/contracts';
import { nextUp, undoWindowMs } from '@yaji/salon';
import { pendingOf } from '../../../live/pending.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { type Plate, plateOf } from '../../member/plate.ts';

/** What a moderator can do about the floor now. */
export type DeskTurn = {
  /** The number that "next" is said with, so that two moderators do not skip a speaker. */
  afterTurn: number;
  next: Plate | null;
  granting: boolean;
  current: { turn: number; participantId: ParticipantId; paused: boolean } | null;
  /** The turn whose grant or end can be taken back. */
  undo: number | null;
  listOpen: boolean;
};

export function deskTurn({ room, now, pending }: RoomView): DeskTurn {
  const { current, past, turns, list } = room.floor;
  const next = nextUp(room, null);
  const last = past.at(-1);
  const undoable = current ? { turn: current.turn, at: current.startedAt } : last ? { turn: last.turn, at: last.endedAt } : null;
  return {
    afterTurn: turns, next: next ? plateOf(room, next.participantId) : null, listOpen: list === 'open',
    granting: pendingOf(pending, 'floor.grantNext') || pendingOf(pending, 'floor.grantTo'),
    current: current && { turn: current.turn, participantId: current.participantId, paused: current.clock.runningSince === null },
    undo: undoable && now - undoable.at <= undoWindowMs ? undoable.turn : null,
  };
}
