import type { CaptionLine, ParticipantId } from '@yaji/contracts';

/** A line as it was last said. `saidBy`: whose page brings it; null: a recogniser of the house. */
export type Shown = { line: CaptionLine; saidBy: ParticipantId | null };
/** The latest lines of a room by name, in the order of their beginning. */
export type ShownLines = Map<string, Shown>;

/** A screen shows two; who looks back or corrects needs some more. */
const most = 40;

/** Takes in a line, in the place of what it said before. One that was whole is not made half again by a message that came late. */
export function takeLine(shown: ShownLines, said: Shown): boolean {
  const before = shown.get(said.line.lineId);
  if (before && (before.saidBy !== said.saidBy || (before.line.final && !said.line.final))) return false;
  shown.set(said.line.lineId, said);
  const [first] = shown.keys();
  if (shown.size > most && first !== undefined) shown.delete(first);
  return true;
}
