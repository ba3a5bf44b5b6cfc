import { ReportLine } from '../sync/report-line.ts';
import { SenderClock } from '../sync/sender-clock.ts';
import type { SenderReport } from '../sync/sender-report.ts';

/** A drift below this is jitter. */
const tolerableMs = 50;
/** Nothing arrives before it was sent, nor this long after: then the sender's clock began anew. */
const earliestMs = -1_000;
const latestMs = 30_000;
const windowMs = 5_000;
/** A correction of what is already running is spread so thin that nobody hears it. */
const slewPerMs = 0.05;
const wrap = 2 ** 32;

/**
 * Turns the timestamps of a stream into milliseconds since its first frame, on the server's clock. Spacing comes from the sender's clock, which has no
 * jitter. The sender's reports tell which of its frames belong together; the server's clock, judged by the least delayed frames, where they belong. Until
 * (or unless) reports come, each track keeps to the server's clock alone. No two frames get the same instant, and none an earlier one.
 */
export class TrackClock {
  private readonly ratePerMs: number;
  private readonly line: ReportLine;
  private first: { at: number; timestamp: number } | null = null;
  private unwrapped = 0;
  private lastTimestamp = 0;
  private lastSentMs = 0;
  private shiftMs = 0;
  private lastMs = -1;
  private windowEnd = 0;
  private leastLate = Infinity;
  private lateMs: number | null = null;

  /** `sender`: shared by all tracks of one sender. */
  constructor(ratePerSecond: number, private readonly sender = new SenderClock()) {
    this.ratePerMs = ratePerSecond / 1_000;
    this.line = new ReportLine(ratePerSecond, sender);
  }

  /** How much later the track is than its milliseconds say, by the sender's reports; settled some seconds after the first, null while there are none. */
  get syncMs(): number | null {
    return this.lateMs;
  }

  /** `at`: when it was heard, monotonic milliseconds. */
  report(report: SenderReport, at: number): void {
    this.line.take(report, at);
  }

  /** `at`: when the frame arrived, monotonic milliseconds. */
  place(timestamp: number, at: number): number {
    this.first ??= this.begin(timestamp, at);
    this.unwrapped += ((timestamp - this.lastTimestamp + wrap * 1.5) % wrap) - wrap / 2;
    this.lastTimestamp = timestamp;
    const sentMs = this.unwrapped / this.ratePerMs;
    const late = at - this.first.at - (sentMs + this.shiftMs);
    if (late < earliestMs || late > latestMs) this.shift(late, at);
    else if (!this.keepToReports(timestamp, at, this.first.at)) this.keepToArrival(late, at);
    this.lastSentMs = sentMs;
    this.lastMs = Math.max(this.lastMs + 1, Math.round(sentMs + this.shiftMs));
    return this.lastMs;
  }

  private begin(timestamp: number, at: number): { at: number; timestamp: number } {
    this.lastTimestamp = timestamp;
    this.windowEnd = at + windowMs;
    return { at, timestamp };
  }

  /** False: the reports say nothing of this frame, or nothing credible. */
  private keepToReports(timestamp: number, at: number, firstAt: number): boolean {
    const toldMs = this.line.sentMs(timestamp, at);
    if (toldMs === null) return false;
    const sentAt = this.sender.heard(toldMs, at);
    if (sentAt === null) return false;
    const sentMs = this.unwrapped / this.ratePerMs;
    const wanted = sentAt - firstAt - sentMs - (this.lateMs ?? 0);
    // What is written already is not touched: at first the whole track is told to be later or earlier.
    if (this.lateMs === null || !this.sender.isSettled(at)) this.lateMs = (this.lateMs ?? 0) + wanted - this.shiftMs;
    else {
      const most = slewPerMs * Math.abs(sentMs - this.lastSentMs);
      this.shiftMs += Math.max(-most, Math.min(most, wanted - this.shiftMs));
    }
    return true;
  }

  private keepToArrival(late: number, at: number): void {
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
