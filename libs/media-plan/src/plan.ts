import type { MediaSource, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { greenRoom, type Member, type Room, voiceOf } from '@yaji/salon';

/** Something a person may send. `onAir`: listeners get it; otherwise it is held at the server. */
export type Source = { readonly participantId: ParticipantId; readonly source: MediaSource; readonly onAir: boolean };
/**
 * Every listener is offered every source of the others; but what the microphones of the hall bring is not offered to those `inHall` (MP14).
 * Each (participantId, source) occurs once.
 */
export type Plan = { readonly sources: readonly Source[]; readonly listeners: ReadonlySet<ParticipantId>; readonly inHall: ReadonlySet<ParticipantId> };

const nothing: readonly MediaSource[] = [];
const pictures: readonly MediaSource[] = ['camera', 'screen'];
const everything: readonly MediaSource[] = ['microphone', ...pictures];

const isHere = (member: DeepReadonly<Member>): boolean => member.standing === 'admitted' && member.place !== null;
const listens = (member: DeepReadonly<Member>): boolean => isHere(member) && (member.place === 'remote' || member.role === 'display');
const isMicrophone = ({ stage }: DeepReadonly<Room>, participantId: ParticipantId): boolean => stage.microphones.some(({ pluggedBy }) => pluggedBy === participantId);
/** Nobody in the hall sends (it would echo), but for the pages that are its microphones. */
const maySend = (room: DeepReadonly<Room>, member: DeepReadonly<Member> | undefined): boolean =>
  member !== undefined && isHere(member) && ((member.place === 'remote' && member.role !== 'display') || isMicrophone(room, member.participantId));

type Claim = { participantId: ParticipantId; sends: readonly MediaSource[]; onAir: readonly MediaSource[] };

/** The turn's own: the speaker is seen, and somebody is heard: the speaker, the interpreter, or the hall's microphone. */
function claimsOfTurn(room: DeepReadonly<Room>): Claim[] {
  const turn = room.floor.current;
  if (!turn) return [];
  const { clock, interpretation, participantId, microphone } = turn;
  const running = (interpretation?.by ? interpretation.clock : clock).runningSince !== null;
  const voice = voiceOf(room);
  const heard: Claim[] = voice === null || voice === participantId ? [] : [{ participantId: voice, sends: ['microphone'], onAir: running ? ['microphone'] : nothing }];
  return [{ participantId, sends: microphone === null ? everything : pictures, onAir: running && voice === participantId ? everything : pictures }, ...heard];
}

/** The rules that name people, strongest first: what each may send, and what of it is on air. */
function claims(room: DeepReadonly<Room>): Claim[] {
  const isOpen = room.floor.mode === 'open';
  const plugged = room.stage.microphones.flatMap(({ pluggedBy }) => pluggedBy ?? []);
  return [
    ...claimsOfTurn(room),
    ...room.stage.guests.map((participantId): Claim => ({ participantId, sends: ['microphone', 'camera'], onAir: isOpen ? ['microphone', 'camera'] : ['camera'] })),
    ...plugged.map((participantId): Claim => ({ participantId, sends: ['microphone'], onAir: nothing })),
    ...greenRoom(room).map((participantId): Claim => ({ participantId, sends: everything, onAir: nothing })),
  ];
}

/** Who may send and be heard or seen, and who listens, now. Says nothing about who is connected. */
export function plan(room: DeepReadonly<Room>): Plan {
  if (room.phase !== 'open') return { sources: [], listeners: new Set(), inHall: new Set() };
  const sources = new Map<string, Source>();
  for (const { participantId, sends, onAir } of claims(room)) {
    if (!maySend(room, room.members[participantId])) continue;
    for (const source of sends) {
      const key = `${participantId}/${source}`;
      sources.set(key, { participantId, source, onAir: onAir.includes(source) || sources.get(key)?.onAir === true });
    }
  }
  const members = Object.values(room.members);
  const ids = (some: readonly DeepReadonly<Member>[]): Set<ParticipantId> => new Set(some.map(({ participantId }) => participantId));
  return { sources: [...sources.values()], listeners: ids(members.filter(listens)), inHall: ids(members.filter(({ place }) => place === 'hall')) };
}

/** What this person may send now; empty: nothing at all. */
export const sendsOf = (planned: Plan, participantId: ParticipantId): readonly Source[] =>
  planned.sources.filter((source) => source.participantId === participantId);
