import type { LineId } from '@yaji/contracts';

export type Said = { lineId: LineId; text: string; final: boolean };
type Options = { fresh: () => LineId; most: number; everyMs: number; say: (said: Said) => void };

/** Cuts a text where a word ends, so that no piece is longer than `most` UTF-16 units. */
export function piecesOf(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most);
    const cut = space > most / 2 ? space : most;
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/**
 * What a recogniser or a typist brings, as lines: a half one at most every `everyMs`, a whole one at once. The end of a half one that is too
 * long is shown; once it is whole it becomes several. `now`: milliseconds of any clock.
 */
export function dictated({ fresh, most, everyMs, say }: Options): { heard: (text: string, final: boolean, now: number) => void } {
  let lineId: LineId | null = null;
  let saidAt = -Infinity;
  return {
    heard: (text, final, now) => {
      if (text.trim() === '') return;
      if (!final) {
        if (now - saidAt < everyMs) return;
        saidAt = now;
        say({ lineId: (lineId ??= fresh()), text: piecesOf(text, most).at(-1) ?? '', final });
        return;
      }
      piecesOf(text, most).forEach((piece, n) => say({ lineId: n === 0 && lineId ? lineId : fresh(), text: piece, final }));
      lineId = null;
      saidAt = -Infinity;
    },
  };
}
