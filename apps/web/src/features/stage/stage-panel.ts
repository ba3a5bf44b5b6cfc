import type { LocalText, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { entriesInOrder, greenRoom, type Stage } from '@yaji/salon';
import type { RoomView } from '../../live/room-view.ts';
import { type Plate, plateOf } from '../member/plate.ts';

/** Who is seen, and how. `beside`: smaller pictures, in the order of the stage. */
export type StagePanel = {
  state: 'speaking' | 'paused' | 'empty' | 'before' | 'closed';
  turn: number | null;
  speaker: Plate | null;
  beside: { plate: Plate; next: boolean }[];
  layout: Stage['layout'];
  title: DeepReadonly<LocalText>;
};

const besideMost = 8;

export function stagePanel({ room }: RoomView): StagePanel {
  const { current } = room.floor;
  const { layout, guests } = room.stage;
  const next = entriesInOrder(room).map(({ participantId }) => participantId).filter((id) => room.members[id]?.place).slice(0, 2);
  const beside: ParticipantId[] = layout === 'speaker' ? [] : [...new Set([...guests, ...next])].filter((id) => id !== current?.participantId);
  const item = room.agenda.items.find(({ itemId }) => itemId === room.agenda.runningItem);
  return {
    state: room.phase === 'closed' ? 'closed' : current ? (current.clock.runningSince === null ? 'paused' : 'speaking') : room.floor.turns === 0 && !item ? 'before' : 'empty',
    turn: current?.turn ?? null,
    speaker: current && plateOf(room, current.participantId),
    beside: beside.slice(0, besideMost).map((id) => ({ plate: plateOf(room, id), next: next.includes(id) })),
    layout,
    title: item?.title ?? room.title,
  };
}

/** Who is getting ready, as the moderators see it. */
export const greenRoomPanel = ({ room }: RoomView): Plate[] => greenRoom(room).map((id) => plateOf(room, id));
