import { parseArgs } from 'node:util';
import { ExportFormat, exportFormats, ExportLanguage, ExportWhat, type ExportWish } from '@yaji/contracts';
import { StartFault } from '@yaji/platform';

/** `file` null: into the working directory, under the file's own name. */
export type ExportArguments = { salon: string; room: string | null; wish: ExportWish; file: string | null };

const usage = `npm run yaji -- export SALON [--what ${ExportWhat.options.join('|')}] [--format FORMAT] [--lang ${ExportLanguage.options.join('|')}] [--room ROOM] [--out FILE]
${ExportWhat.options.map((what) => `  ${what.padEnd(11)} ${exportFormats[what].join(', ')}`).join('\n')}`;
const wrong = (sentence: string, cause?: unknown): StartFault => new StartFault(`${sentence}\n${usage}`, { cause });

function given(words: readonly string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: { what: option, format: option, lang: option, room: option, out: option } });
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** Throws a `StartFault` that says what can be said. */
export function exportArguments(words: readonly string[]): ExportArguments {
  const { values, positionals: [salon, ...others] } = given(words);
  if (salon === undefined || others.length > 0) throw wrong('Say of which salon: its id, the beginning of it, or its title in quotation marks.');
  return { salon, room: values.room ?? null, wish: wishOf(values), file: values.out ?? null };
}

function wishOf({ what: writtenWhat, format: writtenFormat, lang = 'en' }: ReturnType<typeof given>['values']): ExportWish {
  const what = ExportWhat.safeParse(writtenWhat ?? (writtenFormat === 'zip' ? 'everything' : 'minutes'));
  if (!what.success) throw wrong(`There is no “${writtenWhat ?? ''}” to export.`);
  const formats = exportFormats[what.data];
  const format = ExportFormat.safeParse(writtenFormat ?? formats[0]);
  if (!format.success || !formats.includes(format.data)) throw wrong(`“${writtenFormat ?? ''}” is no format for ${what.data}.`);
  const language = ExportLanguage.safeParse(lang);
  if (!language.success) throw wrong(`“${lang}” is no language that files are written in.`);
  return { what: what.data, format: format.data, language: language.data };
}
