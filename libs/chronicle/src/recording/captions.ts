import type { Language, ParticipantId, RecordedPiece, TranscriptLine } from '@yaji/contracts';

/** A caption in file time, milliseconds. */
export type Cue = { fromMs: number; toMs: number; text: string };

type Wanted = { pieces: readonly RecordedPiece[]; language: Language; without?: readonly ParticipantId[] };

/** A caption that would stand for less than this is left out. Milliseconds. */
const SHORTEST_MS = 200;

/** [CH27] What was said in this language, where it lies in the file, in the file's order. */
export function cuesOf(lines: readonly TranscriptLine[], { pieces, language, without = [] }: Wanted): Cue[] {
  const said = lines.filter((line) => line.language === language && (line.participantId === null || !without.includes(line.participantId)));
  return said.flatMap(({ fromAt, toAt, text }) => pieces.flatMap((piece) => {
    const place = (at: number): number => piece.offsetMs + Math.min(piece.durationMs, Math.max(0, at - piece.fromAt));
    const [fromMs, toMs] = [place(fromAt), place(toAt)];
    return toMs - fromMs >= SHORTEST_MS ? [{ fromMs, toMs, text }] : [];
  })).sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
}

/** The languages that something was written down in, in the order of their first lines. */
export const languagesOf = (lines: readonly TranscriptLine[]): Language[] => [...new Set(lines.map(({ language }) => language))];

const two = (count: number): string => String(count).padStart(2, '0');

/** `hh:mm:ss.mmm` */
function timestamp(ms: number): string {
  const whole = Math.round(ms);
  const seconds = Math.floor(whole / 1_000);
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(whole % 1_000).padStart(3, '0')}`;
}

/** What has a meaning in a cue's text is written so that it has none; a blank line would end it. */
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\s*[\r\n]+\s*/g, '\n').trim();

/** A WebVTT file (W3C WebVTT 1). */
export const webvtt = (cues: readonly Cue[]): string =>
  ['WEBVTT\n', ...cues.map(({ fromMs, toMs, text }) => `${timestamp(fromMs)} --> ${timestamp(toMs)}\n${escaped(text)}\n`)].join('\n');
