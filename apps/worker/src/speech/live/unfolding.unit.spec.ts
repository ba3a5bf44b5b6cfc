import { describe, expect, it } from '@jest/globals';
import type { CaptionLine, ParticipantId } from '@yaji/contracts';
import type { LiveHeard } from './recogniser.ts';
import { type SaidWords, unfolding } from './unfolding.ts';

const heard = (text: string, whole = false): LiveHeard => ({ whole, text, fromMs: 0, toMs: 900, words: [] });
/** Each part of what was heard belongs to another. */
const parts = ({ text }: LiveHeard): SaidWords[] =>
  text.split('/').filter((part) => part !== '').map((part, n) => ({ turn: n + 1, participantId: `${n}` as ParticipantId, language: 'en', fromAt: n, toAt: n + 1, text: part, words: [{ text: part, fromAt: n, toAt: n + 1 }] }));
const told = (lines: readonly CaptionLine[]) => lines.map(({ text, turn, final, words }) => [text, turn, final, words?.length ?? 0]);

describe('an utterance while it is spoken', () => {
  it('is one line that grows until it is whole, and the next is another', () => {
    const take = unfolding(parts);
    const lines = [heard('we'), heard('we meet'), heard('we eat here', true), heard('yes', true), heard('no')].flatMap(take);
    expect(told(lines)).toEqual([['we', 1, false, 0], ['we meet', 1, false, 0], ['we eat here', 1, true, 1], ['yes', 1, true, 1], ['no', 1, false, 0]]);
    expect(lines.map(({ lineId }) => [...new Set(lines.map((line) => line.lineId))].indexOf(lineId))).toEqual([0, 0, 0, 1, 2]);
  });
  it('is told up to where the floor changed hands, and altogether when it is whole', () => {
    const take = unfolding(parts);
    const [half, whole] = [take(heard('thank you/now')), take(heard('thank you/now I', true))];
    expect([told(half), told(whole)]).toEqual([[['thank you', 1, false, 0]], [['thank you', 1, true, 1], ['now I', 2, true, 1]]]);
    expect(whole[0]?.lineId).toBe(half[0]?.lineId);
    expect(whole[1]?.lineId).not.toBe(half[0]?.lineId);
  });
  it('stays as it was read where nothing is left of it, and is nothing where nothing was', () => {
    const take = unfolding(parts);
    const [half] = take(heard('well'));
    expect(take(heard('', true))).toEqual([expect.objectContaining({ lineId: half?.lineId, text: 'well', final: true })]);
    expect([take(heard('')), take(heard('', true))]).toEqual([[], []]);
  });
});
