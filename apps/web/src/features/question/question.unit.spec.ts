import { describe, expect, it } from '@jest/globals';
import type { QuestionId } from '@yaji/contracts';
import { id, onItsWay, rehearsal } from '../../fixtures/rehearsal.ts';
import { questionPanel } from './question-panel.ts';

function asked() {
  const play = rehearsal({ pendingQuestions: 1 });
  for (const name of ['mod', 'ana', 'ben', 'cho'] as const) play.enter(name);
  const questionId = play.say('ben', 'question.ask', { text: 'Why?', anonymous: false }, 1) as string as QuestionId;
  return { play, questionId };
}

describe('the questions', () => {
  it('wait for a moderator; the asker sees that, and how many may wait', () => {
    const { play } = asked();
    expect(questionPanel(play.seen('ben', 2))).toMatchObject({ unread: [{ text: 'Why?', mine: true, status: 'pending' }], tooMany: true, open: [] });
  });
  it('stand in the order of votes, and one may vote once, but not for one’s own', () => {
    const { play, questionId } = asked();
    const second = play.say('cho', 'question.ask', { text: 'How?', anonymous: true }, 2) as string as QuestionId;
    for (const one of [questionId, second]) play.say('mod', 'question.approve', { questionId: one }, 3);
    play.say('ana', 'question.upvote', { questionId: second }, 4);
    const { open } = questionPanel(play.seen('ana', 5));
    expect(open.map(({ text, votes, vote }) => [text, votes, vote])).toEqual([['How?', 1, 'done'], ['Why?', 0, 'may']]);
    expect(questionPanel(play.seen('ben', 5)).open.map(({ vote }) => vote)).toEqual(['may', 'none']);
    expect(questionPanel(play.seen('ben', 5, [onItsWay('question.upvote', { questionId: second })])).open[0]).toMatchObject({ votes: 2, vote: 'sending' });
  });
  it('tell why one was declined, and how one was answered', () => {
    const { play, questionId } = asked();
    play.say('mod', 'question.decline', { questionId, reason: 'Asked before' }, 2);
    expect(questionPanel(play.seen('ben', 3)).unread[0]).toMatchObject({ status: 'declined', declineReason: 'Asked before' });
    const next = play.say('cho', 'question.ask', { text: 'When?', anonymous: false }, 4) as string as QuestionId;
    play.say('mod', 'question.approve', { questionId: next }, 5);
    play.say('mod', 'question.answer', { questionId: next, text: null }, 6);
    expect(questionPanel(play.seen('ben', 7)).answered[0]).toMatchObject({ asker: { participantId: id('cho') }, answer: { how: 'live' } });
  });
});
