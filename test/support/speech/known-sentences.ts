import { every, frameMs, likeness, type Spectrum } from './spectrum.ts';

/** A sentence as it sounds before any microphone. */
export type KnownSentence = { text: string; language: string; sound: Spectrum };
export type Spoken = { sentence: KnownSentence; fromMs: number; toMs: number; likeness: number };

/** The same sentence after a codec and a resampler is above it, every other below. */
const alike = 0.65;
/** Where it might be is looked for in every third row, at every third place; only there it is looked at closely. */
const stride = 3;
const worthALook = 0.45;

/** Each known sentence, at each place where it is heard from its beginning to its end; in the order of saying, none over another. */
export function sentencesIn(heard: Spectrum, known: readonly KnownSentence[]): Spoken[] {
  const coarse = every(heard, stride);
  const found = known.flatMap((sentence) => placesOf(sentence, heard, coarse));
  const taken: Spoken[] = [];
  for (const one of found.sort((a, b) => b.likeness - a.likeness)) if (taken.every(({ fromMs, toMs }) => one.toMs <= fromMs || one.fromMs >= toMs)) taken.push(one);
  return taken.sort((a, b) => a.fromMs - b.fromMs);
}

function placesOf(sentence: KnownSentence, heard: Spectrum, coarse: Spectrum): Spoken[] {
  const { sound } = sentence;
  const outline = every(sound, stride);
  const places: Spoken[] = [];
  for (let at = 0; at + outline.frames <= coarse.frames; at += 1) {
    if (likeness(outline, coarse, at) < worthALook) continue;
    const near = Array.from({ length: 2 * stride - 1 }, (_, n) => at * stride + n - stride + 1).map((frame) => ({ frame, like: likeness(sound, heard, frame) }));
    const best = near.reduce((one, other) => (other.like > one.like ? other : one));
    if (best.like < alike) continue;
    const place = { sentence, fromMs: best.frame * frameMs, toMs: (best.frame + sound.frames) * frameMs, likeness: best.like };
    const before = places.at(-1);
    if (!before || before.toMs <= place.fromMs) places.push(place);
    else if (before.likeness < best.like) places[places.length - 1] = place;
  }
  return places;
}
