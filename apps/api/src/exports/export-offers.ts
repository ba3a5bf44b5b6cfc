import { Inject, Injectable } from '@nestjs/common';
import type { ExportOffer, Exports, ExportWhat, RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { StoredExport } from '@yaji/persistence';
import type { Tokens } from '@yaji/platform';
import { AftermathService } from '../aftermath/aftermath.service.ts';
import type { Caller } from '../planning/session/caller.ts';
import { ENGINE, TOKENS } from '../ports.ts';
import { mayHave } from './may-have.ts';
import { StandingOrders } from './standing-orders.ts';

/** The latest log number, and what files would be made of beside the log. */
type Now = { head: number; bases: Record<ExportWhat, string> };

/** Which files there are. */
@Injectable()
export class ExportOffers {
  constructor(
    private readonly aftermath: AftermathService, private readonly orders: StandingOrders,
    @Inject(ENGINE) private readonly engine: Engine, @Inject(TOKENS) private readonly tokens: Tokens,
  ) {}

  async list(caller: Caller, roomId: RoomId): Promise<Exports> {
    const viewer = await this.aftermath.admit(caller, roomId);
    const [{ seq }, bases] = await Promise.all([this.engine.now(roomId), this.orders.bases(roomId)]);
    const stored = (await this.orders.all(roomId)).filter((one) => mayHave(viewer, one, one.edition));
    return {
      exports: (await Promise.all(stored.map((one) => this.offer(one, { head: seq, bases })))).flat(),
      ordered: stored.filter(({ made }) => made === null).map(({ number, what, format, language, at, standing }) => ({ number, what, format, language, at, standing })),
    };
  }

  private async offer({ roomId, number, what, format, language, upTo, edition, made }: StoredExport, { head, bases }: Now): Promise<ExportOffer[]> {
    if (!made) return [];
    const isSameBasis = made.basis === null ? (await this.orders.editionFor(roomId, what)) === edition : bases[what] === made.basis;
    // What was approved stays as it was approved, whatever the log says later.
    const isApproved = edition > 0 && (what === 'minutes' || what === 'report');
    const url = `/api/files/${await this.tokens.signFileLink({ fileId: made.fileId })}`;
    return [{ number, what, format, language, upTo, isCurrent: isSameBasis && (isApproved || upTo === head), madeAt: made.madeAt, bytes: made.bytes, url }];
  }
}
