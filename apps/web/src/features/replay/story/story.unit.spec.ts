import { describe, expect, it } from '@jest/globals';
import type { Chapter, CommandOf, PollId, QuestionId, RecordingOffer, Told, TranscriptLine } from '@yaji/contracts';
import { id, opening, rehearsal } from '../../../fixtures/rehearsal.ts';
import { chapterAt, turnBeside } from './chapters.ts';
import { marksOf } from './marks.ts';
import { marked, search } from './search.ts';
import { storyOf } from './story.ts';

/** Ten minutes in the room; recorded from second 10 for 60 seconds, and again from second 120 for 60 seconds. */
function evening() {
  const play = rehearsal();
  for (const name of ['mod', 'lin', 'ana', 'ben'] as const) play.enter(name);
  const question = play.say('ben', 'question.ask', { text: 'Wohin führt der Weg?', anonymous: false }, 5) as string as QuestionId;
  play.say('mod', 'question.approve', { questionId: question }, 6);
  play.say('mod', 'floor.grantTo', { participantId: id('lin'), afterTurn: 0 }, 15);
  play.say('mod', 'question.pin', { questionId: question }, 40);
  play.say('mod', 'question.answer', { questionId: question, text: null }, 50);
  const poll = play.say('mod', 'poll.prepare', { plan: { kind: 'rating', title: { en: 'How was it?' }, options: [], results: 'live', changeable: true } satisfies CommandOf<'poll.prepare'>['data']['plan'] }, 90) as string as PollId;
  play.say('mod', 'poll.open', { pollId: poll }, 125);
  play.say('mod', 'floor.grantTo', { participantId: id('ana'), afterTurn: 1 }, 130);
  play.say('mod', 'floor.end', { turn: 2 }, 170);
  const chapter = (turn: number, name: 'lin' | 'ana', offsetMs: number, durationMs: number): Chapter => ({ turn, participantId: id(name), title: name, offsetMs, durationMs });
  const recording = {
    durationMs: 120_000, startedAt: opening + 10_000, chapters: [chapter(1, 'lin', 5_000, 65_000), chapter(2, 'ana', 70_000, 40_000)],
    pieces: [{ offsetMs: 0, durationMs: 60_000, fromAt: opening + 10_000 }, { offsetMs: 60_000, durationMs: 60_000, fromAt: opening + 120_000 }],
  } as unknown as RecordingOffer;
  const line = (lineId: string, name: 'lin' | null, seconds: number, text: string): TranscriptLine => ({ lineId, turn: 1, participantId: name && id(name), language: 'en', fromAt: opening + seconds * 1_000, toAt: opening + seconds * 1_000 + 2_000, text });
  const pinned = { seq: 1, at: opening + 40_000, by: id('mod'), type: 'QuestionPinned', data: { questionId: question } } as Told;
  return { question, poll, story: storyOf({ recording, room: play.room, events: [pinned], lines: [line('a', 'lin', 20, 'The Café by the river'), line('b', null, 125, 'We go on')] }) };
}
const { question, poll, story } = evening();

describe('the story of a recording', () => {
  it('has the turns, with one colour for a person and what they were about', () => {
    expect(story.turns).toMatchObject([{ turn: 1, from: 5 / 120, colour: 0, plate: { name: { en: 'lin in Latin' } } }, { turn: 2, width: 40 / 120, colour: 1 }]);
    expect([chapterAt(story.turns, 5_000)?.turn, chapterAt(story.turns, 4_999), chapterAt(story.turns, 110_000)]).toEqual([1, null, null]);
    expect([turnBeside(story.turns, 0, 1), turnBeside(story.turns, 71_000, -1), turnBeside(story.turns, 75_000, -1), turnBeside(story.turns, 1_000, -1), turnBeside(story.turns, 70_000, 1)]).toEqual([5_000, 5_000, 70_000, 0, null]);
  });
  it('has what was asked and voted on at the moment that is meant, in the time of the file', () => {
    expect(story.subjects).toEqual([
      { key: `question ${question}`, id: question, kind: 'question', title: { und: 'Wohin führt der Weg?' }, offsetMs: 30_000, moments: [{ what: 'asked', offsetMs: 0 }, { what: 'put', offsetMs: 30_000 }, { what: 'answered', offsetMs: 40_000 }] },
      { key: `poll ${poll}`, id: poll, kind: 'poll', title: { en: 'How was it?' }, offsetMs: 65_000, moments: [{ what: 'opened', offsetMs: 65_000 }] },
    ]);
  });
  it('has what was said and where recording was interrupted', () => {
    expect(story.lines).toMatchObject([{ lineId: 'a', offsetMs: 10_000, endMs: 12_000, plate: { participantId: id('lin') } }, { lineId: 'b', offsetMs: 65_000, plate: null }]);
    expect(story.breaks).toEqual([{ offsetMs: 60_000, lostMs: 50_000 }]);
  });
  it('is searched without regard to case and accents, in the order of time', () => {
    expect(search(story, ' cafe ').map(({ key, said }) => [key, said])).toEqual([['line a', 'The Café by the river']]);
    expect(search(story, 'W').map(({ kind, offsetMs }) => [kind, offsetMs])).toEqual([['question', 30_000], ['line', 65_000], ['poll', 65_000]]);
    expect(search(story, '中文').map(({ kind }) => kind)).toEqual(['turn', 'turn']);
    expect(search(story, '  ')).toEqual([]);
    expect(marked('The Café by', 'café')).toEqual(['The ', 'Café', ' by']);
    expect(marked('The Café by', 'cafe')).toEqual(['The Café by']);
  });
  it('puts signs together that would lie upon one another', () => {
    expect(marksOf(story, { widthPx: 1_200, signPx: 24 }).map(({ kind, from }) => [kind, from])).toEqual([['question', 0.25], ['poll', 65 / 120]]);
    expect(marksOf(story, { widthPx: 60, signPx: 24 })).toMatchObject([{ kind: 'several', from: 0.25, subjects: story.subjects }]);
  });
});
