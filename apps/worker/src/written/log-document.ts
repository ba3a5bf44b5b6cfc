import { type Minutes, sheetsOf } from '@yaji/chronicle';
import type { Block, Document, ExportLanguage } from '@yaji/contracts';
import { clockIn } from '../exports/tables/clock.ts';
import { cellText } from '../exports/tables/cell.ts';

export function logDocument(minutes: Minutes, { language, timeZone }: { language: ExportLanguage; timeZone: string }): Document {
  const place = { clock: clockIn(timeZone) };
  const blocks = sheetsOf(minutes, language).filter(({ rows }) => rows.length > 0).flatMap(({ title, columns, rows }): Block[] => [
    { kind: 'heading', level: 1, text: title },
    { kind: 'table', head: columns.map(({ heading }) => heading), rows: rows.map((cells) => cells.map((cell, n) => [{ text: cellText(cell, columns[n]?.kind ?? 'text', place) }])), numeric: columns.flatMap(({ kind }, n) => (kind === 'text' ? [] : [n])) },
  ]);
  return { language, title: minutes.title[language] ?? Object.values(minutes.title)[0] ?? '', blocks };
}
