import { describe, expect, it } from '@jest/globals';
import type { PollAnswer, PollId, PollPlan } from '@yaji/contracts';
import { enters, given, id, person, play, says, scene } from '../../test/given.ts';
import { countsOf, seal, view } from '../index.ts';

const pollId: PollId = id('p1');
const option = (optionId: string) => ({ optionId, title: { en: optionId } });
const plan = (changed: Partial<PollPlan> = {}): PollPlan => ({ kind: 'single', title: { en: 'Where next?' }, options: ['river', 'hill', 'coast'].map(option), results: 'published', changeable: true, ...changed });
const prepares = (changed: Partial<PollPlan> = {}, as = 'p1') => says('mod', 'poll.prepare', { plan: plan(changed) }, { as });
const opens = says('mod', 'poll.open', { pollId });
const closes = says('mod', 'poll.close', { pollId });
const publishes = says('mod', 'poll.publish', { pollId });
const answers = (by: string, answer: PollAnswer) => says(by, 'poll.answer', { pollId, answer });
const picks = (by: string, ...options: string[]) => answers(by, { options });
const asked = (changed: Partial<PollPlan> = {}) => [...scene(), prepares(changed), opens];
const countsFor = (steps: Parameters<typeof play>[0], name: string, sees: 'inside' | 'moderating') => {
  const [poll] = view(play(steps).room, { participantId: person(name), sees }).polls;
  return poll ? Object.fromEntries(countsOf(poll)) : null;
};

describe('polls', () => {
  it('[P1] have at least two different options where options are chosen, and none elsewhere', () => {
    given(scene()).when(prepares()).then({ type: 'PollPrepared', data: { pollId } });
    given(scene()).when(prepares({ options: [option('one')] })).refused('poll/options-misfit');
    given(scene()).when(prepares({ options: [option('one'), option('one')] })).refused('poll/options-misfit');
    given(scene()).when(prepares({ kind: 'rating' })).refused('poll/options-misfit');
    given(scene()).when(prepares({ kind: 'text', options: [] })).then({ type: 'PollPrepared' });
    given(scene()).when({ ...prepares(), by: 'ann' }).refused('member/role-may-not');
  });
  it('[P2] are known to moderators until they open; one is open at a time, and what was closed stays closed', () => {
    expect(view(play([...scene(), prepares()]).room, { participantId: person('ann'), sees: 'inside' }).polls).toEqual([]);
    given(scene(), prepares()).when(opens).then({ type: 'PollOpened', data: { plan: plan() } });
    given(asked()).when(opens).then();
    given(asked(), prepares({}, 'p2')).when(says('mod', 'poll.open', { pollId: id('p2') })).refused('poll/another-open');
    given(asked(), closes).when(opens).refused('poll/over');
    given(asked(), closes).when(closes).then();
    given(scene(), prepares()).when(closes).refused('poll/not-open');
    given(scene(), prepares()).when(says('mod', 'poll.discard', { pollId })).leaves(({ polls }) => expect(polls).toEqual([]));
    given(asked()).when(says('mod', 'poll.discard', { pollId })).refused('poll/already-opened');
    given(scene()).when(opens).refused('poll/unknown');
    given(asked()).when(says('mod', 'room.close', {})).leaves(({ polls }) => expect(polls[0]?.status).toBe('closed'));
  });
  it('[P3] take one answer of each; another one takes its place where the poll allows it', () => {
    given(asked()).when(picks('ann', 'river')).then({ type: 'PollAnswered', data: { choice: 'river', again: false } });
    given(asked(), picks('ann', 'river')).when(picks('ann', 'river')).then();
    given(asked(), picks('ann', 'river'), picks('bob', 'hill')).when(picks('ann', 'hill')).leaves(({ polls: [poll] }) => expect(poll && Object.fromEntries(countsOf(poll))).toEqual({ hill: 2 }));
    given(asked({ changeable: false }), picks('ann', 'river')).when(picks('ann', 'hill')).refused('poll/already-answered');
    given(asked(), closes).when(picks('ann', 'hill')).refused('poll/over');
    given(scene(), prepares()).when(picks('ann', 'hill')).refused('poll/unknown');
    given(asked(), enters('wall', 'display')).when(picks('wall', 'hill')).refused('member/role-may-not');
  });
  it('[P4] refuse an answer that does not fit', () => {
    given(asked()).when(picks('ann', 'moon')).refused('poll/answer-misfits');
    given(asked()).when(picks('ann', 'river', 'hill')).refused('poll/answer-misfits');
    given(asked()).when(answers('ann', { rating: 3 })).refused('poll/answer-misfits');
    given(asked({ kind: 'multiple' })).when(picks('ann', 'hill', 'hill')).refused('poll/answer-misfits');
    given(asked({ kind: 'multiple' })).when(picks('ann', 'coast', 'river')).then({ type: 'PollAnswered', data: { choice: 'river>coast' } });
    given(asked({ kind: 'ranking' })).when(picks('ann', 'coast', 'river')).then({ type: 'PollAnswered', data: { choice: 'coast>river' } });
    given(asked({ kind: 'rating', options: [] })).when(answers('ann', { rating: 5 })).then({ type: 'PollAnswered', data: { choice: '5' } });
    given(asked({ kind: 'words', options: [] })).when(answers('ann', { text: 'Calm' })).then({ type: 'PollAnswered', data: { choice: null }, words: { text: 'Calm' } });
    given(asked({ kind: 'words', options: [] })).when(picks('ann', 'river')).refused('poll/answer-misfits');
    given(asked({ kind: 'words', options: [] })).when(answers('ann', { text: 'a long story '.repeat(4) })).refused('poll/answer-misfits');
  });
  it('[P5] tell nobody who answered what, and how it stands to moderators alone until it is published, or to all where it is live', () => {
    const answered = [...asked(), picks('ann', 'river'), picks('bob', 'hill')];
    expect(countsFor(answered, 'mod', 'moderating')).toEqual({ river: 1, hill: 1 });
    expect(countsFor(answered, 'ann', 'inside')).toEqual({ river: 1 });
    expect(countsFor([...answered, publishes], 'ann', 'inside')).toEqual({ river: 1, hill: 1 });
    expect(countsFor([...asked({ results: 'live' }), picks('bob', 'hill')], 'ann', 'inside')).toEqual({ hill: 1 });
    const odd = [...asked({ kind: 'words', options: [], results: 'live' }), answers('ann', { text: 'constructor' }), answers('bob', { text: '__proto__' })];
    expect([...countsOf(view(play(odd).room, { participantId: person('cat'), sees: 'inside' }).polls[0] ?? { answers: {}, others: {} })]).toEqual([['constructor', 1], ['__proto__', 1]]);
    const last = play(answered).log.at(-1);
    expect(last && JSON.stringify(seal(last, { participantId: person('mod'), sees: 'moderating' }))).not.toContain(person('bob'));
    expect(last && seal(last, { participantId: person('ann'), sees: 'inside' }).type).toBe('Sealed');
    given(answered, publishes).when(publishes).then();
    given(scene(), prepares()).when(publishes).refused('poll/not-open');
  });
});
