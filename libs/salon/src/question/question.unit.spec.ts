import { describe, expect, it } from '@jest/globals';
import type { QuestionId } from '@yaji/contracts';
import { given, id, person, play, says, scene, t0 } from '../../test/given.ts';
import { currentQuestion, seal, view } from '../index.ts';

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
  it('[Q3] are asked at most once in the time that the rules say, by moderators at any time', () => {
    const busy = scene({ questionEveryMs: 30_000, pendingQuestions: 5 });
    given(busy, asks('ann')).when({ ...asks('ann', false, 'q2'), at: t0 + 20_000 }).refused('question/too-soon');
    given(busy, asks('ann')).when({ ...asks('ann', false, 'q2'), at: t0 + 40_000 }).then({ type: 'QuestionAsked' });
    given(busy, asks('ann')).when(asks('bob', false, 'q2')).then({ type: 'QuestionAsked' });
    given(busy, asks('mod')).when(asks('mod', false, 'q2')).then({ type: 'QuestionAsked' });
  });
  it('[Q8] are reworded by moderators, and by the asker while they wait; the earlier words stay', () => {
    const rewords = (by: string, text = 'Who will pay?') => says(by, 'question.edit', { ...q, text });
    given(scene(), asks('ann')).when(rewords('ann')).then({ type: 'QuestionEdited', data: { unread: true }, words: { text: 'Who will pay?' } });
    given(scene(), asks('ann'), approves).when(rewords('ann')).refused('question/not-pending');
    given(scene(), asks('ann'), approves).when(rewords('bob')).refused('question/not-yours');
    given(scene(), asks('ann'), approves).when(rewords('mod', 'Who pays for it?')).then();
    given(scene(), asks('ann'), declines).when(rewords('mod')).refused('question/over');
    const { room, log } = play([...scene(), asks('ann', true), rewords('ann', 'Who pays?'), approves, rewords('mod')]);
    const seen = (name: string, sees: 'inside' | 'moderating') => view(room, { participantId: person(name), sees }).questions[0];
    expect(seen('mod', 'moderating')?.edits).toMatchObject([{ by: null, before: 'Who pays for it?' }, { by: person('mod'), before: 'Who pays?' }]);
    expect(seen('ann', 'inside')?.edits).toMatchObject([{ by: person('ann') }, { by: person('mod') }]);
    expect(seen('bob', 'inside')).toMatchObject({ text: 'Who will pay?', edits: [{ before: 'Who pays?', unread: false }] });
    expect(JSON.stringify(log.map((record) => seal(record, { participantId: person('bob'), sees: 'inside' })))).not.toContain('Who pays for it?');
  });
  it('[Q9] are put before the room one at a time, until they are closed', () => {
    const pins = (questionId: QuestionId | null) => says('mod', 'question.pin', { questionId });
    const two = [...scene(), asks('ann'), asks('bob', false, 'q2'), approves, says('mod', 'question.approve', { questionId: id('q2') })];
    given(scene(), asks('ann')).when(pins(id('q1'))).refused('question/not-approved');
    given(scene()).when(pins(id('q1'))).refused('question/unknown');
    given(two, pins(id('q1'))).when(pins(id('q1'))).then();
    given(two, pins(id('q1')), pins(id('q2'))).leaves((room) => expect(currentQuestion(room)?.questionId).toBe(id('q2')));
    given(two, pins(id('q1')), pins(null)).leaves((room) => expect(currentQuestion(room)).toBeNull());
    for (const closes of [answers(null), says('mod', 'question.done', q), says('mod', 'question.defer', q), says('mod', 'question.merge', { ...q, into: id('q2') })]) {
      given(two, pins(id('q1')), closes).leaves(({ pinnedQuestion }) => expect(pinnedQuestion).toBeNull());
    }
    given(two, pins(id('q2')), answers(null)).leaves(({ pinnedQuestion }) => expect(pinnedQuestion).toBe(id('q2')));
  });
  it('[Q10] belong to the topic during which they were asked', () => {
    given(scene(), says('mod', 'agenda.startTopic', { itemId: 'table' as never, topicId: 'two' as never })).when(asks('ann')).leaves(({ questions }) => expect(questions[0]?.topicId).toBe('two'));
    given(scene()).when(asks('ann')).leaves(({ questions }) => expect(questions[0]?.topicId).toBeNull());
  });
  it('[Q11] are merged: who voted or asked stands behind the other, each once, but not its own asker', () => {
    const second = { questionId: id('q2') as QuestionId };
    const merges = says('mod', 'question.merge', { ...second, into: id('q1') });
    const two = [...scene(), asks('ann'), asks('bob', true, 'q2'), approves];
    const voted = [...two, says('mod', 'question.approve', second), votes('cat'), says('cat', 'question.upvote', second), says('ann', 'question.upvote', second)];
    const { room, log } = play([...voted, merges]);
    expect(room.questions[0]).toMatchObject({ votes: 2, voters: [person('cat'), person('bob')] });
    expect(room.questions[1]).toMatchObject({ status: 'merged', mergedInto: id('q1') });
    const merged = log.at(-1);
    const readBy = (name: string, sees: 'inside' | 'moderating') => merged && seal(merged, { participantId: person(name), sees });
    expect(readBy('bob', 'inside')).toMatchObject({ data: { askedBy: person('bob'), voters: [person('bob')], votes: 2 } });
    expect(readBy('mod', 'moderating')).toMatchObject({ data: { askedBy: null, voters: [], votes: 2 } });
    given(two).when(merges).then({ type: 'QuestionMerged', data: { votes: 1 } });
    given(two, merges).when(merges).refused('question/over');
    given(two, merges).when(says('cat', 'question.upvote', second)).refused('question/over');
    given(two).when(says('mod', 'question.merge', { ...q, into: id('q2') })).refused('question/cannot-take-in');
    given(two).when(says('mod', 'question.merge', { ...q, into: id('q1') })).refused('question/same-question');
    given(two).when(says('mod', 'question.merge', { ...q, into: id('q9') })).refused('question/unknown');
    const pendingThenMerged = play([...two, merges]).room;
    expect(view(pendingThenMerged, { participantId: person('cat'), sees: 'inside' }).questions.map(({ questionId }) => questionId)).toEqual([id('q1')]);
    expect(view(pendingThenMerged, { participantId: person('bob'), sees: 'inside' }).questions).toHaveLength(2);
  });
  it('[Q12] bring their askers to the list of speakers, or tie the place that they have', () => {
    const lets = says('mod', 'question.letSpeak', q, { as: 'let' });
    const approved = [...scene(), asks('ann'), approves];
    given(approved).when(lets).then({ type: 'FloorRequested', data: { entryId: id('let'), participantId: person('ann') } }, { type: 'QuestionLetSpeak', data: { ...q, entryId: id('let') } });
    given(approved, lets).when(lets).then();
    given(approved, says('ann', 'floor.request', {}, { as: 'hand' })).when(lets).then({ type: 'QuestionLetSpeak', data: { ...q, entryId: id('hand') } });
    given(scene(), asks('ann', true), approves).when(lets).refused('question/asker-unknown');
    given(scene(), asks('ann')).when(lets).refused('question/not-approved');
    given(approved, says('mod', 'floor.grantTo', { participantId: person('ann'), afterTurn: 0 })).when(lets).refused('floor/already-speaking');
    given(approved, lets, says('mod', 'floor.grantNext', { afterTurn: 0 })).leaves((room) => expect(currentQuestion(room)?.questionId).toBe(id('q1')));
  });
  it('[Q13] carry the turn under which they were answered aloud', () => {
    const speaks = says('mod', 'floor.grantTo', { participantId: person('bob'), afterTurn: 0 });
    given(scene(), asks('ann'), approves, speaks).when(answers(null)).then({ type: 'QuestionAnswered', data: { turn: 1 } });
    given(scene(), asks('ann'), approves, speaks).when(answers('In writing')).then({ type: 'QuestionAnswered', data: { turn: null } });
    given(scene(), asks('ann'), approves).when(answers(null)).then({ type: 'QuestionAnswered', data: { turn: null } });
  });
  it('[Q14] are left for later, answered even so, and opened again', () => {
    const later = [...scene(), asks('ann'), approves, says('mod', 'question.defer', q)];
    const reopens = says('mod', 'question.reopen', q);
    given(later).when(votes('bob')).refused('question/over');
    given(later).when(answers('By mail')).then({ type: 'QuestionAnswered' });
    given(later).when(reopens).leaves(({ questions }) => expect(questions[0]).toMatchObject({ status: 'approved', answer: null }));
    given(scene(), asks('ann'), approves, answers('No')).when(reopens).leaves(({ questions }) => expect(questions[0]).toMatchObject({ status: 'approved', answer: null }));
    given(scene(), asks('ann'), approves).when(reopens).refused('question/not-closed');
    given(scene(), asks('ann'), declines).when(reopens).refused('question/not-closed');
    given(scene(), asks('ann')).when(says('mod', 'question.defer', q)).refused('question/not-approved');
  });
});
