import type { Sent, Studio } from '../studio/studio.ts';
import { type Intake, openIntake } from './intake.ts';
import type { Taken } from './taken.ts';

/** An intake that broke is followed by another after this pause. */
const againAfterMs = 2_000;

type Kept = { intake: Intake | null; readonly close: () => void };
export type Took = (sent: Sent, frame: Taken) => void;

/**
 * One intake for every producer of a room, held ones too: whoever is given the floor is heard from the first packet. By producer.
 */
export class Intakes {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly studio: Studio, private readonly ffmpeg: string, private readonly took: Took) {}

  of(producerId: string): Intake | null {
    return this.kept.get(producerId)?.intake ?? null;
  }

  /** Opens what is missing and closes what has ended. */
  agree(): void {
    for (const [producerId, { close }] of this.kept) if (!this.studio.sent.has(producerId)) close();
    for (const [producerId, sent] of this.studio.sent) if (!this.kept.has(producerId) && !sent.producer.closed) this.open(sent);
  }

  due(now: number): void {
    for (const { intake } of this.kept.values()) intake?.due(now);
  }

  close(): void {
    for (const { close } of [...this.kept.values()]) close();
  }

  private open(sent: Sent): void {
    const { producer, session: { booth: { router } }, participantId, source } = sent;
    const { roomId, log } = this.studio;
    let isOver = false;
    const kept: Kept = {
      intake: null,
      close: () => {
        isOver = true;
        kept.intake?.close();
        this.kept.delete(producer.id);
      },
    };
    const broke = (cause: unknown): void => {
      if (isOver || producer.closed) return;
      log.error({ roomId, participantId, source, err: cause }, 'a source cannot be taken into the program; it is tried again');
      kept.intake?.close();
      kept.intake = null;
      setTimeout(() => { if (!isOver) kept.close(); }, againAfterMs);
    };
    this.kept.set(producer.id, kept);
    openIntake({ router, producer, ffmpeg: this.ffmpeg, take: (frame) => { if (!isOver) this.took(sent, frame); }, broke }).then((intake) => {
      if (isOver) intake?.close();
      else kept.intake = intake;
    }, broke);
  }
}
