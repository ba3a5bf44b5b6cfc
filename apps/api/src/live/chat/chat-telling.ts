import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type ChatNews, RoomId } from '@yaji/contracts';
import { type ChatStore, postgresChatStore, type StoredNews } from '@yaji/persistence';
import type { Configuration, Log } from '@yaji/platform';
import { chatDoor, isModerating } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { CONFIGURATION, LOG } from '../../ports.ts';
import { isUnavailable } from '../../unavailable.ts';
import { type Airwaves, openAirwaves } from '../airwaves.ts';
import { every } from '../every.ts';
import { gatherFor } from '../fan-out.ts';
import type { LiveRoom } from '../live-room.ts';
import { LiveRooms } from '../live-rooms.ts';
import { chatChannel, personChannel } from '../seat.ts';

/** [T9] Readers are told no more often than this. */
const gatherMs = 100;
const roundMs = 2_000;
/** So many messages are told at once; what is more follows at the next telling. */
const atOnce = 200;

/** How far the readers at this process have been told of a chat; `change` null while nobody reads. */
type Told = { change: number | null; at: number; tookMs: number; timer: NodeJS.Timeout | null; reading: boolean; again: boolean };

/**
 * Tells readers what happened in chats. Processes only ring at each other; each reads from Postgres what its readers have not been told,
 * by the number of the change, and looks by itself now and then: a bell that is lost delays, and loses nothing.
 */
@Injectable()
export class ChatTelling implements OnModuleInit, OnModuleDestroy {
  private readonly store: ChatStore;
  private readonly told = new Map<RoomId, Told>();
  private airwaves: Airwaves | null = null;
  private stop: (() => void) | null = null;

  constructor(
    private readonly rooms: LiveRooms,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    database: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.store = postgresChatStore(database);
  }

  onModuleInit(): void {
    this.airwaves = openAirwaves({ url: this.configuration.redisUrl, topics: ['chat'], heard: (_topic, name, change) => { this.hear(name, change); }, report: (err) => { this.report(err); } });
    this.stop = every(roundMs, () => this.round(), (err) => { this.report(err); });
  }

  onModuleDestroy(): void {
    this.stop?.();
    this.airwaves?.close();
    for (const { timer } of this.told.values()) if (timer) clearTimeout(timer);
  }

  /** A chat has reached this change, here. */
  ring(roomId: RoomId, change: number): void {
    this.look(roomId, change);
    void this.airwaves?.say('chat', roomId, change);
  }

  /** Somebody reads here from now on, and has been told up to this change. */
  begin(roomId: RoomId, change: number): void {
    const told = this.told.get(roomId) ?? { change: null, at: 0, tookMs: 0, timer: null, reading: false, again: false };
    this.told.set(roomId, told);
    if (told.change !== null) return;
    told.change = change;
    // Something may have happened since it was read, when nobody was reading yet.
    this.look(roomId, Infinity);
  }

  private hear(name: string, change: unknown): void {
    const roomId = RoomId.safeParse(name);
    if (roomId.success && typeof change === 'number') this.look(roomId.data, change);
  }

  private look(roomId: RoomId, change: number): void {
    const told = this.told.get(roomId);
    if (!told || told.change === null || change <= told.change) return;
    if (told.reading) told.again = true;
    else told.timer ??= setTimeout(() => void this.tell(roomId, told), Math.max(0, told.at + Math.max(gatherMs, gatherFor(told.tookMs)) - Date.now()));
  }

  private async tell(roomId: RoomId, told: Told): Promise<void> {
    told.timer = null;
    const live = this.rooms.get(roomId);
    if (!live || !hasReaders(live) || told.change === null) {
      told.change = null;
      return;
    }
    told.at = Date.now();
    told.reading = true;
    try {
      const news = await this.store.since(roomId, told.change, atOnce);
      if (news.upTo > told.change) {
        const began = performance.now();
        emit(live, news, told.change);
        told.tookMs = performance.now() - began;
        told.change = news.upTo;
      }
      told.again ||= news.more;
    } catch (error) {
      this.report(error);
    }
    told.reading = false;
    if (!told.again) return;
    told.again = false;
    this.look(roomId, Infinity);
  }

  /** For bells that were lost, and for what could not be read. */
  private async round(): Promise<void> {
    for (const roomId of this.told.keys()) if (!this.rooms.get(roomId)) this.told.delete(roomId);
    const read = [...this.told].filter(([, { change }]) => change !== null).map(([roomId]) => roomId);
    if (read.length === 0) return;
    for (const { roomId, change } of await this.store.heads(read)) this.look(roomId, change);
  }

  private report(err: unknown): void {
    if (!isUnavailable(err)) this.log.error({ err }, 'a chat could not be told');
  }
}

const classes = ['inside', 'moderating'] as const;
const hasReaders = ({ roomId, io }: LiveRoom): boolean => classes.some((sees) => io.adapter.rooms.has(chatChannel(roomId, sees)));

/** Once for each class; who is muted and does not moderate is told so apart. */
function emit(live: LiveRoom, { upTo, messages, slowSeconds, closed, muted }: StoredNews, after: number): void {
  const { roomId, io, feed: { room } } = live;
  const news: ChatNews = { after, upTo, messages, slowSeconds, closed, muted: [] };
  const apart = muted.filter((participantId) => live.sockets.has(participantId) && !isModerating(room.members[participantId]?.role ?? 'attendee'));
  io.to(chatChannel(roomId, 'moderating')).emit('chat', { ...news, muted });
  io.to(chatChannel(roomId, 'inside')).except(apart.map((participantId) => personChannel(roomId, participantId))).emit('chat', news);
  for (const participantId of apart) {
    if (chatDoor(room, participantId).ok) io.to(personChannel(roomId, participantId)).emit('chat', { ...news, muted: [participantId] });
  }
}
