import { describe, expect, it } from '@jest/globals';
import type { BallotId, BallotTerms, MotionId } from '@yaji/contracts';
import { id, onItsWay, rehearsal } from '../../fixtures/rehearsal.ts';
import { attendance, votePanel } from './vote-panel.ts';

const terms: BallotTerms = { secrecy: 'named', electorate: 'register', majority: 'simple', base: 'yes-no', tie: 'chair', quorum: { of: 'members', kind: 'number', value: 2 }, closesAfterMs: 60_000 };

function council() {
  const play = rehearsal();
  for (const name of ['mod', 'lin', 'ana', 'ben'] as const) play.enter(name);
  play.say('mod', 'electorate.set', { electors: (['lin', 'ana', 'ben', 'cho'] as const).map((name) => ({ participantId: id(name), weight: 1 })) });
  play.say('mod', 'electorate.giveProxy', { from: id('cho'), to: id('lin') });
  const motionId = play.say('lin', 'motion.move', { title: { en: 'Admission' }, text: { en: 'So be it.' }, amends: null, terms: null }, 1) as string as MotionId;
  return { play, motionId };
}

function voting() {
  const { play, motionId } = council();
  play.say('ana', 'motion.second', { motionId }, 2);
  const ballotId = play.say('mod', 'ballot.open', { motionId, terms }, 3) as string as BallotId;
  return { play, motionId, ballotId };
}

describe('the votes', () => {
  it('let another member second a motion, and only moderators lead it on', () => {
    const { play } = council();
    expect(votePanel(play.seen('ana', 2)).others[0]).toMatchObject({ stage: 'waiting', maySecond: true, mayOpen: false });
    expect(votePanel(play.seen('lin', 2)).others[0]).toMatchObject({ maySecond: false, mover: { participantId: id('lin') } });
    expect(votePanel(play.seen('mod', 2))).toMatchObject({ put: null, mayMove: false });
  });
  it('show each vote that I cast, my own first, and whose I gave away', () => {
    const { play, ballotId } = voting();
    const lin = votePanel(play.seen('lin', 4)).put?.ballot;
    expect(lin?.mine.map(({ elector, own, cast }) => [elector, own, cast])).toEqual([[id('lin'), true, false], [id('cho'), false, false]]);
    expect(lin).toMatchObject({ votes: 0, entitled: { members: 4 }, closesInMs: 59_000 });
    expect(votePanel(play.seen('cho', 4)).put?.ballot).toMatchObject({ mine: [], gaveAway: { participantId: id('lin') } });
    play.say('lin', 'ballot.vote', { ballotId, elector: id('cho'), choice: 'no' }, 5);
    expect(votePanel(play.seen('lin', 6, [onItsWay('ballot.vote', { ballotId, elector: id('lin'), choice: 'yes' })])).put?.ballot?.mine).toMatchObject([{ cast: false, sending: true }, { cast: true, choice: 'no' }]);
  });
  it('say how it stands: voting, tied, decided, and void', () => {
    const { play, motionId, ballotId } = voting();
    expect(votePanel(play.seen('ben', 4)).put?.stage).toBe('voting');
    play.say('lin', 'ballot.vote', { ballotId, elector: id('lin'), choice: 'yes' }, 4);
    play.say('ana', 'ballot.vote', { ballotId, elector: id('ana'), choice: 'no' }, 4);
    play.say('mod', 'ballot.close', { ballotId }, 5);
    expect(votePanel(play.seen('ben', 6)).put).toMatchObject({ stage: 'tied', result: { yes: 1, no: 1 } });
    play.say('mod', 'ballot.decideTie', { ballotId, carried: true }, 6);
    const decided = votePanel(play.seen('ben', 7)).put;
    expect(decided).toMatchObject({ stage: 'decided', ballot: { named: [{ plate: { participantId: id('lin') }, choice: 'yes' }, { plate: { participantId: id('ana') }, choice: 'no' }] } });
    const again = play.say('mod', 'ballot.open', { motionId, terms }, 8) as string as BallotId;
    play.say('mod', 'ballot.cancel', { ballotId: again }, 9);
    expect(votePanel(play.seen('ben', 10)).put).toMatchObject({ stage: 'void', result: { voidBecause: 'cancelled' } });
  });
  it('count who is present or represented against the quorum, live', () => {
    const { play } = council();
    expect(attendance(play.room, terms)).toMatchObject({ present: { members: 4 }, entitled: { members: 4 }, needed: 2, met: true });
    play.say('lin', 'member.leave', {}, 2);
    play.say('ana', 'member.leave', {}, 2);
    expect(attendance(play.room, terms)).toMatchObject({ present: { members: 1 }, met: false });
    expect(attendance(rehearsal().room, terms)).toBeNull();
  });
});
