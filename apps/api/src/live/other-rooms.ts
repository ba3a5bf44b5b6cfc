import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CommandId, type DueElsewhere, type LocalText, type ParticipantId, type RoomId, type SalonId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { DeepReadonly } from '@yaji/kit';
import { PlannedRoomEntity } from '@yaji/persistence';
import type { Log } from '@yaji/platform';
import { contributionMs, dueInBoth, type Room, spokenHere } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { ENGINE, LOG } from '../ports.ts';
import { isUnavailable } from '../unavailable.ts';
import { every } from './every.ts';
import type { LiveRoom } from './live-room.ts';
import { LiveRooms } from './live-rooms.ts';
import { classChannel, personChannel } from './seat.ts';

const everyMs = 2_000;
/** Nothing more is to be heard of a room that is closed. */
const wholly = Infinity;

type Planned = { roomId: RoomId; title: LocalText };
type Other = Planned & { seq: number; room: DeepReadonly<Room> };

/**
 * [F44] [F45] Brings what happens in a salon's rooms to the others of it: who has spoken, and who is due in two at once. It compares
 * logs instead of waiting for news, so it does not matter who was away meanwhile, nor that several processes do it.
 */
@Injectable()
export class OtherRooms implements OnModuleInit, OnModuleDestroy {
  private stop: (() => void) | null = null;

  constructor(
    private readonly rooms: LiveRooms,
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.stop = every(everyMs, () => this.round(), (err) => { this.report(err); });
  }

  onModuleDestroy(): void {
    this.stop?.();
  }

  private async round(): Promise<void> {
    const planned = new Map<SalonId, Planned[]>();
    for (const live of [...this.rooms.all()]) {
      const { phase, salonId } = live.feed.room;
      if (phase !== 'open' || salonId === null) continue;
      const all = planned.get(salonId) ?? await this.database.getRepository(PlannedRoomEntity).find({ where: { salonId }, select: { roomId: true, title: true } });
      planned.set(salonId, all);
      // A log that cannot be read is the trouble of its own salon, not of the others here.
      await this.look(live, all.filter(({ roomId }) => roomId !== live.roomId)).catch((err: unknown) => { this.report(err, live.roomId); });
    }
  }

  private report(err: unknown, roomId?: RoomId): void {
    if (!isUnavailable(err)) this.log.error({ err, roomId }, 'the other rooms could not be looked at');
  }

  private async look(live: LiveRoom, planned: readonly Planned[]): Promise<void> {
    const due: DueElsewhere[] = [];
    for (const { roomId, title } of planned) {
      if (live.heardOf.get(roomId) === wholly) continue;
      const { seq, room } = await this.engine.now(roomId);
      if (room.phase === 'planned') continue;
      // The state belongs to the engine and is read at once; what is awaited comes after.
      for (const [participantId, when] of dueInBoth(live.feed.room, room, Date.now())) due.push({ participantId, roomId, title, ...when });
      await this.tellOf(live, { roomId, title, seq, room });
    }
    warn(live, due);
  }

  private async tellOf(live: LiveRoom, { roomId, seq, room }: Other): Promise<void> {
    const upTo = room.phase === 'closed' ? wholly : seq;
    if (live.heardOf.get(roomId) === upTo) return;
    const data = { roomId, upTo: seq, spoken: [...spokenHere(room)], turnMs: contributionMs(room) };
    await this.engine.handle(live.roomId, { type: 'floor.hearElsewhere', data }, { by: null, commandId: CommandId.parse(randomUUID()) });
    live.heardOf.set(roomId, upTo);
  }
}

/** Each time anew, so that whoever has just come is told as well; once more when it is over. */
function warn(live: LiveRoom, due: readonly DueElsewhere[]): void {
  const now = new Set(due.map(({ participantId }) => participantId));
  if (now.size === 0 && live.warned.size === 0) return;
  const moderating = classChannel(live.roomId, 'moderating');
  live.io.to(moderating).emit('dueElsewhere', [...due]);
  for (const participantId of new Set<ParticipantId>([...now, ...live.warned])) {
    live.io.to(personChannel(live.roomId, participantId)).except(moderating).emit('dueElsewhere', due.filter((one) => one.participantId === participantId));
  }
  live.warned = now;
}
