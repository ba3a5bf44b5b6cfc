import type { ParticipantId, Role } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating, type Member } from '@yaji/salon';
import { pendingOf } from '../../live/pending.ts';
import { isMe, type RoomView } from '../../live/room-view.ts';
import { type Plate, plateOf } from './plate.ts';

export type PersonRow = { plate: Plate; role: Role; inHall: boolean; mine: boolean; onStage: boolean };
export type Knock = { plate: Plate; message: string | null; answering: boolean };
export type PeoplePanel = {
  moderators: PersonRow[];
  speakers: PersonRow[];
  others: PersonRow[];
  /** On the programme and not here yet. */
  expected: PersonRow[];
  /** In the lobby; only moderators are told of them. */
  waiting: Knock[];
  present: number;
};

type Someone = DeepReadonly<Member>;

export function peoplePanel(view: RoomView): PeoplePanel {
  const { room } = view;
  const row = ({ participantId, role, place }: Someone): PersonRow => ({
    plate: plateOf(room, participantId), role, inHall: place === 'hall', mine: isMe(view, participantId), onStage: room.stage.guests.includes(participantId),
  });
  const all = Object.values(room.members).filter(({ role }) => role !== 'display');
  const here = all.filter(({ standing, place }) => standing === 'admitted' && place !== null);
  const speaks = ({ role }: Someone) => role === 'speaker' || role === 'interpreter';
  return {
    moderators: here.filter(({ role }) => isModerating(role)).map(row),
    speakers: here.filter(speaks).map(row),
    others: here.filter((one) => !isModerating(one.role) && !speaks(one)).map(row),
    expected: all.filter(({ standing, place }) => place === null && (standing === 'expected' || standing === 'admitted')).map(row),
    waiting: all.filter(({ standing }) => standing === 'waiting').map(({ participantId, message }) => ({
      plate: plateOf(room, participantId), message, answering: isAnswering(view, participantId),
    })),
    present: here.length,
  };
}

const isAnswering = ({ pending }: RoomView, id: ParticipantId): boolean =>
  pendingOf(pending, 'member.admit', ({ participantId }) => participantId === id) || pendingOf(pending, 'member.decline', ({ participantId }) => participantId === id);

/** People whose name or organisation holds what was typed, in any of their languages; those who are here first. */
export function findPeople({ room }: RoomView, typed: string): Plate[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const heard = (member: Someone) => [member.name, member.organisation].flatMap((texts) => Object.values(texts ?? {})).some((text) => text.toLocaleLowerCase().includes(wanted));
  return Object.values(room.members)
    .filter((member) => member.role !== 'display' && (member.standing === 'admitted' || member.standing === 'expected') && (wanted === '' || heard(member)))
    .map(({ participantId }) => plateOf(room, participantId))
    .sort((a, b) => Number(b.present) - Number(a.present));
}
