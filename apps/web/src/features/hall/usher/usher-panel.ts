import type { LocalText, MicrophoneId, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type Member, mayDo, nextPeople, type Room } from '@yaji/salon';
import { pendingOf } from '../../../live/pending.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { findPeople } from '../../member/people-panel.ts';
import { type Plate, plateOf } from '../../member/plate.ts';

export type Where = 'hall' | 'remote' | 'expected';
/** Somebody of the salon, as an usher needs them. `busy`: something about them is on its way. */
export type Guest = { plate: Plate; where: Where; waits: boolean; speaks: boolean; holds: MicrophoneId | null; busy: boolean };
export type UsherMicrophone = {
  microphoneId: MicrophoneId; title: DeepReadonly<LocalText>; holder: Plate | null;
  /** `unplugged`: no page brings its sound. */
  state: 'unplugged' | 'ready' | 'on-air'; busy: boolean;
};
export type UsherPanel = {
  /** One head count: with and without a device. */
  heads: Record<Where, number>;
  found: Guest[];
  /** More than are shown. */
  more: number;
  /** To whom a microphone is brought next: who speaks from the hall, and who will. */
  soon: Guest[];
  microphones: UsherMicrophone[];
  mayUse: boolean;
};

const shown = 40;
const soonMost = 4;

export function usherPanel(view: RoomView, typed: string): UsherPanel {
  const { room, me } = view;
  // Who is still to come is looked for first; the sort keeps everything else as it is found.
  const found = findPeople(view, typed).sort((one, other) => rankOf(room, one) - rankOf(room, other));
  return {
    heads: headCount(room),
    found: found.slice(0, shown).map(({ participantId }) => guestOf(view, participantId)),
    more: Math.max(0, found.length - shown),
    soon: soonInHall(room).map((id) => guestOf(view, id)),
    microphones: room.stage.microphones.map((one) => microphoneOf(view, one)),
    mayUse: mayDo(me.role, 'member.checkIn'),
  };
}

const ranks: Record<Where, number> = { expected: 0, hall: 1, remote: 2 };
const rankOf = ({ members }: DeepReadonly<Room>, { participantId }: Plate): number => ranks[whereIs(members[participantId])];

/** Displays and microphones are pages, not heads. */
function headCount({ members }: DeepReadonly<Room>): UsherPanel['heads'] {
  const heads = Object.values(members).filter(({ role, standing }) => role !== 'display' && (standing === 'admitted' || standing === 'expected'));
  const count = (where: Where) => heads.filter((member) => whereIs(member) === where).length;
  return { hall: count('hall'), remote: count('remote'), expected: count('expected') };
}

const whereIs = (member: DeepReadonly<Member> | undefined): Where => member?.place ?? 'expected';

function guestOf(view: RoomView, id: ParticipantId): Guest {
  const { room, pending } = view;
  const concerns = (data: { participantId: ParticipantId | null }) => data.participantId === id;
  return {
    plate: plateOf(room, id), where: whereIs(room.members[id]), waits: room.floor.queue.some(({ participantId }) => participantId === id),
    speaks: room.floor.current?.participantId === id, holds: room.stage.microphones.find(({ heldBy }) => heldBy === id)?.microphoneId ?? null,
    busy: pendingOf(pending, 'member.checkIn', concerns) || pendingOf(pending, 'floor.add', concerns) || pendingOf(pending, 'stage.hand', concerns),
  };
}

function soonInHall(room: DeepReadonly<Room>): ParticipantId[] {
  const { current } = room.floor;
  const people = [...(current ? [current.participantId] : []), ...nextPeople(room)];
  return [...new Set(people)].filter((id) => room.members[id]?.place === 'hall').slice(0, soonMost);
}

function microphoneOf({ room, pending }: RoomView, { microphoneId, pluggedBy, heldBy }: DeepReadonly<Room['stage']['microphones'][number]>): UsherMicrophone {
  return {
    microphoneId, title: titleOf(room, microphoneId), holder: heldBy === null ? null : plateOf(room, heldBy),
    state: pluggedBy === null ? 'unplugged' : room.floor.current?.microphone === microphoneId ? 'on-air' : 'ready',
    busy: pendingOf(pending, 'stage.hand', (data) => data.microphoneId === microphoneId),
  };
}

const titleOf = ({ rules }: DeepReadonly<Room>, id: MicrophoneId): DeepReadonly<LocalText> => rules.microphones.find(({ microphoneId }) => microphoneId === id)?.title ?? { en: id };
