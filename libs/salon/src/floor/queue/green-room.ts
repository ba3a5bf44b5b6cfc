import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating } from '../../policy.ts';
import type { Room } from '../../room/room.ts';
import { nextPeople } from './next.ts';

/** More people than this are not kept sending: each costs a picture upstream and a consumer per listener. */
const most = 8;

/** [F19] Who is connected and sends, unheard, so that a grant is only a switch. In the order of being needed. */
export function greenRoom(room: DeepReadonly<Room>): ParticipantId[] {
  const { floor, agenda, members, rules } = room;
  const item = agenda.items.find(({ itemId }) => itemId === agenda.runningItem) ?? agenda.items.find(({ progress }) => progress === 'planned');
  const next = nextPeople(room).slice(0, rules.greenRoom);
  const here = Object.values(members);
  const moderators = here.filter(({ role }) => isModerating(role)).map(({ participantId }) => participantId);
  const interpreters = rules.interpretation === 'consecutive' ? here.filter(({ role }) => role === 'interpreter').map(({ participantId }) => participantId) : [];
  const waiting = floor.interrupted.map(({ participantId }) => participantId);
  const wanted = new Set([...waiting, ...next, ...interpreters, ...(item?.speakers ?? []), ...moderators]);
  return [...wanted].filter((id) => id !== floor.current?.participantId && members[id]?.standing === 'admitted' && members[id].place !== null).slice(0, most);
}
