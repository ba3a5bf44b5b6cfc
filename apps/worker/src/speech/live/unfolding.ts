import { randomUUID } from 'node:crypto';
import type { CaptionLine } from '@yaji/contracts';
import type { LiveHeard } from './recogniser.ts';

/** What somebody said, before it is a line of a name. */
export type SaidWords = Omit<CaptionLine, 'lineId' | 'final'>;

/**
 * The lines of an utterance while it is spoken: it keeps one line, which grows and is whole at the end. Until then only that is told of it
 * which was said before the floor changed hands, so that a line is never taken back. An utterance that comes to nothing in the end stays as
 * it was read. `linesOf`: by whose turn it was.
 */
export function unfolding(linesOf: (heard: LiveHeard) => readonly SaidWords[]): (heard: LiveHeard) => CaptionLine[] {
  let begun: { lineId: string; heard: LiveHeard } | null = null;

  const half = (heard: LiveHeard): CaptionLine[] => {
    const [first] = linesOf(heard);
    if (!first) return [];
    begun = { lineId: begun?.lineId ?? randomUUID(), heard };
    const { words: _, ...line } = first;
    return [{ ...line, lineId: begun.lineId, final: false }];
  };
  const whole = (heard: LiveHeard): CaptionLine[] => {
    const before = begun;
    begun = null;
    const said = linesOf(heard);
    const lines = said.length === 0 && before ? linesOf(before.heard) : said;
    return lines.map((line, n) => ({ ...line, lineId: n === 0 && before ? before.lineId : randomUUID(), final: true }));
  };
  return (heard) => (heard.whole ? whole(heard) : half(heard));
}
