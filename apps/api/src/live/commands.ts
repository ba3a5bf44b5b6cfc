import { Inject, Injectable } from '@nestjs/common';
import type { Ack, Refusal, RefusalCode } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { Log } from '@yaji/platform';
import { ENGINE, LOG } from '../ports.ts';
import { isUnavailable } from '../unavailable.ts';
import { LiveMetrics } from './live-metrics.ts';
import { LiveRooms } from './live-rooms.ts';
import { withinPatience } from './patience.ts';
import { readCommand } from './read-command.ts';
import type { Seat } from './seat.ts';

export type RefusedAck = Ack & { ok: false; refusal: Refusal };

/** Refusals that are not the sender's fault, or that are counted already. */
const noFault: ReadonlySet<RefusalCode> = new Set(['socket/unavailable', 'socket/too-fast']);

/** Hands to the engine what is said at a seat, and answers. */
@Injectable()
export class Commands {
  constructor(
    private readonly rooms: LiveRooms,
    private readonly metrics: LiveMetrics,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Acknowledged only after the commit. Never rejects, and never takes longer than two seconds. */
  async say(seat: Seat, body: unknown): Promise<Ack> {
    const asked = performance.now();
    const ack = await this.judge(seat, body);
    this.metrics.answered(ack.ok ? 'done' : ack.refusal.code, performance.now() - asked);
    return ack;
  }

  private async judge(seat: Seat, body: unknown): Promise<Ack> {
    if (!seat.credit.take(Date.now())) return this.refuse(seat, 'socket/too-fast');
    const said = readCommand(body, seat.roomId);
    if (!said.ok) return this.refuse(seat, said.error);
    seat.credit.forgive();
    const { commandId, command } = said.value;
    try {
      const outcome = await withinPatience(this.engine.handle(seat.roomId, command, { by: seat.participantId, commandId }));
      if (!outcome.ok) this.note(seat, outcome.refusal.code, command.type);
      return outcome.ok ? { ok: true, seq: outcome.seq } : { ok: false, refusal: outcome.refusal, seq: outcome.seq };
    } catch (error) {
      return this.failed(seat, command.type, error);
    }
  }

  /** The answer where a port failed. */
  failed(seat: Seat, type: string, error: unknown): RefusedAck {
    if (!isUnavailable(error)) this.log.error({ err: error, roomId: seat.roomId, type }, 'a command failed');
    return this.refuse(seat, 'socket/unavailable');
  }

  /** The answer to a message that could not be taken. */
  refuse(seat: Seat, code: RefusalCode): RefusedAck {
    if (!noFault.has(code)) seat.credit.fault();
    this.note(seat, code, null);
    return { ok: false, refusal: { code }, seq: this.rooms.get(seat.roomId)?.feed.seq ?? 0 };
  }

  /** Once, and nothing that a person wrote. A flood is noted at its first drop. */
  note({ roomId, participantId, credit }: Seat, code: RefusalCode, type: string | null): void {
    if (code !== 'socket/too-fast' || credit.justOverdrawn) this.log.info({ roomId, participantId, code, type }, 'refused');
  }
}
