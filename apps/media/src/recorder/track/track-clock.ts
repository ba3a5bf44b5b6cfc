/** A drift below this is jitter. */
const tolerableMs = 50;
/** Nothing arrives before it was sent, nor this long after: then the sender's clock began anew. */
const earliestMs = -1_000;
const latestMs = 30_000;
const windowMs = 5_000;
const wrap = 2 ** 32;

/**
 * Turns the timestamps of a stream into milliseconds since its first frame, on the server's clock. Spacing comes from the sender's clock, which has no
 * jitter; the server's clock corrects its drift, judged by the least delayed frame of each five seconds. No two frames get the same instant, and none an earlier one.
 */
export class TrackClock {
  private readonly ratePerMs: number;
  private first: { at: number; timestamp: number } | null = null;
  private unwrapped = 0;
  private lastTimestamp = 0;
  private shiftMs = 0;
  private lastMs = -1;
  private windowEnd = 0;
  private leastLate = Infinity;

  constructor(ratePerSecond: number) {
    this.ratePerMs = ratePerSecond / 1_000;
  }

  /** `at`: when the frame arrived, monotonic milliseconds. */
  place(timestamp: number, at: number): number {
    this.first ??= this.begin(timestamp, at);
    this.unwrapped += ((timestamp - this.lastTimestamp + wrap * 1.5) % wrap) - wrap / 2;
    this.lastTimestamp = timestamp;
    const arrivedMs = at - this.first.at;
    const late = arrivedMs - (this.unwrapped / this.ratePerMs + this.shiftMs);
    this.correct(late, at);
    this.lastMs = Math.max(this.lastMs + 1, Math.round(this.unwrapped / this.ratePerMs + this.shiftMs));
    return this.lastMs;
  }

  private begin(timestamp: number, at: number): { at: number; timestamp: number } {
    this.lastTimestamp = timestamp;
    this.windowEnd = at + windowMs;
    return { at, timestamp };
  }

  private correct(late: number, at: number): void {
    if (late < earliestMs || late > latestMs) return this.shift(late, at);
    this.leastLate = Math.min(this.leastLate, late);
    if (at < this.windowEnd) return;
    this.shift(Math.abs(this.leastLate) > tolerableMs ? this.leastLate : 0, at);
  }

  private shift(ms: number, at: number): void {
    this.shiftMs += ms;
    this.leastLate = Infinity;
    this.windowEnd = at + windowMs;
  }
}
