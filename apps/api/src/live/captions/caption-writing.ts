import { Injectable } from '@nestjs/common';
import { type CaptionAck, type CaptionLine, captionMost, type CaptionRequest, captionRequestSchemas, type Refusal, type RoomId } from '@yaji/contracts';
import type { Result } from '@yaji/kit';
import { err, ok } from '@yaji/kit';
import { glossaryOf, keepLine, saidLine } from '@yaji/persistence';
import { decideCaption, spellRight, type StandingLine } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { Commands } from '../commands.ts';
import type { LiveRoom } from '../live-room.ts';
import { LiveRooms } from '../live-rooms.ts';
import { withinPatience } from '../patience.ts';
import type { Seat } from '../seat.ts';
import { CaptionTelling } from './caption-telling.ts';
import type { Shown } from './shown-lines.ts';

/** Decides what is said as captions, keeps what is whole and has it told. */
@Injectable()
export class CaptionWriting {
  /** One room's lines are taken one after the other: a half one never overtakes the whole. */
  private readonly last = new Map<RoomId, Promise<unknown>>();

  constructor(private readonly rooms: LiveRooms, private readonly commands: Commands, private readonly telling: CaptionTelling, private readonly database: DataSource) {}

  /** Never rejects, and never takes longer than two seconds. */
  async say(seat: Seat, body: unknown): Promise<CaptionAck> {
    if (!seat.captions.take(Date.now())) return this.commands.refuse(seat, 'socket/too-fast');
    const read = captionRequestSchemas['caption.say'].safeParse(body);
    if (!read.success) return this.commands.refuse(seat, 'contract/invalid');
    const live = this.rooms.get(seat.roomId);
    if (!live || !seat.placed) return this.commands.refuse(seat, 'socket/unavailable');
    try {
      const outcome = await withinPatience(this.afterTheLast(seat.roomId, () => this.take(live, seat, read.data)));
      if (outcome.ok) return { ok: true };
      this.commands.note(seat, outcome.error.code, read.data.type);
      return { ok: false, refusal: outcome.error };
    } catch (error) {
      return this.commands.failed(seat, read.data.type, error);
    }
  }

  private afterTheLast<T>(roomId: RoomId, work: () => Promise<T>): Promise<T> {
    const next = (this.last.get(roomId) ?? Promise.resolve()).then(work, work);
    this.last.set(roomId, next);
    const forget = (): void => { if (this.last.get(roomId) === next) this.last.delete(roomId); };
    next.then(forget, forget);
    return next;
  }

  private async take(live: LiveRoom, { participantId: by, salonId }: Seat, request: CaptionRequest): Promise<Result<null, Refusal>> {
    const before = await this.standing(live.roomId, request.data.lineId);
    const verdict = decideCaption(live.feed, { request, before }, { by, at: Date.now() });
    if (!verdict.ok) return verdict;
    const { saidBy, ...standing } = verdict.value;
    const { language } = request.data;
    // Half a line changes several times a second: it is spelt when it is whole.
    const text = standing.final ? spellRight(request.data.text, await glossaryOf(this.database, salonId)).slice(0, captionMost) : request.data.text;
    const line: CaptionLine = { ...standing, text, language };
    // Somebody at the desk has changed it meanwhile: that stays.
    if (line.final && !(await keepLine(this.database, live.roomId, { ...line, source: standing.source, saidBy }))) return err({ code: 'caption/over' });
    await this.telling.say(live, { line, saidBy });
    return ok(null);
  }

  /** What is known of a line, here or, after a page has come back by way of another process, in the table. */
  private async standing(roomId: RoomId, lineId: string): Promise<StandingLine | null> {
    const shown = this.telling.standing(roomId, lineId);
    if (shown?.saidBy) return standingOf({ ...shown, saidBy: shown.saidBy });
    const kept = await saidLine(this.database, roomId, lineId);
    return kept ? standingOf({ line: { ...kept.line, final: true }, saidBy: kept.saidBy }) : null;
  }
}

/** What no page brought is nobody's to change: it is told as a line of another. */
function standingOf({ line: { lineId, source, turn, participantId, fromAt, toAt, final }, saidBy }: Shown): StandingLine {
  return { lineId: lineId as StandingLine['lineId'], saidBy: saidBy ?? ('' as StandingLine['saidBy']), source: source === 'typist' ? 'typist' : 'browser', turn, participantId, fromAt, toAt, final };
}
