import { Inject, Injectable } from '@nestjs/common';
import { accountOf, type Beside, emptyDraft, quotesIn, type StoredSummary, type SummaryNote } from '@yaji/chronicle';
import type { Document, Draft, OwnQuote, ParticipantId, RoomId, WrittenKind, WrittenLanguage } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import { draftOf, leftBehind } from '@yaji/persistence';
import { type JobQueues, RedisAway } from '@yaji/messaging';
import type { Storage } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { Refused } from '../errors.ts';
import { ENGINE, JOB_QUEUES, STORAGE } from '../ports.ts';

/** `pictures`: the file of each picture that the document may show. `upTo`: log number. `isBehind`: the transcript changed, and the summary is being made anew. */
export type Account = { upTo: number; isBehind: boolean; notes: SummaryNote[]; documents: Record<WrittenLanguage, Document>; pictures: Record<string, string> };

/** Without Redis what there is can be read all the same; the next reading asks again. */
const unlessAway = (error: unknown): void => { if (!(error instanceof RedisAway)) throw error; };

/** Writes minutes and reports from the log and from what is known beside it, whenever they are asked for. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: DataSource, @Inject(ENGINE) private readonly engine: Engine, @Inject(STORAGE) private readonly storage: Storage, @Inject(JOB_QUEUES) private readonly queues: JobQueues,
  ) {}

  /** Of a room that is closed; refused before. */
  async of(roomId: RoomId, kind: WrittenKind): Promise<Account> {
    const { log, beside, pictures, isBehind, notes } = await this.material(roomId);
    const [minutes, own] = await Promise.all([draftOf(this.database, roomId, 'minutes'), draftOf(this.database, roomId, kind)]);
    // What was taken up late is the room's: the report tells it as the minutes do.
    const draft: Draft = { ...own.draft ?? emptyDraft, actions: minutes.draft?.actions ?? [] };
    return { upTo: log.at(-1)?.seq ?? 0, isBehind, notes, documents: accountOf(log, beside, { kind, draft }), pictures };
  }

  async quotesOf(roomId: RoomId, participantId: ParticipantId): Promise<OwnQuote[]> {
    const { log, beside } = await this.material(roomId);
    const answers = new Map(beside.answers.filter((answer) => answer.participantId === participantId).map(({ text, agreed }) => [text, agreed]));
    return quotesIn(log, beside, participantId).map(({ text, fromAt }) => ({ text, fromAt, agreed: answers.get(text) ?? null }));
  }

  private async material(roomId: RoomId): Promise<{ log: Awaited<ReturnType<Engine['read']>>; beside: Beside; pictures: Record<string, string>; isBehind: boolean; notes: SummaryNote[] }> {
    const log = await this.engine.read(roomId, 0);
    if (!log.some(({ type }) => type === 'RoomClosed')) throw new Refused('door/not-found');
    const { timeZone, title, host, next, summary, behind, pictures, answers } = await leftBehind(this.database, this.storage, roomId);
    // What is said to be essential follows the transcript; whoever reads first has it made anew.
    if (behind) await this.queues.add({ name: 'minutes-render', data: { roomId, ...behind } }).catch(unlessAway);
    const stored = summary === null ? null : JSON.parse(summary) as StoredSummary;
    const beside = { occasion: { title, host, next }, timeZone, summary: stored?.summary ?? null, pictures, answers };
    return { log, beside, isBehind: behind !== null, notes: stored?.notes ?? [], pictures: Object.fromEntries(pictures.map(({ pictureId, fileId }) => [pictureId, fileId])) };
  }
}
