import { emptyDraft } from '@yaji/chronicle';
import type { ChatMessage, ExportWish, Recorded } from '@yaji/contracts';
import type { MadeExport, StoredExport } from '@yaji/persistence';
import type { Exporter } from '../src/exports/make-export.ts';
import { type Desk, desk, roomId, zero } from './rooms.ts';

/** `chat` may be written to. */
export type ExportDesk = Desk & { exporter: Exporter; orders: StoredExport[]; chat: ChatMessage[]; order(wish: ExportWish): number };

const isSame = (one: ExportWish, other: ExportWish): boolean => one.what === other.what && one.format === other.format && one.language === other.language;

/** A desk at which files to take away are ordered, with nothing beside the log. */
export async function exportDesk(log: readonly Recorded[]): Promise<ExportDesk> {
  const given = await desk(log);
  const orders: StoredExport[] = [];
  const chat: ChatMessage[] = [];
  const shelf: Exporter['shelf'] = {
    order: async (_, number) => orders.find((one) => one.number === number) ?? null,
    all: async () => orders,
    basis: async (_, what) => what,
    finish: async (order, made: MadeExport) => {
      const earlier = orders.filter((one) => isSame(one, order) && one.number < order.number);
      for (const one of earlier) orders.splice(orders.indexOf(one), 1);
      const standing = orders.find((one) => one.number === order.number);
      if (standing) standing.made = made;
      return earlier.flatMap((one) => (one.made && one.made.fileId !== made.fileId ? [one.made.fileId] : []));
    },
  };
  const bookshelf: Exporter['bookshelf'] = {
    salonOf: async () => null, edition: async () => null, draft: async () => emptyDraft, chat: async () => chat,
    beside: async () => ({ beside: { occasion: { title: null, host: null, next: null }, timeZone: 'Asia/Shanghai', summary: null, pictures: [], answers: [] }, pictures: {} }),
  };
  let numbers = 0;
  return {
    ...given, orders, chat, exporter: { ...given.publisher, shelf, bookshelf, publicUrl: 'https://salon.example' },
    order: (wish) => {
      numbers += 1;
      orders.push({ ...wish, roomId, number: numbers, upTo: given.archive.room.log.at(-1)?.seq ?? 0, edition: 0, orderedBy: null, at: zero + 3_600_000, made: null });
      return numbers;
    },
  };
}
