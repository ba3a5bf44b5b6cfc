import { describe, expect, it } from '@jest/globals';
import { minutesOf, motionsOf } from './index.ts';
import { asks, cancels, counts, decidesTie, hand, logFrom, motionFrom, puts, speaks, ticks } from '../test/votes.ts';
import { says, t0 } from '../../salon/test/given.ts';
import { ballot, closes, council, givesProxy, id, leaves, moved, motion, moves, opensVote, person, seconds, votes } from '../../salon/test/voting.ts';

const decided = (choice: string, { motionId = motion, as = ballot } = {}) => [opensVote({}, { motionId, as }), votes('ann', choice, { ballotId: as }), closes('mod', as)];
const amends = moves({ by: 'bob', as: 'amend', amends: motion, text: 'The council admits two members.' });
const amended = [...moved(), amends, seconds('cat', 'amend')];
const choices = ({ rollCall }: { rollCall: { elector: { participantId: string }; choice: string }[] }) => rollCall.map(({ elector, choice }) => [elector.participantId, choice]);
const voteOf = (record: ReturnType<typeof motionFrom>, index = 0) => {
  const vote = record.steps.filter((step) => step.kind === 'vote')[index];
  if (!vote) throw new Error('there was no such vote');
  return vote;
};

describe('a motion', () => {
  it('[CH18] stands in the order of moving, with mover, seconder and text', () => {
    expect(motionsOf(logFrom(amended))).toMatchObject([
      { motionId: id(motion), title: { en: 'Admission' }, text: { en: 'The council admits a member.' }, movedText: null, amends: null, movedBy: { participantId: person('ann'), name: { en: 'ann' } }, secondedBy: { participantId: person('bob') }, steps: [], resolved: null, withdrawnAt: null },
      { motionId: id('amend'), amends: id(motion), movedBy: { participantId: person('bob') }, secondedBy: { participantId: person('cat') } },
    ]);
    expect(motionFrom(council(), moves({ by: 'mod' }))).toMatchObject({ movedBy: null, secondedBy: null });
    const [withdrawn] = motionsOf(logFrom(moved(), says('ann', 'motion.withdraw', { motionId: id(motion) }, { at: t0 + 90_000 })));
    expect(withdrawn).toMatchObject({ withdrawnAt: t0 + 90_000, resolved: null });
  });

  it('[CH18] tells its text as it was moved where an amendment changed it', () => {
    expect(motionFrom(amended, decided('yes', { motionId: 'amend', as: 'b0' }))).toMatchObject({ text: { en: 'The council admits two members.' }, movedText: { en: 'The council admits a member.' } });
    expect(motionFrom(amended, decided('no', { motionId: 'amend', as: 'b0' }))).toMatchObject({ text: { en: 'The council admits a member.' }, movedText: null });
  });

  it('[CH18] is there without its words once they are erased', () => {
    const erased = logFrom(moved(), decided('yes')).map((record) => (record.type === 'MotionMoved' ? { ...record, words: null } : record)) as Parameters<typeof minutesOf>[0];
    expect(minutesOf(erased)).toMatchObject({ motions: [{ title: null, text: null, movedText: null }], decisions: [{ title: null, text: null, sentence: { en: 'Carried unanimously, 1 of 1 votes.' } }] });
  });
});

describe('the debate', () => {
  it('[CH19] is what was granted while the motion was before the room, with the sides', () => {
    const { debate } = motionFrom(moved(), speaks('cat', 1), hand('ann', 'pro'), hand('bob', 'contra'), puts(motion), speaks('ann', 2), speaks('bob', 3), speaks('cat', 4), puts(null), speaks('moe', 5));
    expect(debate).toMatchObject({ pro: 1, contra: 1, neither: 1, contributions: [{ turn: 2, stance: 'pro', speaker: { name: { en: 'ann' } } }, { turn: 3, stance: 'contra' }, { turn: 4, stance: null }] });
  });

  it('[CH19] leaves out what was undone, and goes on when the motion is there again', () => {
    const undone = [says('mod', 'floor.grantTo', { participantId: person('bob'), afterTurn: 1 }), says('mod', 'floor.undo', { turn: 2 })];
    const turnsOf = (...steps: Parameters<typeof motionFrom>) => motionFrom(...steps).debate.contributions.map(({ turn }) => turn);
    expect(turnsOf(moved(), puts(motion), speaks('ann', 1), undone, puts(null), speaks('cat', 3), asks(), speaks('bob', 4))).toEqual([1, 4]);
    expect(turnsOf(moved(), opensVote(), speaks('ann', 1), says('mod', 'ballot.close', { ballotId: id(ballot) }), speaks('bob', 2))).toEqual([1]);
    expect(turnsOf(moved(), puts(motion), says('ann', 'motion.withdraw', { motionId: id(motion) }), speaks('ann', 1))).toEqual([]);
    expect(turnsOf(moved(), puts(motion), says('mod', 'floor.grantTo', { participantId: person('ann'), afterTurn: 0 }))).toEqual([1]);
  });

  it('[CH19] ends with the decision, but not with a vote that was void or a tie', () => {
    const turns = (...steps: Parameters<typeof motionFrom>) => motionFrom(...steps).debate.contributions.length;
    expect(turns(moved(), decided('yes'), speaks('ann', 1))).toBe(0);
    expect(turns(moved(), opensVote(), cancels(), speaks('ann', 1))).toBe(1);
    expect(turns(moved(), opensVote({ tie: 'chair' }), votes('ann'), votes('bob', 'no'), closes(), speaks('ann', 1), decidesTie(true), speaks('bob', 2))).toBe(1);
  });
});

describe('what became of it', () => {
  it('[CH20] tells each vote with who was there, its figures and its sentence', () => {
    const quorum = { of: 'members', kind: 'number', value: 3 } as const;
    const record = motionFrom(moved(), opensVote({ quorum, majority: 'two-thirds' }, { at: t0 + 60_000 }), votes('ann'), votes('bob'), votes('cat', 'no'), votes('mod', 'abstain'), leaves('cat'), closes());
    expect(record.steps).toMatchObject([{
      kind: 'vote', status: 'closed', secrecy: 'named', majority: 'two-thirds', base: 'yes-no', corrects: null, openedAt: t0 + 60_000, closedAt: t0 + 66_000,
      present: { opening: { members: 5, weight: 5 }, closing: { members: 4, weight: 4 } }, entitled: { members: 5, weight: 5 }, cast: { members: 4, weight: 4 },
      result: { outcome: 'carried', yes: 2, no: 1, abstain: 1, base: 3, needed: 2, quorum: { needed: 3, opening: 5, closing: 4 } },
      sentence: { en: 'Carried, 2 yes, 1 no, 1 abstaining, 2 of 3 yes and no votes needed, quorum 3 met.' }, tie: null, digest: null,
    }]);
    expect(record.resolved).toMatchObject({ outcome: 'carried', at: t0 + 66_000 });
  });

  it('[CH20] takes the sentence from the log, whatever the rules would say today', () => {
    const said = { en: 'As it was said that day.' };
    const log = logFrom(moved(), decided('yes')).map((record) => (record.type === 'BallotClosed' ? { ...record, data: { ...record.data, sentence: said } } : record)) as Parameters<typeof minutesOf>[0];
    expect(minutesOf(log)).toMatchObject({ motions: [{ steps: [{ sentence: said }], resolved: { sentence: said } }], decisions: [{ sentence: said }] });
  });

  it('[CH20] keeps votes that were void or corrected, in their order', () => {
    const record = motionFrom(moved(), opensVote(), votes('ann', 'no'), cancels(), decided('no', { as: 'b2' }), decided('yes', { as: 'b3' }));
    expect(record.steps).toMatchObject([
      { ballotId: id(ballot), present: { closing: null }, cast: null, result: { outcome: 'void', voidBecause: 'cancelled' }, sentence: { en: 'Void, the vote was called off.' } },
      { ballotId: id('b2'), corrects: null, result: { outcome: 'lost' } },
      { ballotId: id('b3'), corrects: id('b2'), result: { outcome: 'carried' } },
    ]);
  });

  it('[CH20] tells a tie and what the chair made of it', () => {
    const tied = [...moved(), opensVote({ tie: 'chair' }), votes('ann'), votes('bob', 'no'), closes()];
    expect(motionFrom(tied)).toMatchObject({ steps: [{ result: { outcome: 'tied' }, tie: null }], resolved: null });
    expect(motionFrom(tied, decidesTie(false))).toMatchObject({
      steps: [{ result: { outcome: 'tied' }, sentence: { en: expect.stringMatching(/^Tied, 1 yes, 1 no/) }, tie: { by: { participantId: person('mod') }, carried: false, sentence: { en: 'Lost by the vote of the chair, 1 yes, 1 no.' } } }],
      resolved: { outcome: 'lost', sentence: { en: 'Lost by the vote of the chair, 1 yes, 1 no.' } },
    });
  });

  it('[CH20] tells each asking for objections and how it ended', () => {
    const objects = says('cat', 'motion.object', { motionId: id(motion) });
    expect(motionFrom(moved(), asks(), objects, asks(), ticks(t0 + 90_000))).toMatchObject({
      steps: [{ kind: 'asking', present: 5, of: 'members', objectedBy: { participantId: person('cat') }, sentence: null }, { kind: 'asking', objectedBy: null, endedAt: t0 + 90_000, sentence: { en: 'Adopted without objection.' } }],
      resolved: { outcome: 'carried', at: t0 + 90_000 },
    });
    expect(motionFrom(moved(), asks())).toMatchObject({ steps: [{ endedAt: null, result: null }], resolved: null });
    expect(motionFrom(moved(), asks(), opensVote())).toMatchObject({ steps: [{ kind: 'asking', objectedBy: null, endedAt: expect.any(Number), result: null }, { kind: 'vote', status: 'open', result: null, cast: null }] });
  });
});

describe('who chose what', () => {
  it('[CH21] is told of a named vote, with who cast it for whom', () => {
    const vote = voteOf(motionFrom(council('ann', ['bob', 3], 'dan'), moves(), seconds(), givesProxy('dan', 'bob'), opensVote(), votes('bob', 'no'), votes('bob', 'abstain', { elector: 'dan' }), votes('ann'), closes()));
    expect(vote.rollCall).toMatchObject([
      { elector: { participantId: person('ann') }, choice: 'yes', weight: 1, proxy: null }, { elector: { participantId: person('bob') }, choice: 'no', weight: 3, proxy: null },
      { elector: { participantId: person('dan') }, choice: 'abstain', proxy: { participantId: person('bob') } },
    ]);
    expect(vote.cast).toEqual({ members: 3, weight: 5 });
  });

  it('[CH21] is not told while the vote is open, or once it is void', () => {
    const quorum = { of: 'members', kind: 'number', value: 5 } as const;
    const open = [...moved(), opensVote({ quorum }), votes('ann', 'no'), votes('bob', 'no')];
    for (const record of [motionFrom(open), motionFrom(open, leaves('cat'), closes()), motionFrom(open, cancels())]) {
      expect(choices(voteOf(record))).toEqual([]);
      expect(voteOf(record)).toMatchObject({ cast: null, pseudonyms: [] });
      for (const name of ['ann', 'bob']) expect(JSON.stringify(record.steps)).not.toContain(person(name));
      expect(JSON.stringify(record.steps)).not.toContain(':"no"');
    }
  });

  it('[CH21] stays under pseudonyms where the vote is pseudonymous, and in the box where it is secret', () => {
    const hidden = motionFrom(moved(), opensVote({ secrecy: 'pseudonymous' }), votes('cat', 'no', { as: 'b-cat' }), votes('ann', 'yes', { as: 'a-ann' }), closes());
    expect(voteOf(hidden)).toMatchObject({ rollCall: [], pseudonyms: [{ pseudonym: id('a-ann'), choice: 'yes', weight: 1 }, { pseudonym: id('b-cat'), choice: 'no', weight: 1 }], cast: { members: 2 } });
    const counting = [...moved(), opensVote({ secrecy: 'secret' }), closes()];
    expect(voteOf(motionFrom(counting))).toMatchObject({ status: 'counting', present: { closing: { members: 5 } }, result: null, digest: null });
    const secret = motionFrom(counting, counts({ yes: 2, no: 1 }, ['ann', 'bob', 'cat']));
    expect(voteOf(secret)).toMatchObject({ rollCall: [], pseudonyms: [], cast: { members: 3, weight: 3 }, entitled: { members: 5 }, digest: 'a'.repeat(64), result: { yes: 2, no: 1 } });
    for (const { steps } of [hidden, secret]) for (const name of ['ann', 'bob', 'cat']) expect(JSON.stringify(steps)).not.toContain(person(name));
  });
});

describe('decisions', () => {
  const other = [moves({ by: 'cat', as: 'other', text: 'The council thanks its hosts.' }), seconds('bob', 'other')];
  it('[CH22] are what stands as carried or adopted, in the order of decision', () => {
    expect(minutesOf(logFrom(moved(), other, decided('yes', { motionId: 'other', as: 'b1' }), asks(), ticks(t0 + 90_000))).decisions).toEqual([
      { motionId: id('other'), at: t0 + 8_000, title: { en: 'Admission' }, text: { en: 'The council thanks its hosts.' }, sentence: expect.objectContaining({ en: 'Carried unanimously, 1 of 1 votes.' }) },
      { motionId: id(motion), at: t0 + 90_000, title: { en: 'Admission' }, text: { en: 'The council admits a member.' }, sentence: expect.objectContaining({ en: 'Adopted without objection.' }) },
    ]);
    const tied = [...moved(), opensVote({ tie: 'chair' }), votes('ann'), votes('bob', 'no'), closes()];
    expect(minutesOf(logFrom(tied)).decisions).toEqual([]);
    expect(minutesOf(logFrom(tied, decidesTie(true))).decisions).toMatchObject([{ sentence: { en: 'Carried by the vote of the chair, 1 yes, 1 no.' } }]);
  });

  it('[CH22] are changed by a new vote, and not by a void one', () => {
    const many = (...steps: Parameters<typeof logFrom>) => minutesOf(logFrom(...steps)).decisions.length;
    expect(many(moved(), decided('yes'), decided('no', { as: 'b2' }))).toBe(0);
    expect(many(moved(), decided('no'), decided('yes', { as: 'b2' }))).toBe(1);
    expect(many(moved(), decided('yes'), opensVote({}, { as: 'b2' }), cancels('b2'))).toBe(1);
  });

  it('[CH22] have the amended text, and no carried amendment beside it', () => {
    const steps = [...amended, ...decided('yes', { motionId: 'amend', as: 'b0' })];
    expect(minutesOf(logFrom(steps)).decisions).toEqual([]);
    expect(minutesOf(logFrom(steps, decided('yes'))).decisions).toMatchObject([{ motionId: id(motion), text: { en: 'The council admits two members.' } }]);
  });
});
