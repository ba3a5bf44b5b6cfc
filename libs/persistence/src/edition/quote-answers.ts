import { createHash } from 'node:crypto';
import type { ParticipantId, RoomId } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';

/** Whether somebody agreed to being quoted with exactly these words. */
export type QuoteAnswer = { participantId: ParticipantId; text: string; agreed: boolean };

const read = 'select participant_id as "participantId", words as text, agreed from quote_answer where room_id = $1';
const write = `insert into quote_answer (room_id, participant_id, words_digest, words, agreed, at) values ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))
  on conflict (room_id, participant_id, words_digest) do update set agreed = excluded.agreed, at = excluded.at`;

export async function quoteAnswersOf(source: DataSource, roomId: RoomId): Promise<QuoteAnswer[]> {
  return (await poolOf(source).query<QuoteAnswer>(read, [roomId])).rows;
}

/** `at`: UTC milliseconds. The last answer to the same words counts. */
export async function answerQuote(source: DataSource, roomId: RoomId, { participantId, text, agreed, at }: QuoteAnswer & { at: number }): Promise<void> {
  await poolOf(source).query(write, [roomId, participantId, createHash('sha256').update(text).digest('hex'), text, agreed, at]);
}
