import type { Sheet } from '@yaji/chronicle';
import { csvOf } from '@yaji/platform';
import { cellText, type InPlace } from './cell.ts';

/** As people read a table: times of the place, lengths in hours, minutes and seconds. */
export const sheetToCsv = ({ columns, rows }: Sheet, place: InPlace): string =>
  csvOf([columns.map(({ heading }) => heading), ...rows.map((cells) => cells.map((cell, n) => cellText(cell, columns[n]?.kind ?? 'text', place)))]);
