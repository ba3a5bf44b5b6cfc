import type { Command, Count, Electorate, FrozenElector, ParticipantId } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import { isModerating } from '../policy.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Ballot } from './ballot.ts';

export type ElectorateCommand = Extract<Command, { type: `electorate.${string}` }>;

export function decideElectorate(room: DeepReadonly<Room>, command: ElectorateCommand, stamp: MemberStamp): Verdict {
  if (isVoting(room)) return refuse('electorate/frozen');
  switch (command.type) {
    case 'electorate.set': return set(room, command.data.electors);
    case 'electorate.giveProxy': return giveProxy(room, command.data, stamp);
    case 'electorate.withdrawProxy': return withdrawProxy(room, command.data.from, stamp);
    default: return assertNever(command);
  }
}

/** [B1] Somebody is asked, by a ballot or for objections: who may answer stays as it is. */
export const isVoting = ({ ballots, motions }: DeepReadonly<Room>): boolean => ballots.some(({ status }) => status !== 'closed') || motions.some(({ objections }) => objections !== null);

/** [B1] Proxies of those who are no longer in it go with them. */
function set({ electorate: { proxies } }: DeepReadonly<Room>, electors: Electorate['electors']): Verdict {
  const ids = new Set(electors.map(({ participantId }) => participantId));
  if (ids.size !== electors.length) return refuse('electorate/twice');
  const kept = proxies.filter(({ from, to }) => ids.has(from) && ids.has(to)).map((proxy) => ({ ...proxy }));
  return accept({ type: 'ElectorateSet', data: { electors, proxies: kept } });
}

type Given = Electorate['proxies'][number];

/** [B2] */
function giveProxy(room: DeepReadonly<Room>, { from, to }: Given, { by, role }: MemberStamp): Verdict {
  if (by !== from && !isModerating(role)) return refuse('electorate/not-yours');
  if (room.electorate.proxies.some((proxy) => proxy.from === from && proxy.to === to)) return accept();
  const fault = proxyFault(room.electorate, { from, to }, room.rules.proxiesPerHolder);
  return fault ? refuse(fault, { limit: room.rules.proxiesPerHolder }) : accept({ type: 'ProxyGiven', data: { from, to } });
}

/** [B2] Why this proxy may not be given beside those that there are; null: it may. */
export function proxyFault({ electors, proxies }: DeepReadonly<Electorate>, { from, to }: Given, limit: number): 'electorate/proxy-yourself' | 'electorate/not-elector' | 'electorate/proxy-given' | 'electorate/proxy-chain' | 'electorate/proxy-limit' | null {
  const isElector = (participantId: ParticipantId): boolean => electors.some((elector) => elector.participantId === participantId);
  if (from === to) return 'electorate/proxy-yourself';
  if (!isElector(from) || !isElector(to)) return 'electorate/not-elector';
  if (proxies.some((proxy) => proxy.from === from)) return 'electorate/proxy-given';
  if (proxies.some((proxy) => proxy.from === to || proxy.to === from)) return 'electorate/proxy-chain';
  return proxies.filter((proxy) => proxy.to === to).length >= limit ? 'electorate/proxy-limit' : null;
}

function withdrawProxy({ electorate: { proxies } }: DeepReadonly<Room>, from: ParticipantId, { by, role }: MemberStamp): Verdict {
  if (by !== from && !isModerating(role)) return refuse('electorate/not-yours');
  return proxies.some((proxy) => proxy.from === from) ? accept({ type: 'ProxyWithdrawn', data: { from } }) : accept();
}

/** [B4] */
export function frozen({ electors, proxies }: DeepReadonly<Electorate>): FrozenElector[] {
  const heldBy = new Map(proxies.map(({ from, to }) => [from, to]));
  return electors.map(({ participantId, weight }) => ({ participantId, weight, proxy: heldBy.get(participantId) ?? null }));
}

const isHere = ({ members }: DeepReadonly<Pick<Room, 'members'>>, participantId: ParticipantId): boolean => (members[participantId]?.place ?? null) !== null;

/** [B5] Those who are in the hall or online, or whose proxy's holder is. */
export const hereAmong = (room: DeepReadonly<Pick<Room, 'members'>>, electors: readonly DeepReadonly<FrozenElector>[]): DeepReadonly<FrozenElector>[] =>
  electors.filter(({ participantId, proxy }) => isHere(room, proxy ?? participantId));

export const countOf = (electors: readonly DeepReadonly<FrozenElector>[]): Count => ({ members: electors.length, weight: electors.reduce((sum, { weight }) => sum + weight, 0) });

/** [B5] Of an electorate of everybody: all who are here, but for displays. */
export function presentFor(room: DeepReadonly<Pick<Room, 'members'>>, electors: readonly DeepReadonly<FrozenElector>[] | null): Count {
  if (electors !== null) return countOf(hereAmong(room, electors));
  const members = Object.values(room.members).filter(({ place, role }) => place !== null && role !== 'display').length;
  return { members, weight: members };
}

/** [B11] Whether this person casts the vote of that elector. */
export function mayCast({ electors }: DeepReadonly<Pick<Ballot, 'electors'>>, by: ParticipantId, elector: ParticipantId): 'ballot/not-entitled' | 'ballot/proxy-given' | null {
  if (electors === null) return by === elector ? null : 'ballot/not-entitled';
  const entry = electors.find(({ participantId }) => participantId === elector);
  if (!entry) return 'ballot/not-entitled';
  if (entry.proxy !== null && by === elector) return 'ballot/proxy-given';
  return (entry.proxy ?? elector) === by ? null : 'ballot/not-entitled';
}

/** [B11] The electors whose votes this person casts, their own first. */
export const electorsOf = ({ electors }: DeepReadonly<Pick<Ballot, 'electors'>>, by: ParticipantId): ParticipantId[] =>
  (electors === null ? [by] : electors.filter(({ participantId, proxy }) => (proxy ?? participantId) === by).map(({ participantId }) => participantId).sort((one, other) => Number(other === by) - Number(one === by)));
