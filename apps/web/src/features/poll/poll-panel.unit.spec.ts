import { describe, expect, it } from '@jest/globals';
import type { PollAnswer, PollId, PollPlan } from '@yaji/contracts';
import { onItsWay, rehearsal } from '../../fixtures/rehearsal.ts';
import { pollPanel } from './poll-panel.ts';

const options = ['river', 'hill', 'coast'].map((optionId) => ({ optionId, title: { en: optionId } }));

function asked(changed: Partial<PollPlan> = {}) {
  const play = rehearsal();
  for (const name of ['mod', 'ana', 'ben', 'cho'] as const) play.enter(name);
  const plan: PollPlan = { kind: 'single', title: { en: 'Where next?' }, options, results: 'published', changeable: true, ...changed };
  const pollId = play.say('mod', 'poll.prepare', { plan }, 1) as string as PollId;
  play.say('mod', 'poll.open', { pollId }, 2);
  const answer = (name: 'ana' | 'ben' | 'cho', given: PollAnswer) => play.say(name, 'poll.answer', { pollId, answer: given }, 3);
  return { play, pollId, answer };
}

describe('the polls', () => {
  it('ask for an answer until there is one, and show how it stands to moderators alone until it is published', () => {
    const { play, pollId, answer } = asked();
    answer('ana', { options: ['river'] });
    expect(pollPanel(play.seen('ana', 4)).open).toMatchObject({ mine: 'river', mayAnswer: true, result: null });
    expect(pollPanel(play.seen('ben', 4, [onItsWay('poll.answer', { pollId, answer: { options: ['hill'] } })])).open).toMatchObject({ mine: null, sending: true });
    expect(pollPanel(play.seen('mod', 4)).open?.result).toMatchObject({ answers: 1, lines: [{ id: 'river', count: 1, share: 1 }, { count: 0 }, { count: 0 }] });
    play.say('mod', 'poll.close', { pollId }, 5);
    play.say('mod', 'poll.publish', { pollId }, 6);
    expect(pollPanel(play.seen('ben', 7))).toMatchObject({ open: null, over: [{ mayAnswer: false, published: true, result: { answers: 1 } }] });
  });
  it('count an option as often as it was chosen, and its share among those who answered', () => {
    const { play, answer } = asked({ kind: 'multiple' });
    answer('ana', { options: ['river', 'coast'] });
    answer('ben', { options: ['coast'] });
    expect(pollPanel(play.seen('mod', 4)).open?.result?.lines.map(({ id, count, share }) => [id, count, share])).toEqual([['river', 1, 0.5], ['hill', 0, 0], ['coast', 2, 1]]);
  });
  it('give a rating its mean, a ranking its winner and points, words their number in whatever case', () => {
    const rating = asked({ kind: 'rating', options: [] });
    rating.answer('ana', { rating: 5 });
    rating.answer('ben', { rating: 2 });
    expect(pollPanel(rating.play.seen('mod', 4)).open?.result).toMatchObject({ mean: 3.5, lines: [{ id: '5', count: 1 }, {}, {}, { id: '2', count: 1 }, {}] });
    const ranking = asked({ kind: 'ranking' });
    ranking.answer('ana', { options: ['hill', 'river', 'coast'] });
    ranking.answer('ben', { options: ['hill'] });
    expect(pollPanel(ranking.play.seen('mod', 4)).open?.result).toMatchObject({ runoff: { winner: 'hill' }, lines: [{ id: 'hill', count: 4, share: 1 }, { id: 'river', count: 1 }, { id: 'coast', count: 0 }] });
    const words = asked({ kind: 'words', options: [] });
    words.answer('ana', { text: 'Calm' });
    words.answer('ben', { text: 'calm' });
    expect(pollPanel(words.play.seen('mod', 4)).open?.result?.lines).toMatchObject([{ id: 'Calm', count: 2 }]);
  });
});
