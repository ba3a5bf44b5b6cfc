import type { LineHistory, ParticipantId, RoomId } from '@yaji/contracts';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

const lockRoom = 'select from room where room_id = $1 for update';
const standing = 'select line_id as "lineId", text from transcript_line where room_id = $1 and line_id = any($2::uuid[])';
/** The times of words belong to the words that were heard. */
const write = 'update transcript_line set text = $3, words = null, edited_at = now() where room_id = $1 and line_id = $2';
const remember = 'insert into transcript_edit (room_id, line_id, by_id, at, text_before, text_after) values ($1, $2, $3, clock_timestamp(), $4, $5)';
const history = `select by_id as by, round(extract(epoch from at) * 1000)::float8 as at, text_before as before, text_after as after
from transcript_edit where room_id = $1 and line_id = $2 order by at`;

/** A line as it was seen, and as it is to be. */
export type LineChange = { lineId: string; before: string; after: string };
type Edits = { by: ParticipantId; changes: readonly LineChange[] };

/** Changes lines, each with a note of who, when and what. All of it happens or nothing: `stale` where a line reads otherwise by now or is there no more. */
export function editLines(source: DataSource, roomId: RoomId, { by, changes }: Edits): Promise<'done' | 'stale'> {
  return inTransaction(poolOf(source), async (client) => {
    await client.query(lockRoom, [roomId]);
    const { rows } = await client.query<{ lineId: string; text: string }>(standing, [roomId, changes.map(({ lineId }) => lineId)]);
    const texts = new Map(rows.map(({ lineId, text }) => [lineId, text]));
    if (changes.some(({ lineId, before }) => texts.get(lineId) !== before)) return 'stale';
    for (const change of changes) if (change.after !== change.before) await editOne(client, roomId, { by, ...change });
    return 'done';
  });
}

async function editOne(client: PoolClient, roomId: RoomId, { by, lineId, before, after }: LineChange & { by: ParticipantId }): Promise<void> {
  await client.query(write, [roomId, lineId, after]);
  await client.query(remember, [roomId, lineId, by, before, after]);
}

/** What hands changed of a line, the latest last. */
export async function historyOf(source: DataSource, roomId: RoomId, lineId: string): Promise<LineHistory['edits']> {
  return (await poolOf(source).query<LineHistory['edits'][number]>(history, [roomId, lineId])).rows;
}
