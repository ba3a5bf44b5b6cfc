import type { LocalText, RoomId, TranscriptLine } from '@yaji/contracts';
import { readFileId, type Storage } from '@yaji/platform';
import { text } from 'node:stream/consumers';
import { MoreThan, type DataSource } from 'typeorm';
import { type Publication, PublicationEntity, type TakenPicture } from '../aftermath/publication.entity.ts';
import { type QuoteAnswer, quoteAnswersOf } from '../edition/quote-answers.ts';
import { PlannedRoomEntity } from '../planning/room.entity.ts';
import { SalonEntity } from '../planning/salon.entity.ts';
import { linesDigest } from '../transcript/lines-digest.ts';
import { transcriptOf } from '../transcript/transcript-lines.ts';

/**
 * What is known of a room beside its log when something is written about it. `summary`: as its job wrote it, JSON; null: none. `next`: the salon
 * that follows. `behind`: the number of the minutes that were taken from another transcript than there is now; null: none were. UTC milliseconds.
 */
export type LeftBehind = {
  timeZone: string; title: LocalText | null; host: LocalText | null; next: { title: LocalText; at: number } | null;
  lines: TranscriptLine[]; behind: { upTo: number; order: number } | null; summary: string | null; pictures: TakenPicture[]; answers: QuoteAnswer[];
};

/** Both the api and the worker write from this, so that a page and a file never differ. */
export async function leftBehind(source: DataSource, storage: Storage, roomId: RoomId): Promise<LeftBehind> {
  const published = (await source.getRepository(PublicationEntity).findBy({ roomId })) as Publication[];
  const minutes = published.find((one) => one.kind === 'minutes') ?? null;
  const extras = published.find((one) => one.kind === 'extras') ?? null;
  const lines = await transcriptOf(source, roomId);
  return {
    ...await occasionOf(source, roomId), lines, behind: behindOf(minutes, linesDigest(lines)),
    summary: await contentOf(storage, minutes?.detail.summary ?? null),
    pictures: extras?.detail.pictures ?? [], answers: await quoteAnswersOf(source, roomId),
  };
}

async function occasionOf(source: DataSource, roomId: RoomId): Promise<Pick<LeftBehind, 'timeZone' | 'title' | 'host' | 'next'>> {
  const salons = source.getRepository(SalonEntity);
  const room = await source.getRepository(PlannedRoomEntity).findOneBy({ roomId });
  const salon = room && (await salons.findOneBy({ salonId: room.salonId }));
  if (!salon) return { timeZone: 'UTC', title: null, host: null, next: null };
  const [next = null] = await salons.find({ where: { startsAt: MoreThan(salon.startsAt), listed: true }, order: { startsAt: 'ASC' }, take: 1 });
  return { timeZone: salon.timeZone, title: salon.title, host: salon.host, next: next && { title: next.title, at: next.startsAt } };
}

const behindOf = (minutes: Extract<Publication, { kind: 'minutes' }> | null, digest: string): LeftBehind['behind'] =>
  (minutes && minutes.detail.lines !== digest ? { upTo: minutes.upTo, order: orderOf(digest) } : null);

/** The same transcript is the same order: it is never asked for twice. */
const orderOf = (digest: string): number => Number.parseInt(digest.slice(0, 7), 16) + 1;

/** A file that has been lost is as good as none. */
async function contentOf(storage: Storage, file: string | null): Promise<string | null> {
  const id = readFileId(file ?? '');
  return id && (await storage.sizeOf(id)) !== null ? text(storage.open(id)) : null;
}
