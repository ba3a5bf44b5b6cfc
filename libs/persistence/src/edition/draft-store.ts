import type { Draft, DraftChange, ParticipantId, RoomId, WrittenKind } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

/** `revision` 0 and `draft` null: nobody has changed anything. */
export type StoredDraft = { revision: number; draft: Draft | null };
/** What is to be changed, and by whom. `after`: the revision that they saw. UTC milliseconds. */
type Wanted = { roomId: RoomId; kind: WrittenKind; after: number; change: DraftChange; by: ParticipantId; at: number };

const read = 'select revision, detail as draft from edition_draft where room_id = $1 and kind = $2';
/** Two who change at once come one after the other. */
const lockRoom = 'select from room where room_id = $1 for update';
const approved = 'select exists (select from edition where room_id = $1 and kind = $2) as approved';
const write = `insert into edition_draft (room_id, kind, revision, detail) values ($1, $2, $3, $4)
  on conflict (room_id, kind) do update set revision = excluded.revision, detail = excluded.detail`;
const remember = `insert into edition_change (room_id, kind, revision, change, by_id, at) values ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))`;

export async function draftOf(source: DataSource, roomId: RoomId, kind: WrittenKind): Promise<StoredDraft> {
  return (await poolOf(source).query<StoredDraft>(read, [roomId, kind])).rows[0] ?? { revision: 0, draft: null };
}

/**
 * Puts `next(draft)` in the place of the draft and keeps the change with who made it. `moved-on`: somebody changed it since `after`; `approved`: an
 * edition stands; `too-much`: `next` answered null. Nothing is written then.
 */
export async function changeDraft(source: DataSource, { roomId, kind, after, change, by, at }: Wanted, next: (draft: Draft | null) => Draft | null): Promise<StoredDraft | 'moved-on' | 'approved' | 'too-much'> {
  return inTransaction(poolOf(source), async (client) => {
    await client.query(lockRoom, [roomId]);
    if ((await client.query<{ approved: boolean }>(approved, [roomId, kind])).rows[0]?.approved) return 'approved';
    const standing = (await client.query<StoredDraft>(read, [roomId, kind])).rows[0] ?? { revision: 0, draft: null };
    if (standing.revision !== after) return 'moved-on';
    const draft = next(standing.draft);
    if (!draft) return 'too-much';
    const revision = after + 1;
    await client.query(write, [roomId, kind, revision, JSON.stringify(draft)]);
    await client.query(remember, [roomId, kind, revision, JSON.stringify(change), by, at]);
    return { revision, draft };
  });
}
