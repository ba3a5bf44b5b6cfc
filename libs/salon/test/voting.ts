import type { BallotTerms } from '@yaji/contracts';
import { enters, id, person, play, says, scene, type Step } from './steps.ts';

/** A council: five electors, of whom ann, bob and cat are here with the moderators; dan and eve are expected. */
export const terms = (changed: Partial<BallotTerms> = {}): BallotTerms =>
  ({ secrecy: 'named', electorate: 'register', majority: 'simple', base: 'yes-no', tie: 'lost', quorum: null, closesAfterMs: null, ...changed });

export const registers = (...weights: (string | [string, number])[]): Step =>
  says('mod', 'electorate.set', { electors: weights.map((one) => (typeof one === 'string' ? { participantId: person(one), weight: 1 } : { participantId: person(one[0]), weight: one[1] })) });

export const motion = 'motion-1';
export const moves = (more: { as?: string; by?: string; amends?: string; movedBy?: string; text?: string } = {}): Step =>
  says(more.by ?? 'ann', 'motion.move', {
    title: { en: 'Admission' }, text: { en: more.text ?? 'The council admits a member.' }, terms: null, amends: more.amends === undefined ? null : id(more.amends),
    ...(more.movedBy === undefined ? {} : { movedBy: person(more.movedBy) }),
  }, { as: more.as ?? motion });
export const seconds = (by = 'bob', motionId = motion): Step => says(by, 'motion.second', { motionId: id(motionId) });

export const ballot = 'ballot-1';
export const opensVote = (changed: Partial<BallotTerms> = {}, { as = ballot, motionId = motion, at }: { as?: string; motionId?: string; at?: number } = {}): Step =>
  says('mod', 'ballot.open', { motionId: id(motionId), terms: terms(changed) }, at === undefined ? { as } : { as, at });
export const votes = (by: string, choice = 'yes', { elector = by, ballotId = ballot, as }: { elector?: string; ballotId?: string; as?: string } = {}): Step =>
  says(by, 'ballot.vote', { ballotId: id(ballotId), elector: person(elector), choice }, as === undefined ? {} : { as });
export const closes = (by = 'mod', ballotId = ballot): Step => says(by, 'ballot.close', { ballotId: id(ballotId) });
export const givesProxy = (from: string, to: string, by = 'mod'): Step => says(by, 'electorate.giveProxy', { from: person(from), to: person(to) });
export const leaves = (name: string): Step => says(name, 'member.leave', {});
export const council = (...electors: (string | [string, number])[]): Step[] => [...scene(), registers(...(electors.length > 0 ? electors : ['ann', 'bob', 'cat', 'mod', 'own']))];
export const moved = (...electors: (string | [string, number])[]): Step[] => [...council(...electors), moves(), seconds()];
export { enters, id, person, play };
