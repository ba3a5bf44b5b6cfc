import type { LocalText, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { foreseen, greenRoom, type Stage, voiceOf } from '@yaji/salon';
import type { RoomView } from '../../live/room-view.ts';
import { type Plate, plateOf } from '../member/plate.ts';

/** Why somebody is on the stage beside the speaker, strongest first. */
export type Beside = { plate: Plate; as: 'interrupted' | 'next' | 'guest' };
/** Who is seen, and how. `beside`: smaller pictures, in the order of the stage. */
export type StagePanel = {
  /** `open`: nobody has a turn, and everybody of `together` may speak. */
  state: 'speaking' | 'paused' | 'open' | 'empty' | 'before' | 'closed';
  turn: number | null;
  speaker: Plate | null;
  /** Who interprets the speaker at this moment, and is heard instead. */
  interpreter: Plate | null;
  /** Who waits to go on when the speaker is done. */
  interrupted: Plate | null;
  /** Whose page brings what is heard; null: nobody's, or that of several. */
  voice: ParticipantId | null;
  beside: Beside[];
  together: Plate[];
  layout: Stage['layout'];
  title: DeepReadonly<LocalText>;
};

const besideMost = 8;
const togetherMost = 24;

export function stagePanel({ room }: RoomView): StagePanel {
  const { current, interrupted } = room.floor;
  const item = room.agenda.items.find(({ itemId }) => itemId === room.agenda.runningItem);
  const state = stateOf(room);
  const plate = (id: ParticipantId | null | undefined) => (id ? plateOf(room, id) : null);
  return {
    state, layout: room.stage.layout,
    turn: current?.turn ?? null,
    speaker: plate(current?.participantId), interpreter: plate(current?.interpretation?.by), interrupted: plate(interrupted.at(-1)?.participantId),
    voice: state === 'speaking' ? voiceOf(room) : null,
    beside: besideOf(room),
    together: state === 'open' ? room.stage.guests.slice(0, togetherMost).map((id) => plateOf(room, id)) : [],
    title: item?.title ?? room.title,
  };
}

function stateOf(room: RoomView['room']): StagePanel['state'] {
  const { floor: { current, mode, turns }, phase, agenda } = room;
  if (phase === 'closed') return 'closed';
  if (current) return (current.interpretation?.by ? current.interpretation.clock : current.clock).runningSince === null ? 'paused' : 'speaking';
  if (phase === 'open' && mode === 'open') return 'open';
  return turns === 0 && agenda.runningItem === null ? 'before' : 'empty';
}

/** Whoever was interrupted is seen beside the speaker in every layout. */
function besideOf(room: RoomView['room']): Beside[] {
  const { current, interrupted, mode } = room.floor;
  const { layout, guests } = room.stage;
  if (mode === 'open') return [];
  const waiting = [...interrupted].reverse().map(({ participantId }) => participantId);
  const next = foreseen(room).slice(0, 2);
  const ids = [...new Set([...waiting, ...(layout === 'speaker' ? [] : [...guests, ...next])])].filter((id) => id !== current?.participantId);
  return ids.slice(0, besideMost).map((id) => ({ plate: plateOf(room, id), as: waiting.includes(id) ? 'interrupted' : next.includes(id) ? 'next' : 'guest' }));
}

/** Who is getting ready, as the moderators see it. */
export const greenRoomPanel = ({ room }: RoomView): Plate[] => greenRoom(room).map((id) => plateOf(room, id));
