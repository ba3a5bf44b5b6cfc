import { describe, expect, it } from '@jest/globals';
import { SpeechMeter } from './speech-meter.ts';

const hear = (levels: readonly (readonly [at: number, level: number])[]): number => {
  const meter = new SpeechMeter();
  for (const [at, level] of levels) meter.heard(level, at);
  return meter.speechMs;
};

describe('SpeechMeter', () => {
  it('adds up what is loud enough', () => {
    expect(hear(Array.from({ length: 50 }, (_, index) => [index * 20, 100]))).toBe(1_000);
    expect(hear([[0, 30], [20, 60]])).toBe(0);
  });

  it('does not mind packets that come in heaps', () => {
    expect(hear(Array.from({ length: 50 }, (_, index) => [Math.floor(index / 10) * 200, 100]))).toBe(820);
  });

  it('counts a breath between two words, and no longer pause', () => {
    expect(hear([[0, 100], [400, 100]])).toBe(420);
    expect(hear([[0, 100], [200, 20], [10_000, 100]])).toBe(40);
  });
});
