import type { SenderClock } from './sender-clock.ts';
import type { SenderReport } from './sender-report.ts';

/** Reports differ by their sender's scheduling; the newest counts an eighth once there are as many. */
const mostWeighed = 8;
/** More than this is no scheduling: the clock was set, or the report is wrong. */
const jumpMs = 250;
/** A timestamp this far from what the reports foretell belongs to another count (another simulcast layer, a sender that began anew). */
const strangeMs = 5_000;
const wrap = 2 ** 32;

/** A point of the line; `heardAt`: monotonic milliseconds; `oddMs`: by how much the last report missed it, where that was too much to believe. */
type Line = { sentMs: number; timestamp: number; heardAt: number; count: number; rebaseMs: number; oddMs: number | null };

const apart = (one: number, other: number): number => ((one - other + wrap * 1.5) % wrap) - wrap / 2;

/**
 * Between the timestamps of a stream and its sender's clock, by the sender reports. Each simulcast layer reports a count of its own; mediasoup
 * turns them all into that of one layer, so a report is told to be ours by foretelling about the timestamp that is here.
 */
export class ReportLine {
  private readonly lines = new Map<number, Line>();
  private readonly ratePerMs: number;

  constructor(ratePerSecond: number, private readonly clock: SenderClock) {
    this.ratePerMs = ratePerSecond / 1_000;
  }

  /** `at`: when it was heard, monotonic milliseconds. */
  take({ ssrc, sentMs, timestamp }: SenderReport, at: number): void {
    const line = this.lines.get(ssrc);
    if (!line || !this.foretells(line, timestamp, at)) {
      this.lines.set(ssrc, { sentMs, timestamp, heardAt: at, count: 1, rebaseMs: this.clock.rebaseMs, oddMs: null });
      return;
    }
    const missedMs = sentMs - this.along(line, timestamp);
    if (Math.abs(missedMs) > jumpMs) return this.doubt(line, timestamp, { at, missedMs });
    line.count = Math.min(mostWeighed, line.count + 1);
    line.oddMs = null;
    this.move(line, timestamp, { at, missedMs: missedMs / line.count });
  }

  /** When a frame that arrived `at` was taken, milliseconds of the sender's clock; null while no report tells. */
  sentMs(timestamp: number, at: number): number | null {
    const line = this.lines.values().find((one) => this.foretells(one, timestamp, at));
    return line ? this.along(line, timestamp) + line.rebaseMs : null;
  }

  /** One report may be wrong; a second that says the same is believed, and time runs on without the jump. */
  private doubt(line: Line, timestamp: number, { at, missedMs }: { at: number; missedMs: number }): void {
    const isAgain = line.oddMs !== null && Math.abs(missedMs - line.oddMs) < jumpMs;
    line.oddMs = isAgain ? null : missedMs;
    if (!isAgain) return;
    line.rebaseMs -= missedMs;
    this.clock.rebaseMs = line.rebaseMs;
    this.move(line, timestamp, { at, missedMs });
  }

  private move(line: Line, timestamp: number, { at, missedMs }: { at: number; missedMs: number }): void {
    line.sentMs = this.along(line, timestamp) + missedMs;
    line.timestamp = timestamp;
    line.heardAt = at;
  }

  private foretells(line: Line, timestamp: number, at: number): boolean {
    const expected = (line.timestamp + (at - line.heardAt) * this.ratePerMs) % wrap;
    return Math.abs(apart(timestamp, expected)) < strangeMs * this.ratePerMs;
  }

  private along(line: Line, timestamp: number): number {
    return line.sentMs + apart(timestamp, line.timestamp) / this.ratePerMs;
  }
}
