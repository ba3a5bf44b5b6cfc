import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Presence, Present } from '@yaji/messaging';
import type { Log } from '@yaji/platform';
import { LOG, PRESENCE } from '../ports.ts';
import { isUnavailable } from '../unavailable.ts';
import { Absences } from './absences.ts';
import { every } from './every.ts';
import type { LiveRoom } from './live-room.ts';
import { LiveRooms } from './live-rooms.ts';
import { isTooSlow } from './slow-socket.ts';

const everyMs = 10_000;
/** A room without a socket, and without anybody whose absence is to be said, is let go after this. */
const emptyMs = 60_000;

/** Says who is here, notices who is not, and cuts off those who do not read. */
@Injectable()
export class PresenceRounds implements OnModuleInit, OnModuleDestroy {
  private stop: (() => void) | null = null;

  constructor(
    private readonly rooms: LiveRooms,
    private readonly absences: Absences,
    @Inject(PRESENCE) private readonly presence: Presence,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const round = async (): Promise<void> => { for (const live of [...this.rooms.all()]) await this.look(live); };
    this.stop = every(everyMs, round, (err) => { if (!isUnavailable(err)) this.log.error({ err }, 'presence could not be looked after'); });
  }

  onModuleDestroy(): void {
    this.stop?.();
  }

  private async look(live: LiveRoom): Promise<void> {
    await this.presence.touch(live.roomId, presentIn(live));
    const waitedFor = await this.absences.say(live);
    if (waitedFor === 0 && live.emptySince !== null && Date.now() - live.emptySince > emptyMs) this.rooms.release(live);
  }
}

function presentIn(live: LiveRoom): Present[] {
  const sockets = [...live.sockets.values()].flatMap((own) => [...own]);
  for (const socket of sockets.filter(isTooSlow)) socket.conn.close();
  return sockets.flatMap(({ data: { seat: { participantId, place, placed } } }) => (placed ? [{ participantId, place }] : []));
}
