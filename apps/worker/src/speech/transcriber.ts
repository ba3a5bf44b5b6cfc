import type { Language, LineSource } from '@yaji/contracts';

/** 16-bit samples, one voice, 16,000 a second. */
export type Sound = Int16Array;
export const rate = 16_000;
export const msOf = (sound: Pick<Sound, 'length'>): number => (sound.length / rate) * 1_000;

export type HeardWord = { text: string; fromMs: number; toMs: number };
/** What was understood of a sound; milliseconds of it. `language`: where the source found it out. `words`: where it tells their times. */
export type Heard = { fromMs: number; toMs: number; text: string; language?: Language; words?: HeardWord[] };

/** What helps to understand: names and subjects that may occur, and what is spoken; null: not known. */
export type Hints = { language: Language | null; prompt: string };

/** Whatever turns sound into text. `pieceMs`: how long a sound it takes at once. Rejects with `SpeechFailed`, or the signal's reason. */
export type Transcriber = {
  source: Extract<LineSource, 'engine' | 'service'>;
  pieceMs: number;
  /** Whether it understands a language; null: one that is not known. */
  understands(language: Language | null): boolean;
  transcribe(sound: Sound, hints: Hints, signal: AbortSignal): Promise<Heard[]>;
};

/**
 * `away`: it may work when asked again. `refused`: it would not the next time either. Says nothing of what was said: errors are logged.
 */
export class SpeechFailed extends Error {
  override readonly name = 'SpeechFailed';

  constructor(readonly why: 'away' | 'refused', what: string, cause?: unknown) {
    super(what, { cause });
  }
}
