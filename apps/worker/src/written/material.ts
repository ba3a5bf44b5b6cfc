import { accountOf } from '@yaji/chronicle';
import type { Block, Document, ExportLanguage, RoomId, WrittenKind } from '@yaji/contracts';
import { readFileId, type Storage } from '@yaji/platform';
import type { Archive } from '../archive.ts';
import { pictureSize } from '../exports/documents/picture-size.ts';
import type { PictureFile } from '../exports/documents/rendering.ts';
import type { Bookshelf } from './bookshelf.ts';

/** What is written down of a room in one language, with the pictures it shows. */
export type Account = { document: Document; pictures: ReadonlyMap<string, PictureFile> };
type Ground = { archive: Pick<Archive, 'log'>; bookshelf: Bookshelf; storage: Storage };
/** `upTo`: log number up to which a draft tells. */
type Wanted = { kind: WrittenKind; language: ExportLanguage; upTo: number };

/** The minutes or the report of a room: the latest approved edition as it was approved; before there is one, the draft as it stands. */
export async function documentOf(roomId: RoomId, { kind, language, upTo }: Wanted, { archive, bookshelf, storage }: Ground): Promise<Account> {
  const edition = await bookshelf.edition(roomId, kind);
  if (edition) return withPictures(edition.detail.documents[language], edition.detail.pictures, storage);
  const [log, draft, { beside, pictures }] = await Promise.all([archive.log(roomId, upTo), bookshelf.draft(roomId, kind), bookshelf.beside(roomId)]);
  return withPictures(accountOf(log, beside, { kind, draft })[language], pictures, storage);
}

type Figure = Extract<Block, { kind: 'figure' }>;

/** `files`: by the pictures' ids. What is gone, or no picture, is left out: its caption stays. */
async function withPictures(document: Document, files: Readonly<Record<string, string>>, storage: Storage): Promise<Account> {
  const shown = document.blocks.filter((block): block is Figure => block.kind === 'figure').map(({ pictureId }) => pictureId);
  const pictures = new Map<string, PictureFile>();
  for (const pictureId of new Set(shown)) {
    const id = readFileId(files[pictureId] ?? '');
    if (!id || (await storage.sizeOf(id)) === null) continue;
    const bytes = Buffer.concat(await storage.open(id).toArray() as Buffer[]);
    const size = pictureSize(bytes);
    if (size) pictures.set(pictureId, { bytes, ...size });
  }
  return { document, pictures };
}
