import type { FloorMode, ParticipantId } from '@yaji/contracts';
import { nextUp } from '@yaji/salon';
import { pendingOf } from '../../../live/pending.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { type Plate, plateOf } from '../../member/plate.ts';

/** Who is next, and what the mode makes of it. */
export type ModePanel = {
  mode: FloorMode;
  busy: boolean;
  /** Who has still to speak in the fixed order. */
  playlist: Plate[];
  /** The speakers of the running item: where a fixed order begins. */
  programmed: ParticipantId[];
  /** Whom the speaker named, and the turn that a veto names. */
  nominee: { plate: Plate; turn: number } | null;
  /** Among how many the lot would decide. */
  among: number;
  /** Whose turn the open floor would end. */
  cuts: Plate | null;
};

export function modePanel({ room, pending }: RoomView): ModePanel {
  const { floor, agenda } = room;
  const { current, past, mode, playlist } = floor;
  const item = agenda.items.find(({ itemId }) => itemId === agenda.runningItem);
  const named = current ? current.nominee : floor.nominee;
  const turn = current?.turn ?? past.at(-1)?.turn;
  return {
    mode, busy: pendingOf(pending, 'floor.setMode'), playlist: playlist.map((id) => plateOf(room, id)),
    programmed: (item?.speakers ?? []).filter((id) => room.members[id] !== undefined),
    nominee: mode === 'nomination' && named !== null && turn !== undefined ? { plate: plateOf(room, named), turn } : null,
    among: mode === 'draw' ? amongOf(room) : 0, cuts: current && plateOf(room, current.participantId),
  };
}

/** Those of the list who are here and ask for nothing privileged. */
function amongOf(room: RoomView['room']): number {
  if (!nextUp(room, null)) return 0;
  return room.floor.queue.filter(({ lane, participantId }) => lane === 'normal' && room.members[participantId]?.place).length;
}
