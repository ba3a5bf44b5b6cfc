import type { Heard, HeardWord } from '../transcriber.ts';
import { wordOf } from './word-of.ts';

/** `word start end confidence`, in seconds. */
const timed = /^(\S+) (\d+\.\d+) (\d+\.\d+) (\d+(?:\.\d+)?(?:e-?\d+)?)$/;

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
      const [, told = '', from, to] = timed.exec(line.trim()) ?? [];
      // A line without times is the next utterance as a text.
      if (from === undefined || to === undefined) return end();
      if (told === '</s>') return end();
      const text = wordOf(told);
      if (text !== null) words.push({ text, fromMs: Math.round(Number(from) * 1_000), toMs: Math.round(Number(to) * 1_000) });
    },
  };
}
