import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { ExportFormat, ExportWish, Jobs } from '@yaji/contracts';
import { hopeless } from '@yaji/messaging';
import type { StoredExport } from '@yaji/persistence';
import { fileId, readFileId, type Storage } from '@yaji/platform';
import { type Course, scale } from '../progress.ts';
import { filesOf, pictureFiles } from './files.ts';
import { gather, type Gathered, type Sources } from './gather.ts';
import { readMe } from './read-me.ts';
import type { Shelf } from './shelf.ts';
import { clockIn } from './tables/clock.ts';
import { type ZippedFile, zipOf } from './zip.ts';

export type Exporter = Sources & { shelf: Shelf };

const endings: Record<ExportFormat, string> = {
  markdown: 'md', html: 'html', docx: 'docx', pdf: 'pdf', csv: 'zip', xlsx: 'xlsx', vtt: 'vtt', srt: 'srt', txt: 'txt', json: 'json', zip: 'zip',
};
const none: Record<ExportWish['what'], string> = {
  minutes: 'there are no minutes yet', report: 'there is no report yet', tables: 'there is nothing to tell yet', everything: 'there is nothing to tell yet',
  transcript: 'nothing that was said is written down in this language',
};

/**
 * Makes a file to take away, as it was ordered, and puts it in the place of earlier ones of the same wish. Where nothing has changed since an earlier
 * one, that one is it. Running it again gives the same.
 */
export async function makeExport({ roomId, order: number }: Jobs['room-export'], exporter: Exporter, course: Course): Promise<void> {
  const { shelf, storage } = exporter;
  const order = await shelf.order(roomId, number);
  if (!order || (order.made && (await isThere(storage, order.made.fileId)))) return;
  const part = scale(course.tell, course.now);
  part('reading', 0, 10)(0);
  const basis = await shelf.basis(roomId, order.what);
  const gathered = await gather(order, exporter);
  const digest = digestOf(gathered, order);
  const standing = (await shelf.all(roomId)).find((one) => isSameWish(one, order) && one.made?.digest === digest);
  if (standing?.made && (await isThere(storage, standing.made.fileId))) return finish(order, { ...standing.made, basis }, exporter);
  const writing = part('writing', 10, 90);
  writing(0);
  const content = await contentOf(gathered, order, { course, writing });
  const { what, format, language, upTo } = order;
  const id = fileId('rooms', roomId, 'exports', `${what}-${language.toLowerCase()}-${upTo}-${number}.${endings[format]}`);
  const bytes = await storage.write(id, content);
  part('storing', 90, 100)(0);
  await finish(order, { fileId: id, bytes, digest, basis, madeAt: course.now() }, exporter);
}

const isSameWish = (one: ExportWish, other: ExportWish): boolean => one.what === other.what && one.format === other.format && one.language === other.language;

async function isThere(storage: Storage, written: string): Promise<boolean> {
  const id = readFileId(written);
  return id !== null && (await storage.sizeOf(id)) !== null;
}

/** Nobody is without a file between two: the earlier one goes when the later one is noted. */
async function finish(order: StoredExport, made: NonNullable<StoredExport['made']>, { shelf, storage }: Exporter): Promise<void> {
  const unneeded = await shelf.finish(order, made);
  const needed = new Set((await shelf.all(order.roomId)).map((one) => one.made?.fileId));
  for (const id of unneeded.filter((one) => !needed.has(one)).map(readFileId)) if (id) await storage.remove(id);
}

/** Of all that a file could say, but for when it was made. */
function digestOf({ link: _, ...gathered }: Gathered, { format }: StoredExport): string {
  const pictures = [gathered.accounts.minutes, gathered.accounts.report].map((account) => [...(account?.pictures ?? [])].map(([pictureId, { bytes }]) => [pictureId, createHash('sha256').update(bytes).digest('hex')]));
  return createHash('sha256').update(JSON.stringify([format, gathered, pictures])).digest('hex');
}

type Making = { course: Course; writing: (fraction: number) => void };

/** The time of the order is the time that stands in the file: made again after a fault, it is the same file. */
async function contentOf(gathered: Gathered, { what, format, at }: StoredExport, { course: { signal }, writing }: Making): Promise<Uint8Array | string | Readable> {
  const files = filesOf(gathered, { madeAt: at, signal, beside: what === 'everything' });
  const zipped = (chosen: readonly ZippedFile[]): Readable => {
    const { roomId, title, language, upTo, timeZone } = gathered;
    const options = { readMe: readMe({ title, upTo, made: `${clockIn(timeZone)(at)} (${timeZone})` }), signal, done: (done: number) => writing(done / chosen.length) };
    return zipOf(chosen, { roomId, title, language, upTo, madeAt: at }, options);
  };
  if (what === 'everything') return zipped([...files, ...pictureFiles(gathered)]);
  const chosen = files.filter((file) => file.format === format);
  const [file] = chosen;
  if (!file) throw hopeless(none[what]);
  return format === 'csv' ? zipped(chosen) : file.bring();
}
