import type { Document, ExportLanguage, RoomId, WrittenKind } from '@yaji/contracts';
import { logAlone, minutesDocument, minutesOf } from '@yaji/chronicle';
import { readFileId, type Storage } from '@yaji/platform';
import type { Archive } from '../archive.ts';
import { pictureSize } from '../exports/documents/picture-size.ts';
import type { PictureFile } from '../exports/documents/rendering.ts';

/** What is written down of a room in one language, with its pictures. `upTo`: log number it derives from; `edition`: which approved one it is, 0: none. */
export type Account = { document: Document; pictures: ReadonlyMap<string, PictureFile>; upTo: number; edition: number };
type Ground = { archive: Archive; storage: Storage };

/**
 * The minutes or the report of a room: the latest approved edition, as it was approved; without one the minutes that the log gives. Null: there is
 * nothing yet.
 */
export async function documentOf(roomId: RoomId, what: { kind: WrittenKind; language: ExportLanguage; upTo: number }, ground: Ground): Promise<Account | null> {
  const edition = await ground.archive.edition(roomId, what.kind);
  if (edition) return { document: edition.detail.documents[what.language], pictures: await picturesOf(edition.detail.pictures, ground.storage), upTo: edition.upTo, edition: edition.version };
  if (what.kind === 'report') return null;
  const minutes = minutesOf(await ground.archive.log(roomId, what.upTo));
  const { timeZone } = await ground.archive.salonOf(roomId);
  return { document: minutesDocument(logAlone(minutes), { language: what.language, timeZone: timeZone ?? 'UTC' }), pictures: new Map(), upTo: minutes.upTo, edition: 0 };
}

/** `files`: by the pictures' ids. What is gone, or no picture, is left out: its caption stays. */
async function picturesOf(files: Readonly<Record<string, string>>, storage: Storage): Promise<Map<string, PictureFile>> {
  const pictures = new Map<string, PictureFile>();
  for (const [pictureId, file] of Object.entries(files)) {
    const id = readFileId(file);
    if (!id || (await storage.sizeOf(id)) === null) continue;
    const bytes = Buffer.concat(await storage.open(id).toArray() as Buffer[]);
    const size = pictureSize(bytes);
    if (size) pictures.set(pictureId, { bytes, ...size });
  }
  return pictures;
}
