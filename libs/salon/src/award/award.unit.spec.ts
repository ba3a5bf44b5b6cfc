import { describe, expect, it } from '@jest/globals';
import type { AwardPlan } from '@yaji/contracts';
import { given, says, scene } from '../../test/given.ts';
import { council, id, person, play } from '../../test/voting.ts';
import { choiceFits } from '../ballot/choice.ts';
import { seal } from '../seal.ts';
import { placesOf } from './places.ts';

const nominees = ['ash', 'elm', 'fir', 'oak'].map((optionId) => ({ optionId, title: { en: optionId }, about: null, picture: null }));
const plan = (method: AwardPlan['method'] = 'ranked', more: Partial<AwardPlan> = {}): AwardPlan => ({ title: { en: 'Tree of the year' }, method, electorate: 'everybody', nominees, ...more });
const prepares = (more: Partial<AwardPlan> = {}) => says('mod', 'award.prepare', { plan: plan('ranked', more) }, { as: 'award' });
const opens = (as = 'award-ballot') => says('mod', 'award.open', { awardId: id('award'), closesAfterMs: null }, { as });
const closes = says('mod', 'ballot.close', { ballotId: id('award-ballot') });
const counted = (tally: Record<string, number>) => says(null, 'ballot.count', { ballotId: id('award-ballot'), tally, voted: ['ann', 'bob', 'cat'].map(person), digest: 'b'.repeat(64) });
const reveals = (places: number) => says('mod', 'award.reveal', { awardId: id('award'), places });
const open = [...scene(), prepares(), opens()];
const done = [...open, closes, counted({ 'ash>elm': 2, 'oak>fir': 1 })];

describe('an award', () => {
  it('[AW1] has nominees, none twice', () => {
    given(scene()).when(prepares()).then({ type: 'AwardPrepared', data: { plan: plan() } });
    given(scene()).when(prepares({ nominees: [...nominees, ...nominees.slice(0, 1)] })).refused('award/nominees-misfit');
    given(scene()).when({ ...prepares(), by: 'ann' }).refused('member/role-may-not');
  });
  it('[AW2] is voted on once, in secret, by what its kind asks for', () => {
    given(scene(), prepares()).when(opens()).then({ type: 'BallotOpened', data: { motionId: null, awardId: id('award'), electors: null, terms: { secrecy: 'secret', quorum: null } } });
    given(council('ann', 'bob'), prepares({ electorate: 'register' })).when(opens()).then({ type: 'BallotOpened', data: { electors: [{ participantId: person('ann') }, { participantId: person('bob') }] } });
    given(scene()).when(opens()).refused('award/unknown');
    given(open).when(opens('again')).refused('award/already-voted');
    given(done).when(opens('again')).refused('award/already-voted');
    given(open, says('mod', 'ballot.cancel', { ballotId: id('award-ballot') })).when(opens('again')).then({ type: 'BallotOpened' });
    const fits = (method: AwardPlan['method'], choice: string) => choiceFits({ awards: [{ awardId: id('award'), plan: plan(method), ballotId: null, lines: [], complete: false }] }, { motionId: null, awardId: id('award') }, choice);
    expect(['oak', 'oak>ash', 'oak>ash>fir>elm', 'oak>oak', 'oak>yew', 'yes', ''].map((choice) => fits('ranked', choice))).toEqual([true, true, true, false, false, false, false]);
    expect(['oak', 'ash>oak', 'oak>ash', 'ash>ash'].map((choice) => fits('approval', choice))).toEqual([true, true, false, false]);
  });
  it('[AW3] places by the run-off, or by approvals with equal ones together', () => {
    // Elm and ash lead; fir leaves first (1), its vote goes to elm; oak leaves (2), its votes go to ash: ash 6, elm 4.
    expect(placesOf(plan(), { 'ash>elm': 4, 'elm>ash': 3, 'fir>elm': 1, 'oak>ash': 2 })).toEqual([
      { optionId: 'ash', votes: 6, place: 1 }, { optionId: 'elm', votes: 4, place: 2 }, { optionId: 'oak', votes: 2, place: 3 }, { optionId: 'fir', votes: 1, place: 4 },
    ]);
    expect(placesOf(plan(), { ash: 3, elm: 1 }).map(({ optionId, place }) => [optionId, place])).toEqual([['ash', 1], ['elm', 2], ['fir', 3], ['oak', 3]]);
    expect(placesOf(plan('approval'), { 'ash>elm': 2, elm: 1, 'fir>oak': 2 })).toEqual([
      { optionId: 'elm', votes: 3, place: 1 }, { optionId: 'ash', votes: 2, place: 2 }, { optionId: 'fir', votes: 2, place: 2 }, { optionId: 'oak', votes: 2, place: 2 },
    ]);
    expect(placesOf(plan('approval'), {}).map(({ place }) => place)).toEqual([1, 1, 1, 1]);
  });
  it('[AW4] is shown from the last place to the first, and known to moderators alone until then', () => {
    given(open).when(reveals(1)).refused('award/not-counted');
    given(open, closes).when(reveals(1)).refused('award/not-counted');
    given(done).when(reveals(5)).refused('award/places-misfit');
    given(done).when(reveals(1)).then({ type: 'AwardRevealed', data: { lines: [{ optionId: 'elm', place: 3 }, { optionId: 'fir', place: 3 }].slice(0, 2), tally: null } });
    given(done, reveals(2)).when(reveals(1)).then();
    given(done, reveals(2)).when(reveals(4)).then({ type: 'AwardRevealed', data: { lines: [{ optionId: 'ash', place: 1 }, { optionId: 'oak', place: 2 }, {}, {}], tally: { 'ash>elm': 2, 'oak>fir': 1 } } });
    const { log, room } = play(done);
    const closed = log.at(-1);
    if (!closed) throw new Error('nothing was logged');
    expect(seal(closed, { participantId: person('ann'), sees: 'inside' })).toMatchObject({ type: 'BallotClosed', data: { tally: {} } });
    expect(seal(closed, { participantId: person('mod'), sees: 'moderating' })).toMatchObject({ data: { tally: room.ballots[0]?.tally } });
    given(open, says('mod', 'ballot.cancel', { ballotId: id('award-ballot') })).when(reveals(1)).refused('award/not-counted');
  });
});
