import type { LocalText, RoomId, TranscriptLine } from '@yaji/contracts';
import { readFileId, type Storage } from '@yaji/platform';
import { text } from 'node:stream/consumers';
import { MoreThan, type DataSource } from 'typeorm';
import { type Publication, PublicationEntity, type TakenPicture } from '../aftermath/publication.entity.ts';
import { type QuoteAnswer, quoteAnswersOf } from '../edition/quote-answers.ts';
import { PlannedRoomEntity } from '../planning/room.entity.ts';
import { SalonEntity } from '../planning/salon.entity.ts';
import { transcriptOf } from '../transcript/transcript-lines.ts';

/**
 * What is known of a room beside its log when something is written about it. `summary`: as its job wrote it, JSON; null: none. `next`: the host's salon
 * that follows. UTC milliseconds.
 */
export type LeftBehind = {
  timeZone: string; title: LocalText | null; host: LocalText | null; next: { title: LocalText; at: number } | null;
  lines: TranscriptLine[]; summary: string | null; pictures: TakenPicture[]; answers: QuoteAnswer[];
};

/** Both the api and the worker write from this, so that a page and a file never differ. */
export async function leftBehind(source: DataSource, storage: Storage, roomId: RoomId): Promise<LeftBehind> {
  const room = await source.getRepository(PlannedRoomEntity).findOneBy({ roomId });
  const salon = room && (await source.getRepository(SalonEntity).findOneBy({ salonId: room.salonId }));
  const [next = null] = salon ? await source.getRepository(SalonEntity).find({ where: { startsAt: MoreThan(salon.startsAt), listed: true }, order: { startsAt: 'ASC' }, take: 1 }) : [];
  const published = (await source.getRepository(PublicationEntity).findBy({ roomId })) as Publication[];
  const minutes = published.find((one) => one.kind === 'minutes');
  const extras = published.find((one) => one.kind === 'extras');
  return {
    timeZone: salon?.timeZone ?? 'UTC', title: salon?.title ?? null, host: salon?.host ?? null, next: next && { title: next.title, at: next.startsAt },
    lines: await transcriptOf(source, roomId), summary: await contentOf(storage, minutes?.detail.summary ?? null),
    pictures: extras?.detail.pictures ?? [], answers: await quoteAnswersOf(source, roomId),
  };
}

/** A file that has been lost is as good as none. */
async function contentOf(storage: Storage, file: string | null): Promise<string | null> {
  const id = readFileId(file ?? '');
  return id && (await storage.sizeOf(id)) !== null ? text(storage.open(id)) : null;
}
