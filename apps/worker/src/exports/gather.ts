import { chatSheet, type Minutes, minutesOf, type Passage, passagesOf, type Sheet, sheetsOf, textIn } from '@yaji/chronicle';
import type { ExportLanguage, ExportWhat, RecordedPiece, RecordingOrder, RoomId, WrittenKind } from '@yaji/contracts';
import type { Storage } from '@yaji/platform';
import { piecesOf } from '@yaji/salon';
import type { Archive } from '../archive.ts';
import type { Bookshelf } from '../written/bookshelf.ts';
import { type Account, documentOf } from '../written/material.ts';
import { replayLink } from './documents/replay-link.ts';

export type Sources = { archive: Archive; bookshelf: Bookshelf; storage: Storage; publicUrl: string };
/** `upTo`: log number. */
type Wanted = { roomId: RoomId; upTo: number; what: ExportWhat; language: ExportLanguage };

/**
 * What a room's files are made of; what is not asked for, or not there, is null. `captions`: of what was said, what may be shown with the recording.
 */
export type Gathered = {
  roomId: RoomId; upTo: number; language: ExportLanguage; title: string; timeZone: string; accent: string; link: (at: number) => string | null;
  accounts: Record<WrittenKind, Account | null>; sheets: Sheet[] | null; passages: Passage[] | null; captions: Passage[] | null;
};

/** The house's own colour, where a salon has none. */
const houseAccent = '#8c3b2a';
const isColour = (written: string | null): written is string => written !== null && /^#[0-9a-f]{6}$/i.test(written);

export async function gather({ roomId, upTo, what, language }: Wanted, sources: Sources): Promise<Gathered> {
  const { archive, bookshelf, publicUrl } = sources;
  const [log, { timeZone, accent }, salonId, film] = await Promise.all([archive.log(roomId, upTo), archive.salonOf(roomId), bookshelf.salonOf(roomId), archive.published(roomId, 'recording')]);
  const minutes = minutesOf(log);
  const pieces = film ? piecesOf({ ...film.detail, pieces: film.detail.pieces ?? [] }) : [];
  const wanted = (one: ExportWhat): boolean => what === one || what === 'everything';
  const account = (kind: WrittenKind): Promise<Account | null> => (wanted(kind) ? documentOf(roomId, { kind, language, upTo }, sources) : Promise.resolve(null));
  return {
    roomId, upTo, language, title: textIn(minutes.title, language) ?? '', timeZone: timeZone ?? 'UTC', accent: isColour(accent) ? accent : houseAccent,
    link: replayLink({ publicUrl, salonId, roomId, pieces }),
    accounts: { minutes: await account('minutes'), report: await account('report') },
    sheets: wanted('tables') ? [...sheetsOf(minutes, language), chatSheet(minutes, await bookshelf.chat(roomId), language)] : null,
    ...(wanted('transcript') ? await transcript(minutes, { archive, roomId, language, pieces, order: film?.detail.order ?? null }) : { passages: null, captions: null }),
  };
}

type Said = { archive: Archive; roomId: RoomId; language: ExportLanguage; pieces: readonly RecordedPiece[]; order: RecordingOrder | null };

async function transcript({ turns, openedAt }: Minutes, { archive, roomId, language, pieces, order }: Said): Promise<Pick<Gathered, 'passages' | 'captions'>> {
  const lines = await archive.transcript(roomId);
  const passages = passagesOf(lines, { turns, pieces, startedAt: openedAt ?? lines[0]?.fromAt ?? 0, language });
  // Who was left out of the recording is not named beside it either.
  return { passages, captions: passages.filter(({ participantId }) => participantId === null || !(order?.without ?? []).includes(participantId)) };
}
