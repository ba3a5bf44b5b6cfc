import { describe, expect, it } from '@jest/globals';
import type { Sheet } from '@yaji/chronicle';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { clockIn } from './clock.ts';
import { sheetToCsv } from './csv.ts';
import { sheetsToXlsx } from './xlsx.ts';

const place = { clock: clockIn('Asia/Shanghai') };
const morning = Date.UTC(2026, 10, 21, 1, 30, 5, 400);
const attacks = [
  '=1+1', '=cmd|\' /C calc\'!A0', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '\u200b=1', '\u202e=1', '＝1', '＋1', '－1', '＠A1', '"=1"', '=HYPERLINK("http://x.example";"a")',
];
const harmless = ['', 'a "quoted", word', 'line\r\nanother', '</script>', '1.5', 'x'.repeat(40_000), 'bell\u0007 and null\u0000', '水与芦苇'];
const sheet = (rows: Sheet['rows']): Sheet => ({
  name: 'attack', title: 'A: [table] / with * marks? and a very long title', rows,
  columns: [{ heading: '=Words', kind: 'text' }, { heading: 'Figure', kind: 'number' }, { heading: 'Instant', kind: 'instant' }, { heading: 'Length', kind: 'length' }],
});
const hostile = sheet([...attacks, ...harmless].map((text, n) => [text, n === 0 ? null : n - 5.5, morning, 3_723_000]));

/** RFC 4180, section 2, and nothing more. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const { 1: quoted, 2: plain, 3: end } of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

describe('a table as CSV', () => {
  it('has a mark for UTF-8, the times of the place, and no cell that a spreadsheet would reckon with', () => {
    const csv = sheetToCsv(hostile, place);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const [head = [], ...rows] = cells(csv.slice(1));
    expect(head).toEqual(['\'=Words', 'Figure', 'Instant', 'Length']);
    expect(rows).toHaveLength(hostile.rows.length);
    expect(rows[0]?.slice(1)).toEqual(['', '2026-11-21 09:30:05', '1:02:03']);
    const words = rows.map(([text = '']) => text);
    for (const text of words.slice(0, attacks.length)) expect(text).toMatch(/^['"]/);
    for (const text of words) expect(text).not.toMatch(/^[\s]*[=+\-@＝＋－＠]|[\u0000\u0007\u202e\u200b]/);
    expect(words.slice(attacks.length)).toEqual(['', 'a "quoted", word', 'line\nanother', '</script>', '1.5', expect.stringMatching(/^x{32766}…$/), 'bell and null', '水与芦苇']);
    // Figures are ours: a negative one is no formula of anybody's, but a reader cannot know.
    expect(rows[1]?.[1]).toBe('\'-4.5');
  });
});

describe('a table as a workbook', () => {
  it('has figures, times and words as what they are, a head that stays, and no formula', async () => {
    const bytes = await sheetsToXlsx([hostile, sheet([])], place);
    const [first, second] = await readXlsxFile(bytes);
    expect([first?.sheet, second?.sheet.length]).toEqual([expect.stringMatching(/^[^\\/?*[\]:]{1,31}$/), expect.any(Number)]);
    const [head, ...rows] = first?.data ?? [];
    expect(head).toEqual(['=Words', 'Figure', 'Instant', 'Length']);
    expect(rows[1]).toEqual([attacks[1], -4.5, new Date(Date.UTC(2026, 10, 21, 9, 30, 5)), expect.anything()]);
    const parts = unzipSync(bytes);
    const xml = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/')).map(([, part]) => strFromU8(part)).join('');
    expect(xml).not.toMatch(/<f[ >]|t="str"/);
    expect(xml).toContain('state="frozen"');
    expect(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())).toContain('[h]:mm:ss');
  });

  it('takes fifty thousand rows, as CSV too', async () => {
    const many = sheet(Array.from({ length: 50_000 }, (_, n) => [`=line ${n}`, n, morning + n * 1_000, n * 1_000]));
    expect(sheetToCsv(many, place).length).toBeGreaterThan(2_000_000);
    expect((await sheetsToXlsx([many], place)).length).toBeGreaterThan(500_000);
  });
});
