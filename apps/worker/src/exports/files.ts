import { documentToMarkdown, inTongue, subRip, transcriptJson, transcriptText, voicedVtt } from '@yaji/chronicle';
import type { ExportFormat, WrittenKind } from '@yaji/contracts';
import type { Account } from '../written/material.ts';
import { documentToDocx } from './documents/docx.ts';
import { documentToHtml } from './documents/html/html.ts';
import { documentToPdf } from './documents/pdf/pdf.ts';
import type { Rendering } from './documents/rendering.ts';
import type { Gathered } from './gather.ts';
import { clockIn } from './tables/clock.ts';
import { sheetToCsv } from './tables/csv.ts';
import { sheetsToXlsx } from './tables/xlsx.ts';
import type { ZippedFile } from './zip.ts';

/** A file that can be made. */
export type File = ZippedFile & { format: ExportFormat };
/** `madeAt`: what stands in the files as their time, UTC milliseconds. `beside`: the pictures lie beside them. */
type Making = { madeAt: number; signal: AbortSignal; beside: boolean };

/** All files that can be made of what was gathered, each once it is asked for. */
export const filesOf = (gathered: Gathered, making: Making): File[] => [
  ...writtenFiles('minutes', gathered, making), ...writtenFiles('report', gathered, making), ...tableFiles(gathered), ...transcriptFiles(gathered),
];

function writtenFiles(kind: WrittenKind, { accounts, link, accent }: Gathered, making: Making): File[] {
  const account = accounts[kind];
  if (!account) return [];
  const rendering: Rendering = { ...account, link, accent };
  return [
    { name: `${kind}.pdf`, format: 'pdf', bring: () => documentToPdf(rendering, making) },
    { name: `${kind}.docx`, format: 'docx', bring: () => documentToDocx(rendering) },
    { name: `${kind}.html`, format: 'html', bring: async () => documentToHtml(rendering) },
    { name: `${kind}.md`, format: 'markdown', bring: async () => documentToMarkdown(account.document, { moment: link, picture: (pictureId) => (making.beside ? pictureName(account, pictureId) : null) }) },
  ];
}

/** Beside a Markdown file, which cannot hold pictures. */
function pictureName({ pictures }: Account, pictureId: string): string | null {
  const picture = pictures.get(pictureId);
  return picture ? `pictures/${pictureId}.${picture.type === 'image/png' ? 'png' : 'jpg'}` : null;
}

/** The pictures that the documents show, for whoever opens a ZIP. */
export function pictureFiles({ accounts }: Gathered): ZippedFile[] {
  const named = [accounts.minutes, accounts.report].flatMap((account) => [...(account?.pictures ?? [])].map(([pictureId, { bytes }]) => [account && pictureName(account, pictureId), bytes] as const));
  return [...new Map(named)].flatMap(([name, bytes]) => (name === null ? [] : [{ name, bring: async () => bytes }]));
}

function tableFiles({ sheets, timeZone }: Gathered): File[] {
  if (!sheets) return [];
  const place = { clock: clockIn(timeZone) };
  return [
    { name: 'tables.xlsx', format: 'xlsx', bring: () => sheetsToXlsx(sheets, place) },
    ...sheets.map((sheet): File => ({ name: `tables/${sheet.name}.csv`, format: 'csv', bring: async () => sheetToCsv(sheet, place) })),
  ];
}

/** Left out where nothing was written down, and subtitles where nothing of it is in this language. */
function transcriptFiles({ passages, captions, roomId, title, upTo, language, timeZone }: Gathered): File[] {
  if (!passages || passages.length === 0) return [];
  const clock = clockIn(timeZone);
  const shown = inTongue(captions ?? [], language);
  const subtitles: File[] = [
    { name: 'transcript.vtt', format: 'vtt', bring: async () => voicedVtt(shown) },
    { name: 'transcript.srt', format: 'srt', bring: async () => subRip(shown) },
  ];
  return [
    { name: 'transcript.txt', format: 'txt', bring: async () => transcriptText(passages, { title, clock, separator: language === 'zh-CN' ? '，' : ', ' }) },
    { name: 'transcript.json', format: 'json', bring: async () => transcriptJson(passages, { roomId, title, upTo }) },
    ...(shown.length === 0 ? [] : subtitles),
  ];
}
