import type { LocalText } from '@yaji/contracts';
import { type Row, row } from './row.ts';

/** The rows of the first table below a heading that matches, as their cells. */
function tableUnder(markdown: string, heading: RegExp): string[][] {
  const lines = markdown.split('\n');
  const from = lines.findIndex((line) => line.startsWith('## ') && heading.test(line));
  if (from < 0) return [];
  const rest = lines.slice(from + 1);
  const until = rest.findIndex((line) => line.startsWith('## '));
  const rows = (until < 0 ? rest : rest.slice(0, until)).filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

const headings = { turns: /Turns|Contributions|发言/, questions: /Questions|问/ };

const plain = (markdown: string): string => markdown.replaceAll('\\', '');
const speaks = (cells: readonly string[], name: LocalText | undefined): boolean =>
  name !== undefined && cells.some((cell) => Object.values(name).some((one) => plain(cell).includes(one)));

/** `turns`: who spoke, in order, by name in all languages. `question`: one that was asked and answered aloud; null: none was. */
export type Expected = { turns: readonly LocalText[]; question: string | null };

/** Whether the minutes say what the log says. */
export function minutesRows(markdown: string | null, { turns, question }: Expected): Row[] {
  if (markdown === null) return [row('minutes', false, 'there are none')];
  const told = tableUnder(markdown, headings.turns);
  const right = told.length === turns.length && told.every((cells, index) => speaks(cells, turns[index]));
  const turnRow = row('minutes: turns as in the log', right, `${told.length} of ${turns.length}`);
  if (question === null) return [turnRow];
  const about = markdown.slice(markdown.search(headings.questions));
  const asked = plain(about).includes(question);
  const answered = /answered aloud|口头|现场/i.test(about);
  return [
    turnRow,
    row('minutes: the question and that it was answered', asked && answered, `${asked ? 'asked' : 'not there'}, ${answered ? 'answered' : 'no answer'}`),
  ];
}
