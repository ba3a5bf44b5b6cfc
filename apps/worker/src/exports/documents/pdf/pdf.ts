import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hopeless } from '@yaji/messaging';
import { ProgramFailed, run } from '../../../recording/program.ts';
import type { Rendering } from '../rendering.ts';
import { booklet } from './booklet.ts';
import { setting } from './setting.ts';

/** A salon of a day takes seconds. Milliseconds. */
const limitMs = 120_000;

/** Beside this program in the same form: bundled, or as it was written. */
const program = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './typeset.ts' : './typeset.js', import.meta.url));

/** `madeAt`: UTC milliseconds. The same document at the same time gives the same bytes. */
type Making = { madeAt: number; signal: AbortSignal };

/** A PDF with its fonts in it, tagged, with bookmarks. A letter that no font of this machine has is told by its number. */
export async function documentToPdf(rendering: Rendering, { madeAt, signal }: Making): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'yaji-pdf-'));
  try {
    const pictures = [...rendering.pictures].map(([pictureId, { bytes, type }], n) => ({ pictureId, bytes, name: `picture-${n}.${type === 'image/png' ? 'png' : 'jpg'}` }));
    for (const { name, bytes } of pictures) await writeFile(join(folder, name), bytes);
    const document = setting(rendering, new Map(pictures.map(({ pictureId, name }) => [pictureId, name])));
    const files = pictures.map(({ name }) => ({ name, file: join(folder, name) }));
    const [request, file] = [join(folder, 'request.json'), join(folder, 'document.pdf')];
    await writeFile(request, JSON.stringify({ source: booklet, document: JSON.stringify(document), pictures: files, workspace: folder, madeAtSeconds: Math.floor(madeAt / 1_000) }));
    await run({ path: process.execPath, args: [program, request, file], cwd: folder, limitMs, signal }).catch(explained);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function explained(failure: unknown): never {
  if (failure instanceof ProgramFailed && failure.message.includes('no font with Chinese letters')) {
    throw hopeless('There is no font with Chinese letters on this machine, so the PDF would be full of boxes: install fonts-noto-cjk (or another font for Chinese) and order it again');
  }
  throw failure;
}
