import type { HeardWord } from '../transcriber.ts';

/** Sound is taken in pieces of so many milliseconds: 16,000 samples a second of two bytes. */
export const pieceMs = 40;
export const pieceBytes = pieceMs * 32;

/** A recogniser in the middle of an utterance. `words`: as it understands it by now, or, once it has ended, altogether; milliseconds of the whole sound. */
export type Decoder = { take(piece: Buffer): void; isSpeech(): boolean; words(): HeardWord[]; end(): void; begin(): void };
/** `whole`: the utterance is over, and these are its words; until then they may change. */
export type Said = { whole: boolean; words: HeardWord[] };

/** What is understood is looked at this often. Milliseconds, like all that follows. */
const everyMs = 160;
/** A word that has just been spoken is often taken for another until the next is heard. */
const settlingMs = 200;
/** Whoever speaks this long without a pause is cut where a word has just ended, and at the latest after the second. */
const longMs = 4_000;
const longestMs = 7_000;
const gapMs = 120;

/** Hears utterances in a sound that goes on, and says what is understood of them while they are spoken. */
export function utterances(decoder: Decoder, say: (said: Said) => void): { take(bytes: Buffer): void } {
  const piece = Buffer.alloc(pieceBytes);
  let [filled, nowMs, spokenMs, lookedMs, told] = [0, 0, 0, 0, ''];

  const finish = (): void => {
    decoder.end();
    const words = decoder.words();
    if (words.length > 0 || told !== '') say({ whole: true, words });
    decoder.begin();
    [spokenMs, told] = [0, ''];
  };
  const look = (): void => {
    lookedMs = nowMs;
    const words = decoder.words();
    if (isToBeCut(words)) return finish();
    const settled = words.filter(({ toMs }) => toMs <= nowMs - settlingMs);
    const text = settled.map((word) => word.text).join(' ');
    if (text === told || text === '') return;
    told = text;
    say({ whole: false, words: settled });
  };
  const isToBeCut = (words: readonly HeardWord[]): boolean => spokenMs >= longestMs || (spokenMs >= longMs && nowMs - (words.at(-1)?.toMs ?? nowMs) >= gapMs);
  const hear = (): void => {
    decoder.take(piece);
    nowMs += pieceMs;
    if (decoder.isSpeech()) {
      spokenMs += pieceMs;
      if (nowMs - lookedMs >= everyMs) look();
    } else if (spokenMs > 0) finish();
  };
  return {
    take(bytes) {
      for (let at = 0; at < bytes.length;) {
        const copied = bytes.copy(piece, filled, at);
        at += copied;
        filled = (filled + copied) % pieceBytes;
        if (filled === 0) hear();
      }
    },
  };
}
