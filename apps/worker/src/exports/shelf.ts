import type { RoomId } from '@yaji/contracts';
import { exportOf, exportsOf, finishExport, type MadeExport, type StoredExport } from '@yaji/persistence';
import type { DataSource } from 'typeorm';

/** Where orders for files come from and what came of them is noted. */
export type Shelf = {
  /** Null: it was superseded before it was made. */
  order(roomId: RoomId, number: number): Promise<StoredExport | null>;
  all(roomId: RoomId): Promise<StoredExport[]>;
  /** Answers the files that nobody needs any more. */
  finish(order: StoredExport, made: MadeExport): Promise<string[]>;
};

export const databaseShelf = (source: DataSource): Shelf => ({
  order: (roomId, number) => exportOf(source, roomId, number),
  all: (roomId) => exportsOf(source, roomId),
  finish: (order, made) => finishExport(source, order, made),
});
