import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { ExportWish, JobProgress, RoomId } from '@yaji/contracts';
import type { Messaging } from '@yaji/messaging';
import { exportsOf, type MadeExport, postgresEventStore } from '@yaji/persistence';
import { type Configuration, createLog, openStorage, readFileId, StartFault, type Storage } from '@yaji/platform';
import type { DataSource } from 'typeorm';
import { connectMessaging, openDatabase } from '../ground.ts';
import { type ExportArguments, exportArguments } from './export-arguments.ts';
import { findRoom } from './find-room.ts';
import { placeOrder } from './place-order.ts';

/** `say` shows how far it is; it gets the same line again and again. */
type Ground = { database: DataSource; messaging: Messaging; storage: Storage; say: (line: string) => void };

/** A file of a day takes seconds; a worker that tells nothing for so long is not there. Milliseconds. */
const patienceMs = 120_000;
const lookEveryMs = 200;

/** Orders a file of a room, waits until the worker has made it, and puts it where it is wanted. Answers its path. Throws a `StartFault` for what a person must mend. */
export async function exportTask(words: readonly string[], configuration: Configuration, say: (line: string) => void): Promise<string> {
  const wanted = exportArguments(words);
  const database = await openDatabase(configuration);
  try {
    const messaging = await connectMessaging(configuration, createLog('api', 'silent'));
    try {
      return await take(wanted, { database, messaging, storage: await openStorage(configuration), say });
    } finally {
      await messaging.close();
    }
  } finally {
    await database.destroy();
  }
}

async function take({ salon, room, wish, file }: ExportArguments, ground: Ground): Promise<string> {
  const { database, messaging } = ground;
  const { roomId } = await findRoom(database, { salon, room });
  const upTo = (await postgresEventStore(database).read(roomId, 0)).at(-1)?.seq ?? 0;
  if (upTo === 0) throw new StartFault('This room has not been opened yet, so there is nothing to export.');
  const { number, jobId } = await placeOrder({ roomId, wish, upTo, by: null }, { database, queues: messaging.queues });
  const made = await whenMade({ roomId, wish, number, jobId }, ground);
  const path = file ?? made.fileId.slice(made.fileId.lastIndexOf('/') + 1);
  await bring(made, path, ground.storage);
  return path;
}

type Ordered = { roomId: RoomId; wish: ExportWish; number: number; jobId: string };

const isSameWish = (one: ExportWish, other: ExportWish): boolean => one.what === other.what && one.format === other.format && one.language === other.language;

/** What the worker has said last, and the row in which the file stands when it is there: its own, or a later one's that superseded it. */
async function whenMade({ roomId, wish, number, jobId }: Ordered, { database, messaging, say }: Ground): Promise<MadeExport> {
  let heard = { at: Date.now(), line: '' };
  for (;;) {
    const made = (await exportsOf(database, roomId)).find((one) => one.number >= number && one.made !== null && isSameWish(one, wish))?.made;
    if (made) return made;
    const told = (await messaging.jobNews.latest(roomId)).find((job) => job.jobId === jobId);
    if (told?.state === 'failed') throw new StartFault(`It could not be made: ${told.error ?? 'the worker’s log says why'}.`);
    if (told?.state === 'cancelled') throw new StartFault('Somebody has cancelled it.');
    const line = lineOf(told);
    if (line !== heard.line) heard = { at: Date.now(), line };
    if (Date.now() - heard.at > patienceMs) throw new StartFault(`The worker has told nothing for ${patienceMs / 1_000} seconds: see whether it runs (npm run yaji -- ops), then try again. What was ordered is kept.`);
    say(line);
    await pause(lookEveryMs);
  }
}

const lineOf = (told: JobProgress | undefined): string => (told?.state === 'running' ? `${Math.round(told.percent)} % ${told.step ?? ''}`.trim() : 'waiting for the worker');

/** Beside its place first: whoever looks finds all of it or nothing. */
async function bring({ fileId }: MadeExport, path: string, storage: Storage): Promise<void> {
  const id = readFileId(fileId);
  if (!id) throw new Error(`not a file of ours: ${fileId}`);
  const unfinished = `${path}.part`;
  try {
    await pipeline(storage.open(id), createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw new StartFault(`${path} cannot be written (${cause instanceof Error ? cause.message : String(cause)}): name another place with --out.`, { cause });
  }
}
