import { assertNever } from '@yaji/kit';
import type { Block, Document, Run } from './document.ts';
import { escaped, plain } from './plain.ts';

/** Where a moment and a picture are found; null: nowhere, and the words stand alone. The addresses are the house's own. */
export type Links = { moment: (at: number) => string | null; picture: (pictureId: string) => string | null };
const noLinks: Links = { moment: () => null, picture: () => null };

/** The document as Markdown (CommonMark with GFM tables). Whatever people wrote stands in it as plain text. */
export function documentToMarkdown({ title, blocks }: Document, links: Links = noLinks): string {
  return `${[`# ${escaped(title)}`, ...blocks.map((block) => blockToMarkdown(block, links))].filter((part) => part !== '').join('\n\n')}\n`;
}

function blockToMarkdown(block: Block, links: Links): string {
  const line = (runs: readonly Run[]): string => runsToMarkdown(runs, { links, begins: true });
  switch (block.kind) {
    case 'heading': return `${'#'.repeat(block.level + 1)} ${escaped(block.text)}`;
    case 'paragraph': return line(block.runs);
    case 'list': return block.items.map((runs, index) => `${block.ordered ? `${index + 1}.` : '-'} ${line(runs)}`).join('\n');
    case 'quote': return [`> ${line(block.runs)}`, ...(block.by === '' ? [] : [`> — ${plain(block.by)}`])].join('\n>\n');
    case 'table': return tableToMarkdown(block, links);
    case 'figure': return figureToMarkdown(block, links.picture(block.pictureId));
    default: return assertNever(block);
  }
}

function tableToMarkdown({ head, rows, numeric }: Extract<Block, { kind: 'table' }>, links: Links): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head.map(escaped)), row(head.map((_, column) => (numeric.includes(column) ? '---:' : '---'))), ...rows.map((cells) => row(cells.map((runs) => runsToMarkdown(runs, { links, begins: false }))))].join('\n');
}

const figureToMarkdown = ({ alt, caption }: Extract<Block, { kind: 'figure' }>, address: string | null): string =>
  [...(address === null ? [] : [`![${escaped(alt)}](${address})`]), `*${escaped(caption)}*`].join('\n\n');

/** Neighbours of one kind are one: what becomes a link only when put together is seen as such. */
function runsToMarkdown(runs: readonly Run[], { links, begins }: { links: Links; begins: boolean }): string {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.strong === run.strong && last.moment === run.moment) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined.map((run, index) => runToMarkdown(run, { links, begins, first: index === 0, last: index === joined.length - 1 })).join('');
}

/** `begins`: a line starts with these runs, where some marks mean more than elsewhere. */
type Place = { links: Links; begins: boolean; first: boolean; last: boolean };

/** Blanks stand outside the marks: inside, they would be no marks. */
function runToMarkdown(run: Run, place: Place): string {
  const { text } = run;
  const { first, last } = place;
  if (escaped(text) === '') return first || last ? '' : ' ';
  const before = !first && /^\s/u.test(text) ? ' ' : '';
  const after = !last && /\s$/u.test(text) ? ' ' : '';
  return `${before}${marked(run, place)}${after}`;
}

function marked({ text, strong, moment }: Run, { links, begins, first }: Place): string {
  const address = moment === undefined ? null : links.moment(moment);
  if (strong !== true && address === null) return begins && first ? plain(text) : escaped(text);
  const bold = strong === true ? `**${escaped(text)}**` : escaped(text);
  return address === null ? bold : `[${bold}](${address})`;
}
