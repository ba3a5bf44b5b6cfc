import type { ExportWhat, RoomId } from '@yaji/contracts';
import { exportBases, exportOf, exportsOf, finishExport, type MadeExport, type StoredExport } from '@yaji/persistence';
import type { DataSource } from 'typeorm';

/** Where orders for files come from and what came of them is noted. */
export type Shelf = {
  /** Null: it was superseded before it was made. */
  order(roomId: RoomId, number: number): Promise<StoredExport | null>;
  all(roomId: RoomId): Promise<StoredExport[]>;
  /** Digest of what such a file would be made of now, beside the log. */
  basis(roomId: RoomId, what: ExportWhat): Promise<string>;
  /** Answers the files that nobody needs any more. */
  finish(order: StoredExport, made: MadeExport): Promise<string[]>;
};

export const databaseShelf = (source: DataSource): Shelf => ({
  order: (roomId, number) => exportOf(source, roomId, number),
  all: (roomId) => exportsOf(source, roomId),
  basis: async (roomId, what) => (await exportBases(source, roomId))[what],
  finish: (order, made) => finishExport(source, order, made),
});
