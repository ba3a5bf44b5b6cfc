import { createHash } from 'node:crypto';
import { legible } from '@yaji/chronicle';
import type { Block, Run } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Rendering } from '../rendering.ts';
import { styleOf } from './style.ts';

/** In Chinese as in English. */
const contents = { 'en': 'Contents', 'zh-CN': '目录' } as const;
/** Fewer headings are seen without a list of them. */
const worthAList = 4;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (written: string): string => legible(written).replace(/[&<>"']/g, (mark) => marks[mark] ?? '');

/** One file that fetches nothing, runs nothing, and may say so itself: its policy allows its own style and the pictures in it, by digest and as data. */
export function documentToHtml(rendering: Rendering): string {
  const { document: { title, language, blocks }, accent } = rendering;
  const style = styleOf(accent);
  const digest = createHash('sha256').update(style).digest('base64');
  const page = { ...rendering, headings: 0 };
  return [
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n<main>`,
    `<h1>${escaped(title)}</h1>`, listOf(blocks, language), ...blocks.map((block) => blockToHtml(block, page)), '</main>\n</body>\n</html>\n',
  ].filter((part) => part !== '').join('\n');
}

type Page = Rendering & { headings: number };

function listOf(blocks: readonly Block[], language: keyof typeof contents): string {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const main = headings.map((one, n) => ({ ...one, n: n + 1 })).filter(({ level }) => level === 1);
  if (main.length < worthAList) return '';
  return `<nav aria-label="${contents[language]}"><ol>${main.map(({ text, n }) => `<li><a href="#h${n}">${escaped(text)}</a></li>`).join('')}</ol></nav>`;
}

function blockToHtml(block: Block, page: Page): string {
  switch (block.kind) {
    case 'heading': {
      page.headings += 1;
      return `<h${block.level + 1} id="h${page.headings}">${escaped(block.text)}</h${block.level + 1}>`;
    }
    case 'paragraph': return `<p>${runs(block.runs, page)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${runs(item, page)}</li>`).join('\n')}</${tag}>`;
    }
    case 'quote': return `<blockquote><p>${runs(block.runs, page)}</p>${block.by === '' ? '' : `<footer>— ${escaped(block.by)}</footer>`}</blockquote>`;
    case 'table': return table(block, page);
    case 'figure': return figure(block, page);
    default: return assertNever(block);
  }
}

const runs = (all: readonly Run[], page: Page): string => all.map((one) => run(one, page)).join('');

function run({ text, strong, moment }: Run, { link }: Page): string {
  const words = strong === true ? `<strong>${escaped(text)}</strong>` : escaped(text);
  const address = moment === undefined ? null : link(moment);
  return address === null ? words : `<a href="${escaped(address)}">${words}</a>`;
}

function table({ head, rows, numeric }: Extract<Block, { kind: 'table' }>, page: Page): string {
  const cell = (tag: string, inner: string, column: number): string => `<${tag}${numeric.includes(column) ? ' class="figure"' : ''}>${inner}</${tag.split(' ')[0] ?? tag}>`;
  const lines = rows.map((cells) => `<tr>${cells.map((one, column) => cell('td', runs(one, page), column)).join('')}</tr>`);
  // A table that does not fit is scrolled by itself, by keys too.
  return `<div class="wide" tabindex="0" role="group"><table><thead><tr>${head.map((one, column) => cell('th scope="col"', escaped(one), column)).join('')}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table></div>`;
}

function figure({ pictureId, alt, caption }: Extract<Block, { kind: 'figure' }>, { pictures }: Page): string {
  const picture = pictures.get(pictureId);
  const image = picture ? `<img src="data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}" width="${picture.width}" height="${picture.height}" alt="${escaped(alt)}">` : '';
  return `<figure>${image}<figcaption>${escaped(caption)}</figcaption></figure>`;
}
