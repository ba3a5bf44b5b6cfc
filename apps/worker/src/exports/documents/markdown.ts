import type { Block, Run } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import { legibleLine } from '../legible.ts';
import type { Rendering } from './rendering.ts';

const JOINER = '\u2060';
const escaped = (written: string): string =>
  legibleLine(written).trim().replace(/(:)(?=\/\/)|(www)(?=\.)|(@)(?=\S)|((?:mailto|xmpp):)(?=\S)/gi, `$&${JOINER}`).replace(/[\\`*_{}[\]<>#|~&$^=]/g, '\\$&').replace(/^([-+:]|\d+(?=[.)]))/, (m) => (/\d/.test(m) ? `${m}${JOINER}` : `\\${m}`));

/** `picture`: where a picture lies beside the file; null: nowhere, and its caption stands alone. */
export function documentToMarkdown({ document: { title, blocks }, link }: Rendering, picture: (pictureId: string) => string | null = () => null): string {
  const line = (runs: readonly Run[]): string => runs.map(({ text, strong, moment }) => {
    const words = strong === true ? `**${escaped(text)}**` : escaped(text);
    const address = moment === undefined ? null : link(moment);
    return address === null ? words : `[${words}](${address})`;
  }).join(' ');
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const part = (block: Block): string => {
    switch (block.kind) {
      case 'heading': return `${'#'.repeat(block.level + 1)} ${escaped(block.text)}`;
      case 'paragraph': return line(block.runs);
      case 'list': return block.items.map((item, n) => `${block.ordered ? `${n + 1}.` : '-'} ${line(item)}`).join('\n');
      case 'quote': return `> ${line(block.runs)}\n>\n> — ${escaped(block.by)}`;
      case 'table': return [row(block.head.map(escaped)), row(block.head.map((_, n) => (block.numeric.includes(n) ? '---:' : '---'))), ...block.rows.map((cells) => row(cells.map(line)))].join('\n');
      case 'figure': {
        const address = picture(block.pictureId);
        return [...(address === null ? [] : [`![${escaped(block.alt)}](${address})`]), `*${escaped(block.caption)}*`].join('\n\n');
      }
      default: return assertNever(block);
    }
  };
  return `${[`# ${escaped(title)}`, ...blocks.map(part)].join('\n\n')}\n`;
}
