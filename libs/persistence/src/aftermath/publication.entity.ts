import type { Chapter, ItemId, Language, MissingPart, ParticipantId, RecordedPiece, RecordingOrder, RoomId, Sprite, TopicId } from '@yaji/contracts';
import { EntitySchema } from 'typeorm';
import { instant, integer, json, key, uuid, words } from '../planning/columns.ts';

/**
 * What is told about a published recording. `startedAt`: the instant of its first picture, UTC milliseconds. `digest`: of what it was made from.
 * `number`: of the order that it was made by, 0: none. What was published before 0.3 lacks the last five.
 */
export type RecordingDetail = {
  durationMs: number; startedAt: number; chapters: Chapter[]; missing?: MissingPart[]; digest?: string;
  pieces?: RecordedPiece[]; bytes?: number; number?: number; order?: RecordingOrder | null;
};
/**
 * `editions`: the file of each language; `fileId` is the one in the salon's own language. `summary`: file of what was essential in
 * what was said (`StoredSummary`), `lines`: digest of the transcript that it was taken from. What was published before 0.4 lacks both.
 */
export type MinutesDetail = { editions?: Record<string, string>; summary?: string; lines?: string };
/** A picture for the report. `shows`: everybody who is seen in it. UTC milliseconds, pixels. */
export type TakenPicture = {
  pictureId: string; at: number; kind: 'speaker' | 'group'; itemId: ItemId | null; topicId: TopicId | null; turn: number | null;
  shows: ParticipantId[]; width: number; height: number; fileId: string;
};
/**
 * What was taken from the film `of` (its file id). Files are named by their ids; `fileId` is the film's sound. What was published before 0.4 lacks
 * `pictures`.
 */
export type ExtrasDetail = {
  of: string; soundBytes: number; captions: { language: Language; fileId: string }[]; poster: string | null; sprite: (Omit<Sprite, 'url'> & { fileId: string }) | null;
  pictures?: TakenPicture[];
};

/** What a job made of a room's log up to number `upTo`; a later one of the same kind supersedes it whole. `fileId` names it in the storage. */
export type Publication = { roomId: RoomId; upTo: number; fileId: string; madeAt: number } & (
  | { kind: 'recording'; detail: RecordingDetail }
  | { kind: 'minutes'; detail: MinutesDetail }
  | { kind: 'extras'; detail: ExtrasDetail }
);
type PublicationRow = Omit<Publication, 'kind' | 'detail'> & { kind: Publication['kind']; detail: Publication['detail'] };

export const PublicationEntity = new EntitySchema<PublicationRow>({
  name: 'Publication',
  tableName: 'publication',
  columns: {
    roomId: key(uuid('room_id')), kind: key(words('kind')), upTo: integer('up_to'),
    fileId: words('file_id'), detail: json('detail'), madeAt: instant('made_at'),
  },
});
