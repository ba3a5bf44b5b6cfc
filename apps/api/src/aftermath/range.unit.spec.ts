import { describe, expect, it } from '@jest/globals';
import { readRange } from './range.ts';

describe('readRange', () => {
  it('reads a beginning, a middle, an end and a tail', () => {
    expect(readRange('bytes=0-', 100)).toEqual({ from: 0, to: 99 });
    expect(readRange('bytes=10-19', 100)).toEqual({ from: 10, to: 19 });
    expect(readRange('bytes=90-1000', 100)).toEqual({ from: 90, to: 99 });
    expect(readRange('bytes=-10', 100)).toEqual({ from: 90, to: 99 });
    expect(readRange('bytes=-1000', 100)).toEqual({ from: 0, to: 99 });
  });

  it('answers the whole file to what it does not understand', () => {
    for (const header of [undefined, '', 'bytes=-', 'bytes=5-2', 'bytes=0-1,5-6', 'chapters=1-2', 'bytes=a-b']) expect(readRange(header, 100)).toBe('whole');
  });

  it('has nothing outside the file', () => {
    for (const header of ['bytes=100-', 'bytes=-0']) expect(readRange(header, 100)).toBe('none');
    expect(readRange('bytes=0-', 0)).toBe('none');
  });
});
