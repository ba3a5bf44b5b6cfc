import { createHash } from 'node:crypto';
import type { ExportWhat, RoomId, WrittenKind } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';

/** As the database has it; compared, never read. */
type Part = unknown;
type Parts = {
  drafts: Partial<Record<WrittenKind, Part>> | null; editions: Partial<Record<WrittenKind, number>> | null;
  answers: Part; published: Part; recording: Part; lines: Part; chat: Part; salon: Part; next: Part;
};

const epoch = (instant: string): string => `extract(epoch from ${instant})`;
/** That a draft was reviewed, and what is none of its tasks, stands in no file. */
const read = `select
  (select jsonb_object_agg(kind, md5((detail - 'reviewed' - 'passedOver')::text)) from edition_draft where room_id = $1) as drafts,
  (select jsonb_object_agg(kind, version) from (select kind, max(version) as version from edition where room_id = $1 group by kind) latest) as editions,
  (select jsonb_agg(jsonb_build_array(participant_id, words_digest, agreed) order by participant_id, words_digest) from quote_answer where room_id = $1) as answers,
  (select jsonb_agg(jsonb_build_array(kind, up_to, file_id, ${epoch('made_at')}) order by kind) from publication where room_id = $1) as published,
  (select jsonb_build_array(up_to, file_id, ${epoch('made_at')}) from publication where room_id = $1 and kind = 'recording') as recording,
  (select md5(string_agg(jsonb_build_array(turn, participant_id, language, ${epoch('from_at')}, ${epoch('to_at')}, text)::text, '' order by from_at, to_at, language, line_id)) from transcript_line where room_id = $1) as lines,
  (select change from chat where room_id = $1) as chat,
  jsonb_build_array(s.title, s.host, s.time_zone, s.accent) as salon,
  (select jsonb_build_array(title, ${epoch('starts_at')}) from salon where listed and starts_at > s.starts_at order by starts_at limit 1) as next
from room r left join salon s using (salon_id) where r.room_id = $1`;

/**
 * What each file of a room would be made of now, beside its log up to some number: as long as its digest is the same, so is what the file
 * says. To be read before the rest, so that what changes meanwhile is not taken for known.
 */
export async function exportBases(source: DataSource, roomId: RoomId): Promise<Record<ExportWhat, string>> {
  const { rows: [parts] } = await poolOf(source).query<Parts>(read, [roomId]);
  if (!parts) throw new Error(`there is no room ${roomId}`);
  const [minutes, report, tables, transcript] = [writtenParts(parts, 'minutes'), writtenParts(parts, 'report'), [parts.chat, parts.salon], [parts.lines, parts.recording, parts.salon]];
  return { minutes: digest(minutes), report: digest(report), tables: digest(tables), transcript: digest(transcript), everything: digest([minutes, report, tables, transcript]) };
}

/** What was approved stays as it was approved. A report tells what was taken up in the minutes. */
function writtenParts({ drafts, editions, answers, published, lines, salon, next }: Parts, kind: WrittenKind): Part[] {
  const edition = editions?.[kind] ?? null;
  if (edition !== null) return [edition];
  return [drafts?.minutes ?? null, published, lines, salon, ...(kind === 'report' ? [drafts?.report ?? null, answers, next] : [])];
}

const digest = (parts: readonly Part[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
