import type { Span } from '../../pages/gain.ts';
import { type Row, row } from './row.ts';

/** What a published file holds. `chapters` in milliseconds of the file; `meanDb`: loudness of its sound there, null where there is none. */
export type Published = {
  durationMs: number;
  audio: boolean; video: boolean;
  chapters: { title: string; fromMs: number; toMs: number; meanDb: number | null }[];
  /** Loudness in the pauses of the turns, a second away from their edges. */
  pausesDb: (number | null)[];
};
type FileChapter = { title: string; fromMs: number; toMs: number };

/** Title cards are chapters too; those of turns carry their speaker's name. */
export const turnChapters = <C extends FileChapter>(chapters: readonly C[], names: readonly string[]): C[] =>
  chapters.filter(({ title }) => names.some((name) => title.includes(name)));

/** What is to be in it: `spanMs` of recorded time, and a chapter per turn with its length and the names its title may show. */
export type Wanted = { spanMs: number; turns: { lengthMs: number; names: string[] }[] };

const quiet = -50;
const lengthToleranceMs = 1_500;

const db = (value: number | null): string => (value === null ? 'silent' : `${value.toFixed(0)} dB`);

export function recordingRows(published: Published | null, { spanMs, turns }: Wanted): Row[] {
  if (!published) return [row('recording', false, 'there is none')];
  const { durationMs, audio, video, chapters, pausesDb } = published;
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  const named = chapters.length === turns.length && chapters.every(({ title }, index) => turns[index]?.names.some((name) => title.includes(name)));
  const lengths = chapters.map(({ fromMs, toMs }, index) => Math.abs(toMs - fromMs - (turns[index]?.lengthMs ?? 0)));
  return [
    row('recording: sound and picture', audio && video, `${audio ? 'sound' : 'no sound'}, ${video ? 'picture' : 'no picture'}`),
    row('recording: as long as was recorded', Math.abs(durationMs - spanMs) <= lengthToleranceMs, `${seconds(durationMs)} of ${seconds(spanMs)}`),
    row('recording: a chapter for each turn, by its speaker', named, `${chapters.length} of ${turns.length}: ${chapters.map(({ title }) => title).join(' | ')}`),
    row('recording: chapters as long as the turns', chapters.length === turns.length && lengths.every((off) => off <= lengthToleranceMs), `off by ${seconds(Math.max(0, ...lengths))} at most`),
    row('recording: speech in each chapter', chapters.length > 0 && chapters.every(({ meanDb }) => meanDb !== null && meanDb > quiet), chapters.map(({ meanDb }) => db(meanDb)).join(', ')),
    row('recording: silence while paused', pausesDb.every((value) => value === null || value < quiet), pausesDb.map(db).join(', ') || 'no pause'),
  ];
}

/** Where the middle of a span of the room lies in the file, given the chapter of its turn; a second is left off at each end. */
export const withinFile = (span: Span, turnStartedAt: number, chapterFromMs: number): { fromMs: number; lengthMs: number } => ({
  fromMs: chapterFromMs + span.fromAt - turnStartedAt + 1_000,
  lengthMs: Math.max(200, span.toAt - span.fromAt - 2_000),
});
