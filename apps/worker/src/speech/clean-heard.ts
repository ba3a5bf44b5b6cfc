import { text } from '@yaji/contracts';
import type { Heard, HeardWord } from './transcriber.ts';

const line = text(2_000);
/** Nobody says more in a second: what does was made up. */
const mostPerSecond = 45;
const leastMs = 100;
/** Recognisers that hear nothing repeat themselves. */
const mostAlike = 2;

/**
 * What a recogniser heard, as it can have been: in order, one after the other, within the sound, with letters, not the same over and over.
 * Anything else is left out rather than believed. Milliseconds.
 */
export function cleanHeard(heard: readonly Heard[], durationMs: number): Heard[] {
  const clean: Heard[] = [];
  let [alike, last] = [0, ''];
  for (const one of heard.filter(isTimed).toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs)) {
    const said = between(one, clean.at(-1)?.toMs ?? 0, durationMs);
    if (!said) continue;
    alike = said.text === last ? alike + 1 : 1;
    last = said.text;
    if (alike <= mostAlike) clean.push(said);
  }
  return clean;
}

/** What of it lies between two instants; null where that is no speech. */
function between({ text: said, language, words: all, ...times }: Heard, from: number, to: number): Heard | null {
  const read = line.safeParse(said.replace(/\s+/g, ' '));
  const [fromMs, toMs] = [Math.max(0, times.fromMs, from), Math.min(to, times.toMs)];
  if (!read.success || toMs - fromMs < leastMs || !isSpeech(read.data, toMs - fromMs)) return null;
  const words = all ? wordsWithin(all, fromMs, toMs) : [];
  return { fromMs, toMs, text: read.data, ...(language ? { language } : {}), ...(words.length > 0 ? { words } : {}) };
}

const isTimed = ({ fromMs, toMs }: Heard): boolean => Number.isFinite(fromMs) && Number.isFinite(toMs);

function isSpeech(said: string, ms: number): boolean {
  return /\p{L}|\p{N}/u.test(said) && said.length <= Math.max(12, (ms / 1_000) * mostPerSecond) && !isLitany(said);
}

/** One word, or one short phrase, over and over. */
function isLitany(said: string): boolean {
  const words = said.toLowerCase().split(/[\s,.!?，。！？、]+/u).filter((word) => word !== '');
  return (words.length >= 8 && new Set(words).size <= words.length / 6) || /^(.{1,6}?)\1{7,}/u.test(said.replace(/\s/g, ''));
}

function wordsWithin(words: readonly HeardWord[], fromMs: number, toMs: number): HeardWord[] {
  const within = (ms: number): number => Math.min(toMs, Math.max(fromMs, ms));
  return words
    .filter((word) => word.text.trim() !== '' && Number.isFinite(word.fromMs) && Number.isFinite(word.toMs) && word.toMs >= word.fromMs && word.fromMs < toMs && word.toMs > fromMs)
    .map((word) => ({ text: word.text.trim(), fromMs: within(word.fromMs), toMs: within(word.toMs) }))
    .toSorted((a, b) => a.fromMs - b.fromMs);
}
