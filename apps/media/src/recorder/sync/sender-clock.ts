const windowMs = 5_000;
/** So long after its first frame the estimate may still be poor (only a picture was heard, say, which takes longer), and is free to move. */
const settlingMs = 10_000;
/** What came earlier than thought possible is certain, so the estimate goes down quickly; up only as fast as clocks drift, else every jam would move it. */
const [downPerMs, upPerMs] = [0.02, 0.001];
/** So far off no frame is early or late: it tells of another clock. */
const strangeMs = 30_000;

/**
 * Where one sender's clock stands on the server's, for all tracks of that sender: nothing arrives before it was sent, so the least delayed
 * frame tells most. It moves slowly, and by moving all tracks at once it never parts sound from picture.
 */
export class SenderClock {
  /** Added to what the sender's reports say now, so that its time runs on where its clock was set anew. */
  rebaseMs = 0;
  private aheadMs: number | null = null;
  private goalMs = 0;
  private leastMs = Infinity;
  private windowEnd = 0;
  private movedAt = 0;
  private heardAt = 0;
  private settledAt = 0;

  /** `at`: monotonic milliseconds. */
  isSettled(at: number): boolean {
    return at >= this.settledAt;
  }

  /**
   * A frame of `sentMs`, sender's milliseconds, arrived `at`, the server's monotonic milliseconds. Answers the server's instant of its
   * sending; null where it cannot be of the clock that is known.
   */
  heard(sentMs: number, at: number): number | null {
    const ahead = at - sentMs;
    if (this.aheadMs !== null && Math.abs(ahead - this.goalMs) > strangeMs) {
      // Nothing but strange frames: the clock that was known is gone.
      if (at - this.heardAt > windowMs) this.aheadMs = null;
      return null;
    }
    this.heardAt = at;
    this.aim(ahead, at);
    if (this.aheadMs === null) this.settledAt = at + settlingMs;
    this.aheadMs = this.aheadMs === null || !this.isSettled(at) ? this.goalMs : this.aheadMs + this.step(this.goalMs - this.aheadMs, at);
    this.movedAt = at;
    return sentMs + this.aheadMs;
  }

  private aim(ahead: number, at: number): void {
    this.leastMs = Math.min(this.leastMs, ahead);
    if (this.aheadMs === null || ahead < this.goalMs) this.goalMs = ahead;
    if (at < this.windowEnd) return;
    if (this.windowEnd > 0) this.goalMs = this.leastMs;
    this.leastMs = Infinity;
    this.windowEnd = at + windowMs;
  }

  private step(wantedMs: number, at: number): number {
    const sinceMs = Math.max(0, at - this.movedAt);
    return Math.max(-downPerMs * sinceMs, Math.min(upPerMs * sinceMs, wantedMs));
  }
}
