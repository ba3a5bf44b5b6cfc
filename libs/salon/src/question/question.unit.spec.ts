import { describe, expect, it } from '@jest/globals';
import type { QuestionId } from '@yaji/contracts';
import { given, id, person, play, says, scene } from '../../test/given.ts';
import { seal, view } from '../index.ts';

const q: { questionId: QuestionId } = { questionId: id('q1') };
const asks = (name: string, anonymous = false, as = 'q1') => says(name, 'question.ask', { text: 'Who pays for it?', anonymous }, { as });
const approves = says('mod', 'question.approve', q);
const declines = says('mod', 'question.decline', { ...q, reason: 'Answered before' });
const votes = (name: string) => says(name, 'question.upvote', q);
const answers = (text: string | null, by = 'mod') => says(by, 'question.answer', { ...q, text });

describe('questions', () => {
  it('[Q1] are seen by the asker and the moderators only, until approved', () => {
    const { room, log } = play([...scene(), asks('ann')]);
    const seen = (name: string, sees: 'inside' | 'moderating') => view(room, { participantId: person(name), sees }).questions.length;
    expect([seen('ann', 'inside'), seen('bob', 'inside'), seen('mod', 'moderating')]).toEqual([1, 0, 1]);
    const asked = log.at(-1);
    expect(asked && seal(asked, { participantId: person('bob'), sees: 'inside' })).toEqual({ seq: asked?.seq, at: asked?.at, by: null, type: 'Sealed', data: {} });
    given(scene(), asks('ann')).when(approves).then({ type: 'QuestionApproved', words: { text: 'Who pays for it?' } });
  });
  it('[Q2] hide an anonymous asker from everybody else, moderators included', () => {
    const { room, log } = play([...scene(), asks('ann', true), approves]);
    for (const [name, sees] of [['mod', 'moderating'], ['bob', 'inside']] as const) {
      const viewer = { participantId: person(name), sees };
      expect(JSON.stringify(view(room, viewer).questions)).not.toContain(person('ann'));
      expect(JSON.stringify(log.slice(-2).map((record) => seal(record, viewer)))).not.toContain(person('ann'));
    }
    expect(view(room, { participantId: person('ann'), sees: 'inside' }).questions[0]?.askedBy).toBe(person('ann'));
    given(scene({ anonymousQuestions: false })).when(asks('ann', true)).refused('question/anonymous-not-allowed');
  });
  it('[Q3] wait for approval only so many at once', () => {
    given(scene(), asks('ann'), asks('ann', true, 'q2')).when(asks('ann', false, 'q3')).refused('question/too-many-pending');
    given(scene(), asks('ann'), asks('ann', true, 'q2'), approves).when(asks('ann', false, 'q3')).then({ type: 'QuestionAsked' });
  });
  it('[Q4] are declined with a reason for the asker', () => {
    const { room } = play([...scene(), asks('ann'), declines]);
    expect(view(room, { participantId: person('ann'), sees: 'inside' }).questions[0]).toMatchObject({ status: 'declined', declineReason: 'Answered before' });
    expect(view(room, { participantId: person('bob'), sees: 'inside' }).questions).toEqual([]);
  });
  it('[Q5] take one vote per person, none from the asker, and tell nobody who voted', () => {
    const approved = [...scene(), asks('ann'), approves];
    given(approved, votes('bob')).when(votes('bob')).then();
    given(approved).when(votes('ann')).refused('question/own-question');
    const { room, log } = play([...approved, votes('bob'), votes('cat')]);
    expect(view(room, { participantId: person('bob'), sees: 'inside' }).questions[0]).toMatchObject({ votes: 2, voters: [person('bob')] });
    const vote = log.at(-1);
    expect(vote && JSON.stringify(seal(vote, { participantId: person('mod'), sees: 'moderating' }))).not.toContain(person('cat'));
  });
  it('[Q6] are approved or declined while they wait, voted for and answered once approved', () => {
    given(scene(), asks('ann'), approves).when(approves).refused('question/not-pending');
    given(scene(), asks('ann'), declines).when(declines).refused('question/not-pending');
    given(scene(), asks('ann')).when(votes('bob')).refused('question/not-approved');
    given(scene(), asks('ann')).when(answers(null)).refused('question/not-approved');
    given(scene(), asks('ann'), declines).when(votes('bob')).refused('question/over');
    given(scene()).when(approves).refused('question/unknown');
  });
  it('[Q7] are answered aloud or in writing, and put aside', () => {
    const approved = [...scene(), asks('ann'), approves];
    given(approved).when(answers(null)).then({ type: 'QuestionAnswered', data: { how: 'live' }, words: { text: null } });
    given(approved).when(answers('The members do.', 'bob')).then({ type: 'QuestionAnswered', data: { how: 'written' }, words: { text: 'The members do.' } });
    given(approved, answers(null)).when(answers(null)).refused('question/over');
    given(approved, answers('Yes'), says('mod', 'question.done', q)).leaves(({ questions }) => expect(questions[0]).toMatchObject({ status: 'done', answer: { text: 'Yes' } }));
    given(scene(), asks('ann')).when(says('mod', 'question.done', q)).refused('question/not-approved');
  });
});
