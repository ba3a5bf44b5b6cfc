import type { ParticipantId, TranscriptLine } from '@yaji/contracts';

/** What one person said without another between. `language` null: in several. `key`: stays while the first line does. UTC milliseconds. */
export type SpokenTurn = { key: string; turn: number | null; participantId: ParticipantId | null; language: string | null; fromAt: number; toAt: number; lines: readonly TranscriptLine[] };

/** Lines in the order of saying, by turn. */
export function turnsOf(lines: readonly TranscriptLine[]): SpokenTurn[] {
  const turns: [TranscriptLine, ...TranscriptLine[]][] = [];
  for (const line of lines) {
    const last = turns.at(-1);
    if (last?.[0].turn === line.turn && last[0].participantId === line.participantId) last.push(line);
    else turns.push([line]);
  }
  return turns.map((said) => {
    const [{ lineId, turn, participantId, language, fromAt }] = said;
    return { key: lineId, turn, participantId, language: said.every((line) => line.language === language) ? language : null, fromAt, toAt: Math.max(...said.map(({ toAt }) => toAt)), lines: said };
  });
}

/** `open`: lines that are being changed; they stay in sight. Null: every text, every language. */
export type Wanted = { words: RegExp | null; language: string | null; open: ReadonlySet<string> };

/** What is left of the turns when only some lines are wanted. */
export function wantedOf(turns: readonly SpokenTurn[], { words, language, open }: Wanted): readonly SpokenTurn[] {
  if (words === null && language === null) return turns;
  const isWanted = (line: TranscriptLine): boolean => open.has(line.lineId) || ((language === null || line.language === language) && (words === null || line.text.search(words) >= 0));
  return turns.flatMap((turn) => {
    const lines = turn.lines.filter(isWanted);
    return lines.length === 0 ? [] : [{ ...turn, lines }];
  });
}
