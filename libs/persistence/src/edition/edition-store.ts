import type { Document, Edition, RoomId, WrittenKind, WrittenLanguage } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/** What was approved, whole. `pictures`: the file of each picture. */
export type EditionDetail = { documents: Record<WrittenLanguage, Document>; pictures: Record<string, string> };
export type StoredEdition = Edition & { detail: EditionDetail };

const columns = `version, up_to as "upTo", digest, approved_by as "approvedBy", round(extract(epoch from approved_at) * 1000)::float8 as "approvedAt", amendment`;
const list = `select ${columns} from edition where room_id = $1 and kind = $2 order by version`;
const latest = `select ${columns}, detail from edition where room_id = $1 and kind = $2 order by version desc limit 1`;
const one = `select ${columns}, detail from edition where room_id = $1 and kind = $2 and version = $3`;
const lockRoom = 'select from room where room_id = $1 for update';
const draft = 'select revision from edition_draft where room_id = $1 and kind = $2';
const write = `insert into edition (room_id, kind, version, up_to, digest, approved_by, approved_at, amendment, detail)
  values ($1, $2, $3, $4, $5, $6, to_timestamp($7 / 1000.0), $8, $9)`;

/** Every edition there is, the first one first. */
export async function editionsOf(source: DataSource, roomId: RoomId, kind: WrittenKind): Promise<Edition[]> {
  return (await poolOf(source).query<Edition>(list, [roomId, kind])).rows;
}

/** The edition of this number, or the latest; null: there is none. */
export async function editionOf(source: DataSource, roomId: RoomId, { kind, version }: { kind: WrittenKind; version?: number }): Promise<StoredEdition | null> {
  const asked = version === undefined ? { text: latest, values: [roomId, kind] } : { text: one, values: [roomId, kind, version] };
  return (await poolOf(source).query<StoredEdition>(asked.text, asked.values)).rows[0] ?? null;
}

/** `revision`: of the draft that becomes the first edition; null: an amendment. */
type Kept = { kind: WrittenKind; edition: StoredEdition; revision: number | null };

/** Keeps the edition that follows the latest; false: another has this number, it does not follow, or its draft was changed. Editions never change. */
export async function keepEdition(source: DataSource, roomId: RoomId, { kind, edition, revision }: Kept): Promise<boolean> {
  const { version, upTo, digest, approvedBy, approvedAt, amendment, detail } = edition;
  return inTransaction(poolOf(source), async (client) => {
    await client.query(lockRoom, [roomId]);
    const { rows } = await client.query<{ version: number }>(latest, [roomId, kind]);
    if ((rows[0]?.version ?? 0) + 1 !== version) return false;
    if (revision !== null && (await client.query<{ revision: number }>(draft, [roomId, kind])).rows[0]?.revision !== revision) return false;
    await client.query(write, [roomId, kind, version, upTo, digest, approvedBy, approvedAt, amendment && JSON.stringify(amendment), JSON.stringify(detail)]);
    return true;
  });
}

/** The files of pictures that some edition of the room shows. */
export async function picturesInEditions(source: DataSource, roomId: RoomId): Promise<string[]> {
  const { rows } = await poolOf(source).query<{ file: string }>(`select distinct p.value as file from edition, jsonb_each_text(detail->'pictures') p where room_id = $1`, [roomId]);
  return rows.map(({ file }) => file);
}
