import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ParticipantId, Recorded, RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { Presence } from '@yaji/messaging';
import type { Log } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { ENGINE, LOG, PRESENCE } from '../ports.ts';
import { isUnavailable } from '../unavailable.ts';
import { enter } from './entry.ts';
import { tellSockets } from './fan-out.ts';
import { openFeed } from './feed.ts';
import { openRooms } from './open-rooms.ts';
import { closeLiveRoom, type LiveRoom, newLiveRoom, seatSocket, unseatSocket } from './live-room.ts';
import { tellPresence } from './presence-count.ts';
import type { LiveNamespace, LiveSocket } from './seat.ts';

/** Timers hold no more than 31 bits; far doors are looked at again. */
const longestMs = 3_600_000;

/** The rooms that somebody sits in at this process. */
@Injectable()
export class LiveRooms implements OnModuleDestroy {
  private readonly rooms = new Map<RoomId, Promise<LiveRoom>>();
  private io: LiveNamespace | null = null;
  private readonly ready = new Map<RoomId, LiveRoom>();

  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    private readonly database: DataSource,
    @Inject(PRESENCE) private readonly presence: Presence,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Those that are loaded. */
  all(): IterableIterator<LiveRoom> {
    return this.ready.values();
  }

  get(roomId: RoomId): LiveRoom | undefined {
    return this.ready.get(roomId);
  }

  /** Takes up again the rooms that were open: whoever does not come back after a restart is to be noticed as absent. */
  attach(io: LiveNamespace): void {
    this.io = io;
    openRooms(this.database).then(
      (roomIds) => { for (const roomId of roomIds) this.hold(roomId).catch((err: unknown) => { this.log.warn({ err, roomId }, 'a room could not be taken up'); }); },
      (err: unknown) => { this.log.warn({ err }, 'open rooms could not be taken up'); },
    );
  }

  /** Seats a socket and brings it in. When a port fails the connection is closed: its client makes it again. */
  seat(socket: LiveSocket): void {
    this.hold(socket.data.seat.roomId).then((live) => {
      if (!socket.connected) return;
      seatSocket(live, socket);
      this.bringInOrClose(live, socket);
    }, (error: unknown) => { this.closeAfter(socket, error); });
  }

  unseat(socket: LiveSocket): void {
    const live = this.ready.get(socket.data.seat.roomId);
    if (live) unseatSocket(live, socket, Date.now());
  }

  /** Loads a room, so that absences are noticed even where nobody sits any more. */
  hold(roomId: RoomId): Promise<LiveRoom> {
    const held = this.rooms.get(roomId);
    if (held) return held;
    const loading = this.load(roomId);
    this.rooms.set(roomId, loading);
    loading.catch(() => this.rooms.delete(roomId));
    return loading;
  }

  release(live: LiveRoom): void {
    closeLiveRoom(live);
    this.rooms.delete(live.roomId);
    this.ready.delete(live.roomId);
  }

  onModuleDestroy(): void {
    for (const live of this.ready.values()) closeLiveRoom(live);
  }

  private async load(roomId: RoomId): Promise<LiveRoom> {
    const { io } = this;
    if (!io) throw new Error('the gateway is not up yet');
    const early: Recorded[] = [];
    const report = (err: unknown): void => { this.log.warn({ err, roomId }, 'a room’s log could not be read'); };
    const feed = await openFeed(roomId, this.engine, {
      report,
      told: (records) => {
        const live = this.ready.get(roomId);
        if (live) this.hear(live, records);
        else early.push(...records);
      },
    });
    const live = newLiveRoom(roomId, feed, io, Date.now());
    this.ready.set(roomId, live);
    if (early.length > 0) this.hear(live, early);
    return live;
  }

  private hear(live: LiveRoom, records: readonly Recorded[]): void {
    tellSockets(live, records);
    tellPresence(live, records);
    for (const record of records) {
      if (record.type === 'RoomOpened') this.bringInEarly(live);
      // Who was let in comes in; who was thought absent but sits here is not.
      if (record.type === 'MemberAdmitted' || (record.type === 'MemberLeft' && record.data.reason === 'absent')) this.bringInAgain(live, record.data.participantId);
    }
  }

  private bringInAgain(live: LiveRoom, participantId: ParticipantId): void {
    const [socket] = live.sockets.get(participantId) ?? [];
    if (socket) this.bringInOrClose(live, socket);
  }

  private bringInEarly(live: LiveRoom): void {
    const waiting = [...live.early];
    live.early.clear();
    for (const socket of waiting) this.bringInOrClose(live, socket);
  }

  private async bringIn(live: LiveRoom, socket: LiveSocket): Promise<void> {
    const opensAt = await enter(live, socket, { engine: this.engine, database: this.database });
    if (opensAt === null) {
      const { participantId, place } = socket.data.seat;
      await this.presence.touch(live.roomId, [{ participantId, place }]);
      return;
    }
    live.doorsTimer ??= setTimeout(() => {
      live.doorsTimer = null;
      this.bringInEarly(live);
    }, Math.min(longestMs, Math.max(0, opensAt - Date.now())));
  }

  /** For those who have been told nothing wrong yet: a lost connection is made again, and tried again. */
  private bringInOrClose(live: LiveRoom, socket: LiveSocket): void {
    this.bringIn(live, socket).catch((error: unknown) => { this.closeAfter(socket, error); });
  }

  private closeAfter(socket: LiveSocket, error: unknown): void {
    if (!isUnavailable(error)) this.log.error({ err: error, roomId: socket.data.seat.roomId }, 'a socket could not enter');
    socket.conn.close();
  }
}
