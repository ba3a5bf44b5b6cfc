import type { Heard, HeardWord } from '../transcriber.ts';

/** `word start end confidence`, in seconds; what stands in brackets is silence or noise, and `(2)` a way of pronouncing. */
const timed = /^(\S+) (\d+\.\d+) (\d+\.\d+) (\d+(?:\.\d+)?(?:e-?\d+)?)$/;
const isNoise = (word: string): boolean => /^[<[+]/.test(word);

/**
 * Reads what `pocketsphinx_continuous -time yes` writes, line by line: an utterance, then its words. `utterance` hears each once its last
 * word is there. Milliseconds of what it was given.
 */
export function timesReader(utterance: (heard: Heard) => void): { take: (line: string) => void; end: () => void } {
  let words: HeardWord[] = [];
  const end = (): void => {
    const [first, last] = [words[0], words.at(-1)];
    if (first && last) utterance({ fromMs: first.fromMs, toMs: last.toMs, text: words.map(({ text }) => text).join(' '), words });
    words = [];
  };
  return {
    end,
    take: (line) => {
      const [, word = '', from, to] = timed.exec(line.trim()) ?? [];
      // A line without times is the next utterance as a text.
      if (from === undefined || to === undefined) return end();
      if (word === '</s>') return end();
      if (!isNoise(word)) words.push({ text: word.replace(/\(\d+\)$/, ''), fromMs: Math.round(Number(from) * 1_000), toMs: Math.round(Number(to) * 1_000) });
    },
  };
}
