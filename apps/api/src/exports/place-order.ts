import type { ExportOrdered, ExportWhat, ExportWish, ParticipantId, RoomId } from '@yaji/contracts';
import { jobIdOf, type JobQueues } from '@yaji/messaging';
import { editionsOf, orderExport } from '@yaji/persistence';
import type { DataSource } from 'typeorm';

type Ground = { database: DataSource; queues: JobQueues };
/** `upTo`: the room's latest log number. `by` null: whoever runs the house. */
type Order = { roomId: RoomId; wish: ExportWish; upTo: number; by: ParticipantId | null };

/** Counts the approved editions that such a file shows: it rises with each. */
export async function editionFor(database: DataSource, roomId: RoomId, what: ExportWhat): Promise<number> {
  const latest = async (kind: 'minutes' | 'report'): Promise<number> => (await editionsOf(database, roomId, kind)).at(-1)?.version ?? 0;
  switch (what) {
    case 'minutes': case 'report': return latest(what);
    case 'everything': return (await latest('minutes')) + (await latest('report'));
    case 'tables': case 'transcript': return 0;
  }
}

/** Orders a file; who orders what is being made already waits for the same. One that failed before is tried again. */
export async function placeOrder({ roomId, wish, upTo, by }: Order, { database, queues }: Ground): Promise<ExportOrdered> {
  const edition = await editionFor(database, roomId, wish.what);
  const { number, isNew } = await orderExport(database, { roomId, ...wish, upTo, edition, orderedBy: by, at: Date.now() });
  const job = { name: 'room-export', data: { roomId, upTo, order: number, ...wish } } as const;
  const jobId = jobIdOf(job);
  const standing = isNew ? 'not-there' : await queues.retry(jobId);
  if (standing === 'not-there') await queues.add(job);
  return { number, jobId };
}
