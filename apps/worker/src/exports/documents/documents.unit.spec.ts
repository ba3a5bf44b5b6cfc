import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Block, Document } from '@yaji/contracts';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { booklets, saidAt } from '../../../test/booklet.ts';
import { documentToDocx } from './docx.ts';
import { documentToHtml } from './html/html.ts';
import { documentToPdf } from './pdf/pdf.ts';
import { pictureSize } from './picture-size.ts';
import type { Rendering } from './rendering.ts';

const jpeg = execFileSync(process.env['YAJI_FFMPEG'] ?? 'ffmpeg', ['-loglevel', 'error', '-f', 'lavfi', '-i', 'color=teal:s=64x36', '-frames:v', '1', '-f', 'image2pipe', '-c:v', 'mjpeg', 'pipe:1']);
const size = pictureSize(jpeg);
const pictures = new Map(size ? [['reeds', { bytes: jpeg, ...size }]] : []);
const replay = 'https://salon.example/s/1/r/2/replay?t=65s&x="';
const rendering = (document: Document): Rendering => ({ document, pictures, link: (at) => (at === saidAt ? replay : null), accent: '#1F6F5C' });
const making = { madeAt: Date.UTC(2026, 10, 21), signal: new AbortController().signal };
/** A letter that fonts do not have is told otherwise where the fonts come along. */
const rare = '𐨀';

const textsOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'heading': return [block.text];
    case 'paragraph': return [block.runs.map(({ text }) => text).join('')];
    case 'quote': return [block.runs.map(({ text }) => text).join(''), block.by];
    case 'list': return block.items.map((runs) => runs.map(({ text }) => text).join(''));
    case 'table': return [...block.head, ...block.rows.flat(2).map(({ text }) => text)];
    case 'figure': return [block.caption];
  }
};
const all = ({ title, blocks }: Document): string[] => [title, ...blocks.flatMap(textsOf)];
const bare = (text: string): string => text.replace(/[\s\u200b\u00ad]/gu, '');
/** Each text of the document that the file does not have, in its order. */
const lost = (document: Document, file: string): string[] => {
  let from = 0;
  return all(document).filter((text) => {
    const at = bare(file).indexOf(bare(text), from);
    if (at >= 0) from = at;
    return at < 0;
  });
};

type Read = { pages: string[]; title: unknown; language: unknown; outline: string[]; links: string[]; tagged: boolean };
async function readPdf(bytes: Uint8Array): Promise<Read> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  const links: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    pages.push((await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(''));
    links.push(...(await page.getAnnotations() as { url?: string }[]).flatMap(({ url }) => url ?? []));
  }
  const info = (await pdf.getMetadata()).info as Record<string, unknown>;
  const outline = ((await pdf.getOutline()) as { title: string }[] | null ?? []).map(({ title }) => title);
  const marked = (await pdf.getMarkInfo()) as { Marked?: boolean } | null;
  await pdf.loadingTask.destroy();
  return { pages, title: info['Title'], language: info['Language'], outline, links, tagged: marked?.Marked === true };
}

describe.each(Object.values(booklets))('the account in $language', (document) => {
  it('is a PDF whose text is the document’s, with bookmarks, language, links, and the head of a table on each of its pages', async () => {
    const bytes = await documentToPdf(rendering(document), making);
    const { pages, title, language, outline, links, tagged } = await readPdf(bytes);
    const shown: Document = JSON.parse(JSON.stringify(document).replaceAll(rare, '[U+10A00]')) as Document;
    // The running title and the page number stand between.
    const read = pages.map((page, n) => page.replace(n === 0 ? '' : document.title, '').replace(new RegExp(`${n + 1}\\s*/\\s*${pages.length}\\s*$`), '')).join('');
    expect(lost(shown, read)).toEqual([]);
    expect(read).not.toContain(rare);
    expect([title, tagged]).toEqual([document.title, true]);
    expect(String(language).toLowerCase()).toMatch(document.language === 'en' ? /^en/ : /^zh/);
    expect(outline).toEqual(document.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : [])));
    expect(links.length).toBeGreaterThan(0);
    const [, head = ''] = document.blocks.flatMap((block) => (block.kind === 'table' ? block.head : []));
    expect(pages.slice(0, 3).map((page) => page.includes(head))).toEqual([true, true, true]);
    // Fonts are in it, and only the letters that are used: a whole one has tens of megabytes.
    expect(bytes.length).toBeLessThan(600_000);
    expect(await documentToPdf(rendering(document), making)).toEqual(bytes);
  });

  it('is a Word file with styles, heads of tables, pictures with words for them, and links', async () => {
    const bytes = await documentToDocx(rendering(document));
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Said Words'] => blockquote:fresh"] });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(lost(document, (await mammoth.extractRawText({ buffer: bytes })).value.replaceAll('— ', ''))).toEqual([]);
    expect(html).toContain(`<h1 class="title">${document.title}</h1>`);
    expect(html.match(/<h1>/g)).toHaveLength(4);
    expect(html).toContain('<thead>');
    expect(html).toMatch(/<blockquote>.*<a href="https:\/\/salon\.example\//);
    const figure = document.blocks.find((block) => block.kind === 'figure');
    expect(html).toContain(`alt="${figure?.alt ?? ''}"`);
    const { unzipSync, strFromU8 } = await import('fflate');
    const parts = unzipSync(bytes);
    const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
    expect(styles).toContain(`<w:lang w:val="${document.language === 'en' ? 'en-GB' : 'zh-CN'}" w:eastAsia="zh-CN"/>`);
    expect(styles).toContain('w:eastAsia="SimSun"');
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('<w:tblHeader/>');
  });

  it('is a page that holds everything, fetches nothing and runs nothing', () => {
    const html = documentToHtml(rendering(document));
    const text = html.replace(/<style>[^]*?<\/style>|<nav[^]*?<\/nav>|<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ 'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', '#39': "'" })[name] ?? '');
    expect(lost(document, text)).toEqual([]);
    expect(html).toMatch(new RegExp(`<html lang="${document.language}">`));
    expect(html).toContain("default-src 'none'");
    expect(html.match(/(?:src|href)="(?!data:image\/jpeg;base64,|#h|https:\/\/salon\.example\/)/g)).toBeNull();
    expect(html).toContain('replay?t=65s&amp;x=&quot;');
    expect(html).not.toMatch(/<script|<b>|javascript:| on\w+=/);
  });
});

describe('hostile words', () => {
  const corpus = ['</script><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '\u202Egnp.exe\u0000\u0007', '#import "/etc/passwd"', '#read("/etc/passwd")', ']#eval("1")[', '\\u{41}', '{{x}}', '${x}', 'a\u2028b', 'lone \uD800 half', '&amp;<![CDATA[', 'W'.repeat(20_000), '👩‍👩‍👧 🇨🇳', 'عربى', ''];
  const hostile: Document = {
    language: 'zh-CN', title: corpus.slice(0, 6).join(' '),
    blocks: [
      { kind: 'heading', level: 3, text: corpus[0] ?? '' }, ...corpus.map((text): Block => ({ kind: 'paragraph', runs: [{ text, moment: saidAt }, { text }], key: null })),
      { kind: 'table', head: corpus.slice(0, 13), rows: [corpus.slice(0, 13).map((text) => [{ text }])], numeric: [] }, { kind: 'table', head: ['only a head'], rows: [], numeric: [0] },
      { kind: 'list', ordered: true, items: [] }, { kind: 'quote', runs: [], by: '' }, { kind: 'figure', pictureId: 'gone', alt: '', caption: '' },
      { kind: 'heading', level: 2, text: 'a step' }, { kind: 'heading', level: 1, text: 'up' },
    ],
  };

  it('are words in every format, whatever they would be elsewhere', async () => {
    const [pdf, docx, html] = [await documentToPdf(rendering(hostile), making), await documentToDocx(rendering(hostile)), documentToHtml(rendering(hostile))];
    const read = (await readPdf(pdf)).pages.join('');
    for (const text of ['alert(1)', '#read("/etc/passwd")', 'gnp.exe', '\\u{41}']) expect(bare(read)).toContain(bare(text));
    expect(read).not.toContain('root:');
    const { value } = await mammoth.extractRawText({ buffer: docx });
    expect(value).toContain('</script><script>alert(1)</script>');
    for (const file of [read, value, html]) expect(file).not.toMatch(/[\u202A-\u202E\u0000\u0007]/);
    expect(html).not.toMatch(/<script|<img src=x/);
  });

  it('make no empty file of an empty document, and a setting that is stopped leaves nothing', async () => {
    const empty: Document = { language: 'en', title: '', blocks: [] };
    expect((await readPdf(await documentToPdf(rendering(empty), making))).pages).toHaveLength(1);
    expect((await documentToDocx(rendering(empty))).length).toBeGreaterThan(1_000);
    const stop = new AbortController();
    const set = documentToPdf(rendering(hostile), { ...making, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(set).rejects.toThrow();
  });
});

it('a picture says how large it is, and what is none says nothing', () => {
  expect(size).toEqual({ type: 'image/jpeg', width: 64, height: 36 });
  expect(pictureSize(readFileSync('package.json'))).toBeNull();
  expect(pictureSize(new Uint8Array([0xff, 0xd8, 0xff]))).toBeNull();
});
