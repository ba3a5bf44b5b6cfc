import type { CaptionLine } from '@yaji/contracts';

/** A screen holds no more: who wants to read back opens the transcript. */
const most = 40;

/** Takes in lines that are new or said otherwise, in the order of their beginning. A line that is whole is not made half again by a message that came late. */
export function takeLines(held: readonly CaptionLine[], said: readonly CaptionLine[]): CaptionLine[] {
  const byId = new Map(held.map((line) => [line.lineId, line]));
  for (const line of said) if (!byId.get(line.lineId)?.final || line.final) byId.set(line.lineId, line);
  return [...byId.values()].sort((one, other) => one.fromAt - other.fromAt).slice(-most);
}

/** After this nobody reads a line any more, and the rows are empty again. Milliseconds. */
const shownMs = 20_000;

/** A row as it is drawn. `named`: the first of a person's, so that the name stands before it. */
export type CaptionRow = { line: CaptionLine; named: boolean };

/** What is read at this moment (UTC milliseconds): the last two lines at most. `language`: only what is said in it; null: everything. */
export function rowsAt(held: readonly CaptionLine[], now: number, language: string | null): CaptionRow[] {
  const last = held.filter((line) => now - line.toAt < shownMs && (language === null || line.language === language)).slice(-2);
  return last.map((line, n) => ({ line, named: line.participantId !== null && last[n - 1]?.participantId !== line.participantId }));
}
