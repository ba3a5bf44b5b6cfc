/** Loudness of 400 ms that end at `atMs`, LUFS: what ITU-R BS.1770 calls a gating block; one every 100 ms. */
export type Block = { atMs: number; lufs: number };

/** EBU R128's gates: what is silent counts for nothing, nor what is much quieter than the rest. */
const silentLufs = -70;
const relativeLu = -10;

const energy = (lufs: number): number => 10 ** (lufs / 10);
const meanOf = (blocks: readonly number[]): number => 10 * Math.log10(blocks.reduce((sum, lufs) => sum + energy(lufs), 0) / blocks.length);

/** Integrated loudness of these blocks (ITU-R BS.1770-4, EBU R128), LUFS; null where there is nothing but silence. */
export function integrated(blocks: readonly Block[]): number | null {
  const sounding = blocks.map(({ lufs }) => lufs).filter((lufs) => lufs > silentLufs);
  if (sounding.length === 0) return null;
  const gate = meanOf(sounding) + relativeLu;
  return meanOf(sounding.filter((lufs) => lufs > gate));
}

/** What speech is brought to, and how far a voice may be moved for it. */
const wantedLufs = -16;
const mostUpDb = 15;
const mostDownDb = -15;
/** What is quieter over all is no speech, but the noise of an open microphone. */
const leastSpeechLufs = -55;

/** By how much a voice is made louder, in decibels. */
export function gainDb(blocks: readonly Block[]): number {
  const lufs = integrated(blocks);
  if (lufs === null || lufs < leastSpeechLufs) return 0;
  return Math.round(Math.min(mostUpDb, Math.max(mostDownDb, wantedLufs - lufs)) * 10) / 10;
}
