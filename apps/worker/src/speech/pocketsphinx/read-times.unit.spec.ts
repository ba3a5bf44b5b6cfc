import { describe, expect, it } from '@jest/globals';
import type { Heard } from '../transcriber.ts';
import { timesReader } from './read-times.ts';

const read = (...lines: string[]): Heard[] => {
  const heard: Heard[] = [];
  const reader = timesReader((one) => heard.push(one));
  lines.forEach(reader.take);
  reader.end();
  return heard;
};

describe('what pocketsphinx writes', () => {
  it('is read as utterances with the times of their words', () => {
    expect(read('oh really', '<s> 0.400 0.540 0.999800', 'oh 0.550 0.650 0.384346', '<sil> 0.660 0.710 0.7', 'really(2) 0.720 1.190 0.957045', '</s> 4.8 5.51 1.000000', 'yes', '<s> 6.1 6.2 1.0', 'yes 6.250 6.500 1e-05', '</s> 6.510 6.900 1.000000')).toEqual([
      { fromMs: 550, toMs: 1_190, text: 'oh really', words: [{ text: 'oh', fromMs: 550, toMs: 650 }, { text: 'really', fromMs: 720, toMs: 1_190 }] },
      { fromMs: 6_250, toMs: 6_500, text: 'yes', words: [{ text: 'yes', fromMs: 6_250, toMs: 6_500 }] },
    ]);
  });
  it('is nothing where only noise was heard', () => {
    expect(read('', '<s> 0.1 0.2 1.0', '[NOISE] 0.300 0.400 0.5', '++BREATH++ 0.500 0.600 0.5', '</s> 0.700 0.800 1.0')).toEqual([]);
  });
});
