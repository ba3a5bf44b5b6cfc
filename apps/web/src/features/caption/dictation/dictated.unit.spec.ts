import { describe, expect, it } from '@jest/globals';
import type { LineId } from '@yaji/contracts';
import { dictated, piecesOf, type Said } from './dictated.ts';

function hearing(most = 20) {
  const said: Said[] = [];
  let made = 0;
  const { heard } = dictated({ most, everyMs: 300, fresh: () => `line-${(made += 1)}` as LineId, say: (one) => said.push(one) });
  return { said, heard };
}

describe('what is dictated', () => {
  it('is one line while it grows, told not too often, and at once when it is whole', () => {
    const { said, heard } = hearing();
    heard('Good', false, 0);
    heard('Good eve', false, 100);
    heard('Good evening', false, 301);
    heard('Good evening.', true, 350);
    heard('Welcome', false, 360);
    expect(said.map(({ lineId, text, final }) => [lineId, text, final])).toEqual([
      ['line-1', 'Good', false], ['line-1', 'Good evening', false], ['line-1', 'Good evening.', true], ['line-2', 'Welcome', false],
    ]);
  });
  it('becomes several lines where it is too long, between words', () => {
    const { said, heard } = hearing();
    heard('one two three four five six', false, 0);
    heard('one two three four five six', true, 10);
    expect(said.map(({ lineId, text }) => [lineId, text])).toEqual([['line-1', 'five six'], ['line-1', 'one two three four'], ['line-2', 'five six']]);
    expect(piecesOf('没有空格的一句很长的话', 5)).toEqual(['没有空格的', '一句很长的', '话']);
  });
  it('says nothing of silence', () => {
    const { said, heard } = hearing();
    heard('  ', true, 0);
    heard('', false, 900);
    expect(said).toEqual([]);
  });
});
