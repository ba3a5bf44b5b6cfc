import { describe, expect, it } from '@jest/globals';
import { type Block, gainDb, integrated } from './gated.ts';

const blocks = (...levels: [lufs: number, count: number][]): Block[] => levels.flatMap(([lufs, count]) => Array.from({ length: count }, (_, index) => ({ atMs: index * 100, lufs })));

describe('the loudness of a voice', () => {
  it('is that of its blocks', () => expect(integrated(blocks([-23, 50]))).toBeCloseTo(-23, 5));
  it('is not brought down by pauses, nor by murmur between the words', () => {
    expect(integrated(blocks([-23, 50], [-90, 500]))).toBeCloseTo(-23, 5);
    expect(integrated(blocks([-23, 50], [-45, 50]))).toBeCloseTo(-23, 5);
  });
  it('counts what is a little quieter by its energy', () => expect(integrated(blocks([-20, 10], [-26, 10]))).toBeCloseTo(10 * Math.log10((10 ** -2 + 10 ** -2.6) / 2), 5));
  it('is nothing where there is nothing', () => {
    expect(integrated([])).toBeNull();
    expect(integrated(blocks([-71, 10], [-Infinity, 10]))).toBeNull();
  });

  it('is brought to -16 LUFS', () => {
    expect(gainDb(blocks([-23.04, 50]))).toBe(7);
    expect(gainDb(blocks([-9, 50]))).toBe(-7);
  });
  it('is moved no further than is good for it, and noise stays noise', () => {
    expect(gainDb(blocks([-40, 50]))).toBe(15);
    expect(gainDb(blocks([2, 50]))).toBe(-15);
    expect(gainDb(blocks([-58, 50]))).toBe(0);
    expect(gainDb([])).toBe(0);
  });
});
