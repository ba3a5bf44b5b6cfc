import type { LineSource, RoomId, TranscriptLine } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

const lockRoom = 'select from room where room_id = $1 for update';
const edited = 'select from transcript_line where room_id = $1 and turn = $2 and source = $3 and edited_at is not null limit 1';
const forget = 'delete from transcript_line where room_id = $1 and turn = $2 and source = $3';
/** $2: lines, as JSON. */
const write = `
insert into transcript_line (room_id, line_id, turn, participant_id, language, from_at, to_at, text, source, words)
select $1::uuid, "lineId", turn, "participantId", language, to_timestamp("fromAt" / 1000), to_timestamp("toAt" / 1000), text, source, words
from jsonb_to_recordset($2::jsonb) as l("lineId" uuid, turn int, "participantId" uuid, language text, "fromAt" float8, "toAt" float8, text text, source text, words jsonb)
on conflict (room_id, line_id) do nothing`;

/** All that one source heard of a turn. */
export type SpokenTurn = { turn: number; source: LineSource; lines: readonly TranscriptLine[] };

/** Puts these lines in the place of all that the source had of the turn. Where a hand has changed one of those nothing happens, and the answer is false. */
export function replaceSpoken(source: DataSource, roomId: RoomId, spoken: SpokenTurn): Promise<boolean> {
  return inTransaction(poolOf(source), async (client) => {
    await client.query(lockRoom, [roomId]);
    const mine = [roomId, spoken.turn, spoken.source];
    if ((await client.query(edited, mine)).rowCount !== 0) return false;
    await client.query(forget, mine);
    await client.query(write, [roomId, JSON.stringify(spoken.lines.map((line) => ({ ...line, source: spoken.source })))]);
    return true;
  });
}
