import { legibleLine } from '@yaji/chronicle';
import type { Block, Run } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Rendering } from '../rendering.ts';

/** The families of one design for both scripts, then what other systems have; those that are not there are passed over. */
const fonts = {
  serif: ['Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', 'SimSun', 'Noto Sans CJK SC', 'PingFang SC'],
  sans: ['Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Serif CJK SC'],
};
/** Fewer headings are seen without a list of them. */
const worthAList = 4;
/** So many letters without a place to break do not fit into a column. */
const unbroken = /[^\s\u2e80-\u9fff\uff00-\uffef]{24,}/gu;
const piece = /.{1,12}/gsu;
/** A head is repeated on every page: one that is higher than a page would never come to its end. In letters. */
const longestHead = 120;
const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text);
/** A text in the pieces between which a line may break where words give no place. An invisible mark in it would do, but would be copied along with it. */
function breakable(written: string): string[] {
  const text = legibleLine(written);
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(unbroken)) {
    const [first = '', ...others] = word.match(piece) ?? [];
    pieces.push(text.slice(from, index) + first, ...others);
    from = index + word.length;
  }
  const rest = text.slice(from);
  return pieces.length > 0 && rest === '' ? pieces : [...pieces, rest];
}

/** What the setting program is given: the document as data, with addresses and files in place of moments and pictures. */
export function setting({ document: { title, language, blocks }, link, accent }: Rendering, files: ReadonlyMap<string, string>): object {
  const shown = inSteps(blocks).map((block) => blockOf(block, { link, files }));
  // A PDF that screen readers take has a title.
  const line = legibleLine(title) || '–';
  return {
    title: line, heading: breakable(line), short: shortened(line, 60), language, accent, fonts, blocks: shown,
    contents: blocks.filter((block) => block.kind === 'heading' && block.level === 1).length >= worthAList,
  };
}

/** A heading is at most one level below the one before it, as screen readers and bookmarks need it. */
function inSteps(blocks: readonly Block[]): Block[] {
  let above = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    above = Math.min(block.level, above + 1);
    return { ...block, level: above as 1 | 2 | 3 };
  });
}

type Places = Pick<Rendering, 'link'> & { files: ReadonlyMap<string, string> };

function blockOf(block: Block, places: Places): object {
  const line = (runs: readonly Run[]) => runs.map(({ text, strong = false, moment }) => ({ text: breakable(text), strong, url: moment === undefined ? null : places.link(moment) }));
  switch (block.kind) {
    case 'heading': return { ...block, text: breakable(block.text) };
    case 'paragraph': return { kind: block.kind, runs: line(block.runs) };
    case 'list': return { ...block, items: block.items.map((runs) => ({ runs: line(runs) })) };
    case 'quote': return { kind: block.kind, runs: line(block.runs), by: breakable(block.by) };
    case 'table': return { ...block, head: block.head.map((text) => breakable(shortened(text, longestHead))), rows: block.rows.map((cells) => cells.map((runs) => ({ runs: line(runs) }))), widths: widths(block) };
    case 'figure': return { kind: block.kind, alt: legibleLine(block.alt) || legibleLine(block.caption), caption: breakable(block.caption), picture: places.files.get(block.pictureId) ?? null };
    default: return assertNever(block);
  }
}

/** The column with most to say takes what the others leave. */
function widths({ head, rows }: Extract<Block, { kind: 'table' }>): string[] {
  const lengths = head.map((_, column) => rows.reduce((sum, cells) => sum + (cells[column] ?? []).reduce((letters, { text }) => letters + text.length, 0), 0));
  const longest = lengths.indexOf(Math.max(...lengths));
  return head.map((_, column) => (column === longest ? 'rest' : 'auto'));
}
