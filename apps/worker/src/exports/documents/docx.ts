import { legibleLine } from '@yaji/chronicle';
import type { Block, Run } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import {
  AlignmentType, BorderStyle, Document as WordDocument, ExternalHyperlink, Footer, HeadingLevel, type IRunOptions, type IStylesOptions, ImageRun, LevelFormat, Packer, PageNumber, Paragraph, type ParagraphChild,
  Table, TableCell, TableRow, TextRun, WidthType,
} from 'docx';
import type { Rendering } from './rendering.ts';

/** Every Word has these, and others put their own in the place of them. */
const serif = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Georgia', eastAsia: 'SimSun' };
const sans = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' };
const tongues = { 'en': { value: 'en-GB', eastAsia: 'zh-CN' }, 'zh-CN': { value: 'zh-CN', eastAsia: 'zh-CN' } } as const;
/** Pixels at 96 to the inch, on A4 within its margins. */
const widestPicture = 600;
/** Twips: a twentieth of a point. */
const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 1_700, bottom: 1_600, left: 1_500, right: 1_500 } };
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** A Word file (ISO/IEC 29500) whose headings, quotes and captions are styles, so that whoever goes on writing has them. */
export async function documentToDocx(rendering: Rendering): Promise<Buffer> {
  const { document: { title, language, blocks }, accent } = rendering;
  const paper = { ...rendering, color: accent.slice(1), lists: 0 };
  const word = new WordDocument({
    title: legibleLine(title), creator: 'Yaji', description: '', styles: stylesOf(paper.color, language),
    numbering: { config: [{ reference: 'numbered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 560, hanging: 400 } } } }] }] },
    sections: [{
      properties: { page },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18, color: '6A655D' })] })] }) },
      children: [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(legibleLine(title))] }), ...blocks.flatMap((block) => blockToWord(block, paper))],
    }],
  });
  return Packer.toBuffer(word);
}

type Paper = Rendering & { color: string; lists: number };

function stylesOf(color: string, language: keyof typeof tongues): IStylesOptions {
  const heading = (size: number, before: number, ink: string) => ({ run: { font: serif, size, bold: true, color: ink }, paragraph: { spacing: { before, after: 140 }, keepNext: true } });
  return {
    default: {
      document: { run: { font: serif, size: 21, language: tongues[language] }, paragraph: { spacing: { line: 330, after: 140 } } },
      title: { run: { font: serif, size: 48, bold: true }, paragraph: { spacing: { after: 500 }, border: { bottom: { style: BorderStyle.SINGLE, size: 18, color, space: 10 } } } },
      heading1: heading(32, 560, color), heading2: heading(26, 400, '1D1B18'), heading3: heading(22, 300, '6A655D'), hyperlink: { run: { color, underline: {} } },
    },
    paragraphStyles: [
      { id: 'SaidWords', name: 'Said Words', basedOn: 'Normal', run: { size: 23 }, paragraph: { indent: { left: 420 }, spacing: { before: 200, after: 60 }, border: { left: { style: BorderStyle.SINGLE, size: 18, color, space: 12 } } } },
      { id: 'SaidBy', name: 'Said By', basedOn: 'SaidWords', run: { size: 19, color: '6A655D' } },
      { id: 'PictureCaption', name: 'Picture Caption', basedOn: 'Normal', run: { size: 18, color: '6A655D' }, paragraph: { spacing: { after: 300 } } },
      { id: 'InTable', name: 'In Table', basedOn: 'Normal', run: { font: sans, size: 17 }, paragraph: { spacing: { line: 260, before: 40, after: 40 } } },
    ],
  };
}

function blockToWord(block: Block, paper: Paper): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': return [new Paragraph({ heading: levels[block.level - 1] ?? HeadingLevel.HEADING_3, children: [new TextRun(legibleLine(block.text))] })];
    case 'paragraph': return [new Paragraph({ children: runs(block.runs, paper) })];
    case 'list': {
      paper.lists += 1;
      const how = block.ordered ? { numbering: { reference: 'numbered', level: 0, instance: paper.lists } } : { bullet: { level: 0 } };
      return block.items.map((item) => new Paragraph({ ...how, children: runs(item, paper) }));
    }
    case 'quote': return [
      new Paragraph({ style: 'SaidWords', keepNext: block.by !== '', children: runs(block.runs, paper) }),
      ...(block.by === '' ? [] : [new Paragraph({ style: 'SaidBy', children: [new TextRun(`— ${legibleLine(block.by)}`)] })]),
    ];
    // Two tables with nothing between them would be one.
    case 'table': return [table(block, paper), new Paragraph({ children: [], spacing: { after: 60 } })];
    case 'figure': return figure(block, paper);
    default: return assertNever(block);
  }
}

const runs = (all: readonly Run[], { link }: Paper): ParagraphChild[] => all.map(({ text, strong = false, moment }) => {
  const address = moment === undefined ? null : link(moment);
  const words: IRunOptions = { text: legibleLine(text), bold: strong };
  return address === null ? new TextRun(words) : new ExternalHyperlink({ link: address, children: [new TextRun({ ...words, style: 'Hyperlink' })] });
});

function table({ head, rows, numeric }: Extract<Block, { kind: 'table' }>, paper: Paper): Table {
  const line = (style: typeof BorderStyle.NONE | typeof BorderStyle.SINGLE, size: number, color: string) => ({ style, size, color });
  const none = line(BorderStyle.NONE, 0, 'auto');
  const cell = (children: ParagraphChild[], column: number, isHead: boolean): TableCell => new TableCell({
    borders: { top: none, left: none, right: none, bottom: isHead ? line(BorderStyle.SINGLE, 12, paper.color) : line(BorderStyle.SINGLE, 4, 'DDD8CE') },
    margins: { top: 40, bottom: 40, left: 0, right: 120 },
    children: [new Paragraph({ style: 'InTable', alignment: numeric.includes(column) ? AlignmentType.END : AlignmentType.START, children })],
  });
  const headWords = (text: string): IRunOptions => ({ text: legibleLine(text), bold: true, color: '6A655D' });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, column) => cell([new TextRun(headWords(text))], column, true)) }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((one, column) => cell(runs(one, paper), column, false)) })),
    ],
  });
}

function figure({ pictureId, alt, caption }: Extract<Block, { kind: 'figure' }>, { pictures }: Paper): Paragraph[] {
  const below = new Paragraph({ style: 'PictureCaption', children: [new TextRun(legibleLine(caption))] });
  const picture = pictures.get(pictureId);
  if (!picture) return [below];
  const scale = Math.min(1, widestPicture / picture.width);
  const image = new ImageRun({
    type: picture.type === 'image/png' ? 'png' : 'jpg', data: picture.bytes, altText: { name: pictureId, title: '', description: legibleLine(alt) },
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
  });
  return [new Paragraph({ keepNext: true, spacing: { before: 240, after: 80 }, children: [image] }), below];
}
