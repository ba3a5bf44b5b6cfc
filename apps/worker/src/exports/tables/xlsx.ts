import { type Column, type Sheet, writtenCell } from '@yaji/chronicle';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import type { InPlace } from './cell.ts';

const dayMs = 86_400_000;
const formats: Partial<Record<Column['kind'], string>> = { instant: 'yyyy-mm-dd hh:mm:ss', length: '[h]:mm:ss' };
/** In letters. */
const widths: Record<Column['kind'], number> = { text: 26, number: 10, instant: 20, length: 11 };
/** What Excel allows as the name of a sheet: 31 letters, none of these. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** A workbook (ISO/IEC 29500) with a sheet for each table. Figures are figures and times times of the place; words are never formulas, whatever they begin with. */
export function sheetsToXlsx(sheets: readonly Sheet[], place: InPlace): Promise<Buffer> {
  return writeXlsxFile(sheets.map(({ title, columns, rows }) => ({
    sheet: sheetName(title),
    stickyRowsCount: 1,
    columns: columns.map(({ kind }) => ({ width: widths[kind] })),
    data: [columns.map(({ heading }) => ({ type: String, value: heading, fontWeight: 'bold' as const, wrap: true })), ...rows.map((cells) => rowOf(cells, columns, place))],
  }))).toBuffer();
}

const rowOf = (cells: Sheet['rows'][number], columns: readonly Column[], { clock }: InPlace): Row => cells.map((cell, n) => {
  const kind = columns[n]?.kind ?? 'text';
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { type: String, value: writtenCell(cell), wrap: true, alignVertical: 'top' as const };
  const format = formats[kind];
  // A spreadsheet knows no zones: it is given the time of the place as if it were UTC.
  if (kind === 'instant') return { type: Date, value: new Date(`${clock(cell).replace(' ', 'T')}Z`), format: format ?? '', alignVertical: 'top' as const };
  return { type: Number, value: kind === 'length' ? cell / dayMs : cell, ...(format === undefined ? {} : { format }), alignVertical: 'top' as const };
});
