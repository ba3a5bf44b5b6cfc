import type { HeardWord } from '../transcriber.ts';

/** Of a token that begins a word, in SentencePiece's and in plain writing. */
const opens = /^[▁\s]/;
const alone = /^\p{Script=Han}/u;

/** The tokens of a recogniser as words: parts of a word are put together, a Chinese character is one. Times in seconds, one for each token; the words in milliseconds. */
export function wordsOf(tokens: readonly string[], timestamps: readonly number[], endMs: number): HeardWord[] {
  if (tokens.length !== timestamps.length) return [];
  const words: HeardWord[] = [];
  tokens.forEach((token, n) => {
    const text = token.replace(/▁/g, ' ').trim();
    const fromMs = Math.round((timestamps[n] ?? 0) * 1_000);
    const toMs = n + 1 < tokens.length ? Math.round((timestamps[n + 1] ?? 0) * 1_000) : endMs;
    const last = words.at(-1);
    if (text === '' || /^<.*>$/.test(text)) return;
    if (!last || opens.test(token) || alone.test(text) || alone.test(last.text)) words.push({ text, fromMs, toMs });
    else Object.assign(last, { text: last.text + text, toMs });
  });
  return words;
}
