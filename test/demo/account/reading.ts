import { execFile } from 'node:child_process';
import { constants, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import mammoth from 'mammoth';

const run = promisify(execFile);

const onPath = (program: string): string | undefined =>
  (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program)).find((path) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & constants.S_IXUSR) !== 0);

/** What a program that is not ours reads in a file. */
export type ReadFile = { reader: string; text: string };

/** By poppler's pdftotext, in the order in which the file tells it. Throws where there is none. */
export async function readPdf(file: string): Promise<ReadFile> {
  const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { maxBuffer: 64 * 1_024 * 1_024 });
  return { reader: 'pdftotext', text: stdout };
}

/** By LibreOffice where it is installed, else by mammoth. */
export async function readDocx(file: string): Promise<ReadFile> {
  const office = onPath('soffice');
  if (!office) return { reader: 'mammoth', text: (await mammoth.extractRawText({ path: file })).value };
  const folder = dirname(file);
  await run(office, ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file]);
  return { reader: 'LibreOffice', text: await readFile(file.replace(/\.docx$/, '.txt'), 'utf8') };
}
