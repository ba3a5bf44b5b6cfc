// A program of its own: it sets one document and ends. A document that takes too long, or too much memory, takes nothing else with it.
//   node typeset.js REQUEST.json FILE.pdf
import { readFileSync, writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** `pictures`: name in the document and file; `workspace`: an empty folder, all that can be read beside the fonts. */
type Request = { source: string; document: string; pictures: { name: string; file: string }[]; workspace: string; madeAtSeconds: number };

/** PDF/UA-1 (ISO 14289-1): tagged for screen readers, and a letter that no font has is an error and not a box. */
const standard = 'ua-1';
const most = 40;

/** What the error names: letters without a font, and those of the private use areas, which mean nothing to anybody else. */
function unshown(error: unknown): string[] {
  const said = error instanceof Error ? error.message : String(error);
  const named = [...said.matchAll(/(?:the text `|codepoint `)\\?"(.*?)\\?"`/gs)].map(([, quoted = '']) => quoted.replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16))));
  return [...new Set(named.flatMap((text) => Array.from(text)))].filter((letter) => letter.trim() !== '');
}

/** Marks that only join or vary the letter before them say nothing alone. */
const joins = /^[\u200d\ufe00-\ufe0f]$/;
const named = (letter: string): string => (joins.test(letter) ? '' : `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);

function typeset({ source, document, pictures, workspace, madeAtSeconds }: Request): Buffer {
  const compiler = NodeCompiler.create({ workspace });
  for (const { name, file } of pictures) compiler.mapShadow(`${workspace}/${name}`, readFileSync(file));
  let told = document;
  for (let tries = 0; tries < most; tries += 1) {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { document: told } });
    const { result } = compiled;
    if (!result) throw new Error(`it cannot be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? null).slice(0, 2_000)}`);
    try {
      return compiler.pdf(result, { pdfStandard: standard, creationTimestamp: madeAtSeconds });
    } catch (error) {
      const missing = unshown(error);
      if (missing.length === 0) throw error;
      if (missing.some((letter) => /[\u4e00-\u9fa5]/.test(letter))) throw new Error('no font with Chinese letters', { cause: error });
      for (const letter of missing) told = told.replaceAll(letter, named(letter));
    }
  }
  throw new Error('too many letters that no font has');
}

const [, , request = '', file = ''] = process.argv;
try {
  writeFileSync(file, typeset(JSON.parse(readFileSync(request, 'utf8')) as Request));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
