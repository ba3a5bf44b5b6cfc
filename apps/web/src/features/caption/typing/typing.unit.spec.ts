import { describe, expect, it } from '@jest/globals';
import type { LineId } from '@yaji/contracts';
import { before, nothingTyped, type SentLine, withSent } from './typing.ts';

const line = (lineId: string, at: number, text = lineId): SentLine => ({ lineId: lineId as LineId, text, at });

describe('what a typist corrects', () => {
  const sent = [line('one', 0), line('two', 60_000)];

  it('is what this page said, from the last to the first, as it was said last', () => {
    const last = before(nothingTyped, sent, 61_000);
    expect(last).toEqual({ text: 'two', lineId: 'two', correcting: true });
    expect(before(last, sent, 61_000).lineId).toBe('one');
    expect(before(before(last, sent, 61_000), sent, 61_000).lineId).toBe('one');
    expect(before(nothingTyped, withSent(sent, line('two', 62_000, 'second')), 63_000).text).toBe('second');
    expect(before(nothingTyped, [], 0)).toBe(nothingTyped);
  });
  it('is not too old', () => {
    expect(before(nothingTyped, [line('one', 0)], 120_000)).toBe(nothingTyped);
    expect(withSent(sent, line('three', 120_000)).map(({ lineId }) => lineId)).toEqual(['two', 'three']);
  });
});
