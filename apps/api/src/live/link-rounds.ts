import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Log } from '@yaji/platform';
import { SessionService } from '../planning/session/session.service.ts';
import { LOG } from '../ports.ts';
import { isUnavailable } from '../unavailable.ts';
import { every } from './every.ts';
import { LiveRooms } from './live-rooms.ts';

/** Whoever came by a link that was taken back is shown out within this, at every process. */
const everyMs = 2_000;

/** Looks after the links by which people came. */
@Injectable()
export class LinkRounds implements OnModuleInit, OnModuleDestroy {
  private stop: (() => void) | null = null;

  constructor(private readonly rooms: LiveRooms, private readonly sessions: SessionService, @Inject(LOG) private readonly log: Log) {}

  onModuleInit(): void {
    this.stop = every(everyMs, () => this.look(), (err) => { if (!isUnavailable(err)) this.log.error({ err }, 'links could not be looked after'); });
  }

  onModuleDestroy(): void {
    this.stop?.();
  }

  private async look(): Promise<void> {
    const sockets = [...this.rooms.all()].flatMap((live) => [...live.sockets.values()].flatMap((own) => [...own]));
    const revoked = new Set(await this.sessions.revoked([...new Set(sockets.map(({ data: { seat } }) => seat.invitationId))]));
    for (const socket of sockets) {
      if (!revoked.has(socket.data.seat.invitationId)) continue;
      socket.emit('standing', { state: 'removed' });
      socket.disconnect(true);
    }
  }
}
