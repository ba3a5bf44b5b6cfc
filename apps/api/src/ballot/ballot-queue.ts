import type { BallotId, RoomId } from '@yaji/contracts';
import type { BallotBox, BoxedVote, Cast } from '@yaji/persistence';

/** Votes are gathered for so long, so that they go into the box mixed. */
const gatherMs = 15;
const most = 500;

type Waiting = { vote: BoxedVote; answer: (cast: Cast) => void; fail: (error: unknown) => void };

/** The way of one ballot's votes into its box: a few transactions instead of thousands, one after the other. */
export class BallotQueue {
  private waiting: Waiting[] = [];
  private working = false;

  constructor(private readonly ballot: { ballotId: BallotId; roomId: RoomId }, private readonly box: BallotBox) {}

  /** Resolves after the commit. */
  cast(vote: BoxedVote): Promise<Cast> {
    return new Promise((answer, fail) => {
      this.waiting.push({ vote, answer, fail });
      if (!this.working) void this.workOff();
    });
  }

  get idle(): boolean {
    return !this.working;
  }

  /** Never rejects. Stops in the instant in which it finds nothing more, so that no vote comes between. */
  private async workOff(): Promise<void> {
    this.working = true;
    while (this.waiting.length > 0) {
      await new Promise((resolve) => { setTimeout(resolve, gatherMs); });
      const batch = this.waiting.splice(0, most);
      try {
        const cast = await this.box.cast(this.ballot, batch.map(({ vote }) => vote));
        batch.forEach(({ answer }, n) => { answer(cast[n] ?? 'over'); });
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    this.working = false;
  }
}
