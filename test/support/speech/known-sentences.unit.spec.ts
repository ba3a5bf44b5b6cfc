import { describe, expect, it } from '@jest/globals';
import { type KnownSentence, sentencesIn } from './known-sentences.ts';
import { frameMs, sampleRate, spectrumOf } from './spectrum.ts';

/** A melody stands for a sentence: half a second for each tone. */
const sung = (hertz: readonly number[], gain = 0.3): Float32Array => Float32Array.from({ length: hertz.length * sampleRate / 2 }, (_, n) => {
  const tone = hertz[Math.floor((2 * n) / sampleRate)] ?? 0;
  return tone === 0 ? 0 : gain * Math.sin((2 * Math.PI * tone * n) / sampleRate) + 0.001 * Math.sin(n * n);
});
const known = (text: string, hertz: readonly number[]): KnownSentence => ({ text, language: 'en', sound: spectrumOf(sung(hertz)) });
const [rising, falling] = [known('rising', [220, 330, 550, 880]), known('falling', [900, 700, 400, 250])];
const joined = (...parts: readonly Float32Array[]): Float32Array => Float32Array.from(parts.flatMap((part) => [...part]));
const heardIn = (...parts: readonly Float32Array[]) => sentencesIn(spectrumOf(joined(...parts)), [rising, falling]).map(({ sentence: { text }, fromMs }) => [text, Math.round(fromMs / 100) * 100]);

describe('the double that knows what is said', () => {
  it('finds each sentence where it is, however loud', () =>
    expect(heardIn(sung([0]), sung([900, 700, 400, 250], 0.05), sung([0, 0]), sung([220, 330, 550, 880]))).toEqual([['falling', 500], ['rising', 3_500]]));
  it('finds one that is said again', () => expect(heardIn(sung([220, 330, 550, 880]), sung([220, 330, 550, 880]))).toEqual([['rising', 0], ['rising', 2_000]]));
  it('finds nothing in silence, in half a sentence, and in another one', () =>
    expect([heardIn(sung([0, 0, 0, 0, 0])), heardIn(sung([220, 330, 0, 0, 0])), heardIn(sung([500, 250, 500, 250, 500]))]).toEqual([[], [], []]));
  it('has a row for every 20 ms', () => expect([spectrumOf(sung([220])).frames, frameMs]).toEqual([25, 20]));
});
