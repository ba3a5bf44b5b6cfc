import type { Language, RoomId, TranscriptLine } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { lineColumns, lineOf, type LineRow } from './line-row.ts';

/** Two who replace at once come one after the other. */
const lockRoom = 'select from room where room_id = $1 for update';

const forget = 'delete from transcript_line where room_id = $1 and language = $2';

/** $2: lines, as JSON. */
const write = `
insert into transcript_line (room_id, line_id, turn, participant_id, language, from_at, to_at, text)
select $1::uuid, "lineId", turn, "participantId", language, to_timestamp("fromAt" / 1000), to_timestamp("toAt" / 1000), text
from jsonb_to_recordset($2::jsonb) as l("lineId" uuid, turn int, "participantId" uuid, language text, "fromAt" float8, "toAt" float8, text text)`;

const read = `select ${lineColumns} from transcript_line where room_id = $1 order by from_at, to_at, language, line_id`;

/** What was said in a room, in the order of saying; all languages. */
export async function transcriptOf(source: DataSource, roomId: RoomId): Promise<TranscriptLine[]> {
  return (await poolOf(source).query<LineRow>(read, [roomId])).rows.map(lineOf);
}

/** Puts these lines in the place of all that the room has in this language; either all of it happens or nothing. */
export async function replaceTranscript(source: DataSource, roomId: RoomId, { language, lines }: { language: Language; lines: readonly Omit<TranscriptLine, 'language'>[] }): Promise<void> {
  await inTransaction(poolOf(source), async (client) => {
    await client.query(lockRoom, [roomId]);
    await client.query(forget, [roomId, language]);
    await client.query(write, [roomId, JSON.stringify(lines.map((line) => ({ ...line, language })))]);
  });
}
