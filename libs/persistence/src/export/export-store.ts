import type { ExportWish, ParticipantId, RoomId } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/** What was asked for. `edition`: which approved one it shows, 0: none. `orderedBy` null: whoever runs the house. UTC milliseconds. */
export type NewExport = ExportWish & { roomId: RoomId; upTo: number; edition: number; orderedBy: ParticipantId | null; at: number };
/** What came of it. `digest`: of all that stands in the file; `basis`: of what it was made of (`exportBases`), null where nobody noted that. */
export type MadeExport = { fileId: string; bytes: number; digest: string; basis: string | null; madeAt: number };
/** `number`: from 1 within the room. */
export type StoredExport = NewExport & { number: number; made: MadeExport | null };

const ms = (instant: string): string => `round(extract(epoch from ${instant}) * 1000)::float8`;
const columns = `room_id as "roomId", number, what, format, language, up_to as "upTo", edition, ordered_by as "orderedBy", ${ms('at')} as at,
  case when file_id is null then null else jsonb_build_object('fileId', file_id, 'bytes', bytes, 'digest', digest, 'basis', basis, 'madeAt', ${ms('made_at')}) end as made`;
const sameWish = 'room_id = $1 and what = $2 and format = $3 and language = $4';

/** Two who order at once get numbers one after the other; a finished one is not superseded by two at once. */
const lockRoom = 'select from room where room_id = $1 for update';
const list = `select ${columns} from room_export where room_id = $1 and not superseded order by number`;
const one = `select ${columns} from room_export where room_id = $1 and number = $2 and not superseded`;
const underWay = `select ${columns} from room_export where ${sameWish} and up_to = $5 and edition = $6 and file_id is null and not superseded order by number desc limit 1`;
const insert = `insert into room_export (room_id, number, what, format, language, up_to, edition, ordered_by, at)
  select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0) from room_export where room_id = $1 returning number`;
const later = `select from room_export where ${sameWish} and number > $5 and file_id is not null`;
const finish = `update room_export set file_id = $3, bytes = $4, digest = $5, made_at = to_timestamp($6 / 1000.0), basis = $7 where room_id = $1 and number = $2`;
const supersedeBefore = `update room_export set superseded = true where ${sameWish} and number < $5 and not superseded returning file_id as "fileId"`;
const supersede = 'update room_export set superseded = true where room_id = $1 and number = $2';

/** Notes an order, or answers the one that waits or is being made of the same (`isNew` false). */
export async function orderExport(source: DataSource, order: NewExport): Promise<{ number: number; isNew: boolean }> {
  const { roomId, what, format, language, upTo, edition, orderedBy, at } = order;
  return inTransaction(poolOf(source), async (client) => {
    await client.query(lockRoom, [roomId]);
    const { rows: [standing] } = await client.query<StoredExport>(underWay, [roomId, what, format, language, upTo, edition]);
    if (standing) return { number: standing.number, isNew: false };
    const { rows: [made] } = await client.query<{ number: number }>(insert, [roomId, what, format, language, upTo, edition, orderedBy, at]);
    if (!made) throw new Error(`an order for room ${roomId} got no number`);
    return { number: made.number, isNew: true };
  });
}

/** Null: there is none, or it has been superseded. */
export async function exportOf(source: DataSource, roomId: RoomId, number: number): Promise<StoredExport | null> {
  return (await poolOf(source).query<StoredExport>(one, [roomId, number])).rows[0] ?? null;
}

/** Those that are ordered and those that are there, in the order of their numbers; of each wish the latest file alone. */
export async function exportsOf(source: DataSource, roomId: RoomId): Promise<StoredExport[]> {
  return (await poolOf(source).query<StoredExport>(list, [roomId])).rows;
}

/** Keeps what was made; it supersedes earlier ones of the same wish. Answers the files that nobody needs now: theirs, or its own where a later one is there. */
export async function finishExport(source: DataSource, { roomId, number, what, format, language }: StoredExport, made: MadeExport): Promise<string[]> {
  return inTransaction(poolOf(source), async (client) => {
    await client.query(lockRoom, [roomId]);
    const { rowCount } = await client.query(later, [roomId, what, format, language, number]);
    if (rowCount !== 0) {
      await client.query(supersede, [roomId, number]);
      return [made.fileId];
    }
    await client.query(finish, [roomId, number, made.fileId, made.bytes, made.digest, made.madeAt, made.basis]);
    const { rows } = await client.query<{ fileId: string | null }>(supersedeBefore, [roomId, what, format, language, number]);
    return rows.flatMap(({ fileId }) => (fileId === null || fileId === made.fileId ? [] : [fileId]));
  });
}
