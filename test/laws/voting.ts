import type { AnyCommand, AwardPlan, BallotId, BallotTerms, MotionId } from '@yaji/contracts';
import type { Room } from '@yaji/salon';
import { id, person } from '../../libs/salon/test/steps.ts';
import type { Act } from './act.ts';

type Say = (room: Room, act: Act) => AnyCommand;

export const electors = ['ann', 'bob', 'cat', 'mod', 'own', 'zoe'].map((name) => ({ participantId: person(name), weight: 1 }));
const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
const motionOf = (room: Room, { pick }: Act): MotionId => room.motionPut ?? at(room.motions, pick)?.motionId ?? id('no-motion');
const ballotOf = (room: Room, { pick }: Act): BallotId => (room.ballots.find(({ status }) => status !== 'closed') ?? at(room.ballots, pick))?.ballotId ?? id('no-ballot');
const terms = ({ pick }: Act): BallotTerms => ({
  secrecy: at(['named', 'pseudonymous', 'secret', 'named'] as const, pick) ?? 'named', electorate: pick > 7 ? 'everybody' : 'register', majority: at(['simple', 'absolute', 'two-thirds', 'unanimous'] as const, pick) ?? 'simple',
  base: at(['yes-no', 'cast', 'present', 'yes-no'] as const, pick) ?? 'yes-no', tie: 'chair', quorum: pick === 3 ? { of: 'members', kind: 'number', value: 3 } : null, closesAfterMs: pick > 5 ? 30_000 : null,
});
const simple: BallotTerms = { secrecy: 'named', electorate: 'register', majority: 'simple', base: 'yes-no', tie: 'chair', quorum: null, closesAfterMs: null };
const plan: AwardPlan = { title: { en: 'Of the year' }, method: 'ranked', electorate: 'everybody', nominees: ['a', 'b', 'c'].map((optionId) => ({ optionId, title: { en: optionId }, about: null, picture: null })) };
const tied = (room: Room): BallotId => room.motions.find(({ decision }) => decision?.result.outcome === 'tied')?.decision?.ballotId ?? id('no-ballot');

/** What is said of motions and votes, in terms of what there is at that moment. */
export const votingSayings: Say[] = [
  (_, act) => ({ type: 'motion.move', data: { title: { en: 'A motion' }, text: { en: `That ${act.pick}` }, terms: null, amends: null } }),
  (room, act) => ({ type: 'motion.move', data: { title: { en: 'A motion' }, text: { en: `That ${act.pick}` }, terms: null, amends: act.pick > 6 ? motionOf(room, act) : null } }),
  (room, act) => ({ type: 'motion.second', data: { motionId: room.motions.find(({ secondedBy }) => secondedBy === null)?.motionId ?? motionOf(room, act), secondedBy: person(act.who === 'mod' ? 'bob' : act.who) } }),
  (room, act) => ({ type: 'motion.second', data: { motionId: room.motions.find(({ secondedBy }) => secondedBy === null)?.motionId ?? motionOf(room, act), secondedBy: person(act.who === 'mod' ? 'cat' : act.who) } }),
  (room, act) => ({ type: 'motion.put', data: { motionId: act.pick > 7 ? null : at(room.motions, act.pick)?.motionId ?? id('no-motion') } }),
  (room, act) => ({ type: 'motion.withdraw', data: { motionId: act.pick > 7 ? motionOf(room, act) : id('no-motion') } }),
  (room, act) => ({ type: 'motion.askObjections', data: { motionId: motionOf(room, act), withinMs: 30_000, terms: terms({ ...act, pick: act.pick % 3 }) } }),
  (room, act) => ({ type: 'motion.askObjections', data: { motionId: motionOf(room, act), withinMs: 5_000, terms: simple } }),
  (room, act) => ({ type: 'motion.object', data: { motionId: motionOf(room, act) } }),
  (room, act) => ({ type: 'ballot.open', data: { motionId: motionOf(room, act), terms: terms(act) } }),
  (room, act) => ({ type: 'ballot.open', data: { motionId: motionOf(room, act), terms: simple } }),
  (room, act) => ({ type: 'ballot.open', data: { motionId: motionOf(room, act), terms: { ...simple, secrecy: 'secret' } } }),
  (room, act) => ({ type: 'ballot.vote', data: { ballotId: ballotOf(room, act), elector: person(act.who), choice: act.pick % 2 === 0 ? 'yes' : 'no' } }),
  (room, act) => ({ type: 'ballot.vote', data: { ballotId: ballotOf(room, act), elector: person(act.who), choice: act.pick % 2 === 0 ? 'yes' : 'no' } }),
  (room, act) => ({ type: 'ballot.vote', data: { ballotId: ballotOf(room, act), elector: person(act.who), choice: act.pick % 2 === 0 ? 'yes' : 'no' } }),
  (room, act) => ({ type: 'ballot.vote', data: { ballotId: ballotOf(room, act), elector: person(act.who), choice: act.pick % 2 === 0 ? 'yes' : 'no' } }),
  (room, act) => ({ type: 'ballot.vote', data: { ballotId: ballotOf(room, act), elector: person(act.who), choice: act.pick % 2 === 0 ? 'yes' : 'no' } }),
  (room, act) => ({ type: 'ballot.vote', data: { ballotId: ballotOf(room, act), elector: person(act.who), choice: act.pick % 2 === 0 ? 'yes' : 'no' } }),
  (room, act) => ({ type: 'ballot.vote', data: { ballotId: ballotOf(room, act), elector: person(act.pick > 7 ? 'zoe' : act.who), choice: 'no' } }),
  (room, act) => ({ type: 'ballot.close', data: { ballotId: ballotOf(room, act) } }),
  (room, act) => ({ type: 'ballot.close', data: { ballotId: ballotOf(room, act) } }),
  (room, act) => ({ type: 'ballot.cancel', data: { ballotId: act.pick > 7 ? ballotOf(room, act) : id('no-ballot') } }),
  (room, act) => ({ type: 'ballot.decideTie', data: { ballotId: tied(room), carried: act.pick > 4 } }),
  (room, act) => ({ type: 'ballot.decideTie', data: { ballotId: tied(room), carried: act.pick > 4 } }),
  (room, act) => ({ type: 'ballot.count', data: { ballotId: ballotOf(room, act), tally: room.ballots.at(-1)?.awardId ? { 'a>b': 2, c: act.pick } : { yes: 2, no: act.pick % 3 }, voted: [person('ann'), person('bob'), person('cat')], digest: 'd'.repeat(64) } }),
  (_, act) => ({ type: 'electorate.set', data: { electors: act.pick > 6 ? electors.slice(2) : electors } }),
  (_, act) => ({ type: 'electorate.giveProxy', data: { from: person(at(['ann', 'zoe', 'cat'], act.pick) ?? 'zoe'), to: person(act.pick > 5 ? 'own' : 'bob') } }),
  (room, act) => ({ type: 'electorate.withdrawProxy', data: { from: at(room.electorate.proxies, act.pick)?.from ?? person('zoe') } }),
  () => ({ type: 'award.prepare', data: { plan } }),
  (room, act) => ({ type: 'award.open', data: { awardId: room.awards.find(({ ballotId }) => ballotId === null)?.awardId ?? id('no-award'), closesAfterMs: act.pick > 7 ? 10_000 : null } }),
  (room, act) => ({ type: 'award.reveal', data: { awardId: room.awards.find(({ complete }) => !complete)?.awardId ?? id('no-award'), places: 1 + (act.pick % 3) } }),
];
