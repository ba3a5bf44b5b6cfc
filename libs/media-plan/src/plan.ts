import type { MediaSource, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { greenRoom, type Member, type Room } from '@yaji/salon';

/** Something a person may send. `onAir`: listeners get it; otherwise it is held at the server. */
export type Source = { readonly participantId: ParticipantId; readonly source: MediaSource; readonly onAir: boolean };
/** Every listener is offered every source of the others. Each (participantId, source) occurs once. */
export type Plan = { readonly sources: readonly Source[]; readonly listeners: ReadonlySet<ParticipantId> };

const nothing: readonly MediaSource[] = [];
const pictures: readonly MediaSource[] = ['camera', 'screen'];
const everything: readonly MediaSource[] = ['microphone', ...pictures];

const isHere = (member: DeepReadonly<Member>): boolean => member.standing === 'admitted' && member.place !== null;
const listens = (member: DeepReadonly<Member>): boolean => isHere(member) && (member.place === 'remote' || member.role === 'display');
const maySend = (member: DeepReadonly<Member> | undefined): boolean =>
  member !== undefined && isHere(member) && member.place === 'remote' && member.role !== 'display';

/** The rules that name people, strongest first: what each may send, and what of it is on air. */
function claims(room: DeepReadonly<Room>): { participantId: ParticipantId; sends: readonly MediaSource[]; onAir: readonly MediaSource[] }[] {
  const turn = room.floor.current;
  const running = turn !== null && turn.clock.runningSince !== null;
  return [
    ...(turn ? [{ participantId: turn.participantId, sends: everything, onAir: running ? everything : pictures }] : []),
    ...room.stage.guests.map((participantId) => ({ participantId, sends: ['microphone', 'camera'] as const, onAir: ['camera'] as const })),
    ...greenRoom(room).map((participantId) => ({ participantId, sends: everything, onAir: nothing })),
  ];
}

/** Who may send and be heard or seen, and who listens, now. Says nothing about who is connected. */
export function plan(room: DeepReadonly<Room>): Plan {
  if (room.phase !== 'open') return { sources: [], listeners: new Set() };
  const sources = new Map<string, Source>();
  for (const { participantId, sends, onAir } of claims(room)) {
    if (!maySend(room.members[participantId])) continue;
    for (const source of sends) {
      const key = `${participantId}/${source}`;
      sources.set(key, { participantId, source, onAir: onAir.includes(source) || sources.get(key)?.onAir === true });
    }
  }
  const listeners = Object.values(room.members).filter(listens).map(({ participantId }) => participantId);
  return { sources: [...sources.values()], listeners: new Set(listeners) };
}

/** What this person may send now; empty: nothing at all. */
export const sendsOf = (planned: Plan, participantId: ParticipantId): readonly Source[] =>
  planned.sources.filter((source) => source.participantId === participantId);
