import type { LineSource, ParticipantId, RoomId, TranscriptLine } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { lineColumns, lineOf, type LineRow } from './line-row.ts';

const keep = `
insert into transcript_line (room_id, line_id, turn, participant_id, language, from_at, to_at, text, source, said_by, words)
values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), to_timestamp($7::float8 / 1000), $8, $9, $10, $11::jsonb)
on conflict (room_id, line_id) do update set text = excluded.text, language = excluded.language, to_at = excluded.to_at
where transcript_line.said_by = excluded.said_by and transcript_line.source = excluded.source and transcript_line.edited_at is null`;

const latest = `select * from (
  select ${lineColumns}, said_by as "saidBy", to_at from transcript_line where room_id = $1 and to_at >= to_timestamp($2::float8 / 1000) and source <> 'brought' order by to_at desc limit $3
) l order by to_at`;

const said = `select ${lineColumns}, said_by as "saidBy" from transcript_line where room_id = $1 and line_id = $2`;

/** `saidBy`: whose page brought it; null where none did. */
export type SaidBefore = { line: TranscriptLine; saidBy: ParticipantId | null };
type SaidRow = LineRow & { saidBy: ParticipantId | null };
type Kept = TranscriptLine & { source: LineSource; saidBy: ParticipantId | null };

/** Keeps a line that was said, or what it was corrected to by the same page. One that a hand has changed since stays; answers whether it was kept. */
export async function keepLine(source: DataSource, roomId: RoomId, line: Kept): Promise<boolean> {
  const { lineId, turn, participantId, language, fromAt, toAt, text, saidBy, words } = line;
  return (await poolOf(source).query(keep, [roomId, lineId, turn, participantId, language, fromAt, toAt, text, line.source, saidBy, words ? JSON.stringify(words) : null])).rowCount === 1;
}

/** The last lines that were said since an instant (UTC milliseconds), at most so many, in their order. */
export async function latestLines(source: DataSource, roomId: RoomId, { since, most }: { since: number; most: number }): Promise<SaidBefore[]> {
  return (await poolOf(source).query<SaidRow & { to_at: Date }>(latest, [roomId, since, most])).rows.map(({ to_at: _, saidBy, ...row }) => ({ line: lineOf(row), saidBy }));
}

/** A line that was kept; null where there is none of this name. */
export async function saidLine(source: DataSource, roomId: RoomId, lineId: string): Promise<SaidBefore | null> {
  const [row] = (await poolOf(source).query<SaidRow>(said, [roomId, lineId])).rows;
  if (!row) return null;
  const { saidBy, ...line } = row;
  return { line: lineOf(line), saidBy };
}
