import type { Electorate, EventOf, Stamped } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import { settle } from '../motion/apply.ts';
import type { Room } from '../room/room.ts';
import type { Ballot } from './ballot.ts';

type BallotEvent = EventOf<'BallotOpened' | 'VoteCast' | 'VotingEnded' | 'BallotClosed' | 'TieDecided'>;
type ElectorateEvent = EventOf<'ElectorateSet' | 'ProxyGiven' | 'ProxyWithdrawn'>;

export function applyElectorate(electorate: Electorate, { type, data }: ElectorateEvent): void {
  switch (type) {
    case 'ElectorateSet': Object.assign(electorate, { electors: [...data.electors], proxies: [...data.proxies] }); return;
    case 'ProxyGiven': electorate.proxies.push({ from: data.from, to: data.to }); return;
    case 'ProxyWithdrawn': electorate.proxies = electorate.proxies.filter(({ from }) => from !== data.from); return;
  }
}

export function applyBallot(room: Room, event: BallotEvent & Stamped): void {
  if (event.type === 'BallotOpened') return open(room, event);
  const ballot = room.ballots.find(({ ballotId }) => ballotId === event.data.ballotId);
  if (!ballot) return;
  switch (event.type) {
    case 'VoteCast': {
      const { elector, castBy, choice, pseudonym } = event.data;
      ballot.votes[elector] = { castBy, choice, pseudonym };
      return;
    }
    case 'VotingEnded': Object.assign(ballot, { status: 'counting', closing: event.data.present, here: event.data.here }); return;
    case 'BallotClosed': return close(room, ballot, event);
    case 'TieDecided': return decided(room, ballot, event);
    default: assertNever(event);
  }
}

function open(room: Room, { data: { present, corrects, ...data }, at }: EventOf<'BallotOpened'> & Stamped): void {
  const { closesAfterMs } = data.terms;
  room.ballots.push({
    ...data, corrects, status: 'open', openedAt: at, closesAt: closesAfterMs === null ? null : at + closesAfterMs, closedAt: null,
    opening: present, closing: null, here: [], votes: {}, cast: null, tally: {}, published: [], digest: null,
  });
  const award = room.awards.find(({ awardId }) => awardId === data.awardId);
  if (award) award.ballotId = data.ballotId;
  const motion = room.motions.find(({ motionId }) => motionId === data.motionId);
  if (!motion) return;
  motion.objections = null;
  room.motionPut = motion.motionId;
}

function close(room: Room, ballot: Ballot, event: EventOf<'BallotClosed'> & Stamped): void {
  const { present, cast, tally, votes, digest } = event.data;
  Object.assign(ballot, { status: 'closed', closedAt: event.at, closing: present, here: [], cast, tally: { ...tally }, published: votes, digest });
  decided(room, ballot, event);
}

function decided({ motions }: Room, { motionId, ballotId }: Ballot, { at, data: { result, sentence } }: EventOf<'BallotClosed' | 'TieDecided'> & Stamped): void {
  const motion = motions.find((one) => one.motionId === motionId);
  if (motion && result && sentence) settle(motions, motion, { ballotId, at, result, sentence });
}
