/** Loudness of bands of a sound, a row for every 20 ms; each row is `bands` wide, in natural logarithms. */
export type Spectrum = { frames: number; bands: number; loud: Float32Array };

export const sampleRate = 16_000;
export const frameMs = 20;
const frameSamples = (sampleRate * frameMs) / 1_000;
/** Edges of bands as the ear has them (mel scale), Hz: where voices differ and Opus keeps them apart. */
const edges = Array.from({ length: 17 }, (_, n) => 700 * (Math.exp((150 + n * 130) / 1_127) - 1));
const bands = edges.length - 1;
/** Frequencies that stand for a band, so that it matters little where exactly the voice's harmonics lie. */
const perBand = 5;
const floor = 1e-7;

/** @param samples 16 kHz mono, −1 to 1. Goertzel's algorithm, each row smoothed with its neighbours: a codec moves a sound by some milliseconds. */
export function spectrumOf(samples: Float32Array): Spectrum {
  const frames = Math.floor(samples.length / frameSamples);
  const energy = new Float32Array(frames * bands);
  for (let band = 0; band < bands; band += 1) {
    const [low, high] = [edges[band] ?? 0, edges[band + 1] ?? 0];
    const turns = Array.from({ length: perBand }, (_, n) => 2 * Math.cos((2 * Math.PI * (low + ((n + 0.5) * (high - low)) / perBand)) / sampleRate));
    for (let frame = 0; frame < frames; frame += 1) {
      const part = samples.subarray(frame * frameSamples, (frame + 1) * frameSamples);
      energy[frame * bands + band] = turns.reduce((sum, turn) => sum + energyAt(part, turn), 0);
    }
  }
  const loud = energy.map((own, at) => Math.log(floor + (2 * own + (energy[at - bands] ?? 0) + (energy[at + bands] ?? 0)) / 4));
  return { frames, bands, loud };
}

function energyAt(part: Float32Array, turn: number): number {
  let [before, last] = [0, 0];
  for (const sample of part) [before, last] = [last, sample + turn * last - before];
  return (last * last + before * before - turn * last * before) / frameSamples ** 2;
}

/** Rows `from` (included) to `to`. */
export const partOf = ({ bands: width, loud }: Spectrum, from: number, to: number): Spectrum => {
  const part = loud.slice(from * width, to * width);
  return { frames: part.length / width, bands: width, loud: part };
};

/** Each `step`th row. */
export function every({ frames, bands: width, loud }: Spectrum, step: number): Spectrum {
  const kept = Math.floor(frames / step);
  return { frames: kept, bands: width, loud: Float32Array.from({ length: kept * width }, (_, n) => loud[Math.floor(n / width) * step * width + (n % width)] ?? 0) };
}

/**
 * Correlation of a sound with what lies in another at a frame, 1 where they are the same; a part that is not there counts as unlike. Each band is
 * taken by its own mean, so that neither the way the sound came nor the voice's colour matters, but what is said.
 */
export function likeness(part: Spectrum, whole: Spectrum, at: number): number {
  if (at < 0 || at + part.frames > whole.frames) return 0;
  let [own, other, both] = [0, 0, 0];
  for (let band = 0; band < part.bands; band += 1) {
    let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
    for (let frame = 0; frame < part.frames; frame += 1) {
      const [x, y] = [part.loud[frame * part.bands + band] ?? 0, whole.loud[(at + frame) * part.bands + band] ?? 0];
      a += x;
      b += y;
      aa += x * x;
      bb += y * y;
      ab += x * y;
    }
    own += aa - (a * a) / part.frames;
    other += bb - (b * b) / part.frames;
    both += ab - (a * b) / part.frames;
  }
  const spread = Math.sqrt(Math.max(0, own) * Math.max(0, other));
  return spread < 1e-9 ? 0 : both / spread;
}
