import type { LineId } from '@yaji/contracts';

/** What stands in the field, and which line it becomes: a fresh one, or one that was said and is corrected. */
export type Typing = { text: string; lineId: LineId | null; correcting: boolean };
/** A line that this page said; milliseconds of the page's clock. */
export type SentLine = { lineId: LineId; text: string; at: number };

export const nothingTyped: Typing = { text: '', lineId: null, correcting: false };

/** So long a typed line may be corrected; a little less than the server allows. Milliseconds. */
const correctionMs = 110_000;

/** The lines with one that was said, or said otherwise: a correction keeps its place and its time. Those that are too old are let go. */
export function withSent(sent: readonly SentLine[], { lineId, text, at }: SentLine): SentLine[] {
  const known = sent.some((line) => line.lineId === lineId);
  const all = known ? sent.map((line) => (line.lineId === lineId ? { ...line, text } : line)) : [...sent, { lineId, text, at }];
  return all.filter((line) => at - line.at < correctionMs);
}

/** The line before the one in hand, for the arrow up; the same where there is none. */
export function before(typing: Typing, sent: readonly SentLine[], now: number): Typing {
  const young = sent.filter(({ at }) => now - at < correctionMs);
  const at = young.findIndex(({ lineId }) => lineId === typing.lineId);
  const line = young[at < 0 ? young.length - 1 : at - 1];
  return line ? { text: line.text, lineId: line.lineId, correcting: true } : typing;
}
