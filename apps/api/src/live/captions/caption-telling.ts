import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type CaptionLine, captionMost, Language, LineId, ParticipantId, RoomId } from '@yaji/contracts';
import { latestLines } from '@yaji/persistence';
import type { Configuration, Log } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { CONFIGURATION, LOG } from '../../ports.ts';
import { type Airwaves, openAirwaves } from '../airwaves.ts';
import type { LiveRoom } from '../live-room.ts';
import { LiveRooms } from '../live-rooms.ts';
import { classChannel } from '../seat.ts';
import { type Shown, type ShownLines, takeLine } from './shown-lines.ts';

/** Words that change are told together, this often. */
const gatherMs = 120;
/** Who comes late sees what was said so lately, at most so many lines. */
const backMs = 600_000;
const backMost = 12;
const roundMs = 60_000;

/** What the processes say to one another: a line, by whose page. */
const Said = z.object({
  saidBy: ParticipantId.nullable(),
  line: z.object({
    lineId: LineId, turn: z.int().nullable(), participantId: ParticipantId.nullable(), language: Language, fromAt: z.number(), toAt: z.number(),
    text: z.string().min(1).max(captionMost), source: z.enum(['browser', 'typist', 'engine', 'service']), final: z.boolean(),
  }),
});

/** `loaded`: what was said before this process knew of the room. `unsent`: names of lines that wait to be told together. */
type RoomCaptions = { shown: ShownLines; loaded: Promise<void> | null; unsent: Set<string>; timer: NodeJS.Timeout | null };

/** Tells those inside what is being said. What is missed is gone until the line is whole: whole lines are kept, and read by who comes late. */
@Injectable()
export class CaptionTelling implements OnModuleInit, OnModuleDestroy {
  private readonly of = new Map<RoomId, RoomCaptions>();
  private airwaves: Airwaves | null = null;
  private round: NodeJS.Timeout | null = null;

  constructor(
    private readonly rooms: LiveRooms,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.airwaves = openAirwaves({
      url: this.configuration.redisUrl, topics: ['caption'],
      heard: (_topic, name, words) => { this.hear(name, words); },
      report: (err) => { this.log.warn({ err }, 'a caption could not be passed on'); },
    });
    this.round = setInterval(() => { this.forget(); }, roundMs);
  }

  onModuleDestroy(): void {
    this.airwaves?.close();
    if (this.round) clearInterval(this.round);
    for (const { timer } of this.of.values()) if (timer) clearTimeout(timer);
  }

  /** Tells a line everywhere; without Redis, here. */
  async say(live: LiveRoom, said: Shown): Promise<void> {
    // Here at once, so that what follows from the same page finds it.
    this.take(live, said);
    await this.airwaves?.say('caption', live.roomId, said);
  }

  /** A line as this process last heard it. */
  standing(roomId: RoomId, lineId: string): Shown | null {
    return this.of.get(roomId)?.shown.get(lineId) ?? null;
  }

  /** The latest lines. A thousand may ask at once: what was kept is read once. */
  async now(roomId: RoomId): Promise<CaptionLine[]> {
    const captions = this.captionsOf(roomId);
    captions.loaded ??= this.load(roomId, captions);
    await captions.loaded;
    return [...captions.shown.values()].map(({ line }) => line).sort((one, other) => one.fromAt - other.fromAt).slice(-backMost);
  }

  private async load(roomId: RoomId, captions: RoomCaptions): Promise<void> {
    try {
      const kept = await latestLines(this.database, roomId, { since: Date.now() - backMs, most: backMost });
      const older = kept.filter(({ line }) => !captions.shown.has(line.lineId)).map(({ line, saidBy }): [string, Shown] => [line.lineId, { line: { ...line, final: true }, saidBy }]);
      captions.shown = new Map([...older, ...captions.shown]);
    } catch (error) {
      captions.loaded = null;
      throw error;
    }
  }

  private hear(name: string, words: unknown): void {
    const roomId = RoomId.safeParse(name);
    const live = roomId.success ? this.rooms.get(roomId.data) : undefined;
    const said = Said.safeParse(words);
    if (live && said.success) this.take(live, said.data);
  }

  private take(live: LiveRoom, said: Shown): void {
    const captions = this.captionsOf(live.roomId);
    const before = captions.shown.get(said.line.lineId);
    if (before && JSON.stringify(before.line) === JSON.stringify(said.line)) return;
    if (!takeLine(captions.shown, said)) return;
    captions.unsent.add(said.line.lineId);
    captions.timer ??= setTimeout(() => { this.flush(live, captions); }, gatherMs);
  }

  private flush({ roomId, io }: LiveRoom, captions: RoomCaptions): void {
    captions.timer = null;
    const lines = [...captions.unsent].flatMap((lineId) => captions.shown.get(lineId)?.line ?? []);
    captions.unsent.clear();
    if (lines.length > 0) io.to([classChannel(roomId, 'inside'), classChannel(roomId, 'moderating')]).emit('captions', lines);
  }

  private captionsOf(roomId: RoomId): RoomCaptions {
    const captions = this.of.get(roomId) ?? { shown: new Map(), loaded: null, unsent: new Set(), timer: null };
    this.of.set(roomId, captions);
    return captions;
  }

  private forget(): void {
    for (const [roomId, { timer }] of this.of) if (!timer && !this.rooms.get(roomId)) this.of.delete(roomId);
  }
}
