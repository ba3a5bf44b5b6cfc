import { describe, expect, it } from '@jest/globals';
import type { HeardWord } from '../transcriber.ts';
import { type Decoder, pieceBytes, pieceMs, type Said, utterances } from './utterances.ts';

/** Understands every word from its first sound on, and hears an end 300 ms after the last. */
function scripted(script: readonly [text: string, fromMs: number, toMs: number][]): Decoder {
  let [nowMs, sinceMs, isOver] = [0, 0, false];
  const all = script.map(([text, fromMs, toMs]): HeardWord => ({ text, fromMs, toMs }));
  return {
    take(piece) { nowMs += (piece.length / pieceBytes) * pieceMs; },
    isSpeech: () => all.some(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs + 300),
    words: () => all.filter(({ fromMs, toMs }) => toMs > sinceMs && fromMs < nowMs).map(({ text, fromMs, toMs }) => ({ text: isOver ? text.toUpperCase() : text, fromMs, toMs: Math.min(toMs, nowMs) })),
    end() { isOver = true; },
    begin() { [sinceMs, isOver] = [nowMs, false]; },
  };
}
function hear(script: Parameters<typeof scripted>[0], ms: number, step = pieceBytes): { atMs: number; whole: boolean; text: string }[] {
  const heard: { atMs: number; whole: boolean; text: string }[] = [];
  let taken = 0;
  const speech = utterances(scripted(script), ({ whole, words }: Said) => heard.push({ atMs: taken / 32, whole, text: words.map(({ text }) => text).join(' ') }));
  for (const end = ms * 32; taken < end;) {
    const bytes = Buffer.alloc(Math.min(step, end - taken));
    taken += bytes.length;
    speech.take(bytes);
  }
  return heard;
}

describe('utterances in a sound that goes on', () => {
  it('are told while they are spoken, each word once the next is under way, and are whole after a pause', () => {
    const heard = hear([['we', 400, 600], ['meet', 600, 900], ['here', 900, 1_300], ['yes', 3_000, 3_400]], 5_000);
    expect(heard.map(({ whole, text }) => [whole, text])).toEqual([[false, 'we'], [false, 'we meet'], [false, 'we meet here'], [true, 'WE MEET HERE'], [false, 'yes'], [true, 'YES']]);
    for (const [n, spokenMs] of [[0, 600], [1, 900], [2, 1_300], [4, 3_400]] as const) expect((heard[n]?.atMs ?? 0) - spokenMs).toBeLessThanOrEqual(400);
    expect(heard[3]?.atMs).toBe(1_600);
  });
  it('end also when nobody pauses: where a word has just ended, or at the latest after seven seconds', () => {
    const endless = Array.from({ length: 40 }, (_, n): [string, number, number] => [`w${n}`, n * 400, n * 400 + 400]);
    const gap = endless.map(([text, fromMs, toMs], n): [string, number, number] => [text, fromMs, n === 10 ? toMs - 240 : toMs]);
    const ends = (script: typeof endless): number[] => hear(script, 15_000).filter(({ whole }) => whole).map(({ atMs }) => atMs);
    expect(ends(endless)).toEqual([7_040, 14_080]);
    expect(ends(gap)[0]).toBeLessThan(4_600);
  });
  it('are the same however the sound comes, and none where nobody speaks', () => {
    const script: Parameters<typeof scripted>[0] = [['we', 400, 600], ['meet', 600, 900]];
    const told = (step: number) => hear(script, 3_000, step).map(({ whole, text }) => [whole, text]);
    expect(told(777)).toEqual(told(pieceBytes));
    expect(told(64_000)).toEqual(told(pieceBytes));
    expect(hear([], 30_000)).toEqual([]);
  });
});
