import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { Missing, Received, RtpStream, Sink } from './stream.ts';
import { instantOf, utcOf } from './track/instant.ts';
import { type Gap, newTrack, type Track, type TrackOf, writeSidecar } from './track/track.ts';
import { TrackFile } from './track/track-file.ts';

/** Opus with DTX still sends a packet every 400 ms. */
const shortestGapMs = 500;
const flushAfterMs = 1_000;
/** What came for so long without ever a key frame is told of. */
const hopelessMs = 2_000;

/** Whose track is written, and where. `broke`: the disk refused. */
export type Written = Omit<TrackOf, 'trackId' | 'startedAtMs'> & { folder: string; broke: (cause: unknown) => void };

/** Opens the file when the first frame comes, and keeps account of the holes in it. */
export class TrackWriter implements Sink {
  private file: TrackFile | null = null;
  private lastMs = 0;
  private oldestAt: number | null = null;
  private wasHeld = false;
  private flowsSince = performance.now();
  /** When the first and the last sign came that the sender sends while nothing can be written yet. */
  private awaited: { from: number; to: number } | null = null;

  constructor(private readonly written: Written, private readonly received: () => Received) {}

  get hasBegun(): boolean {
    return this.file !== null;
  }

  /** When a sign came last that the sender sends: monotonic milliseconds; -Infinity where there was none, or it was not needed. */
  get awaitedAt(): number {
    return this.awaited?.to ?? -Infinity;
  }

  /** When something got onto the disk last, or else since when it might have: monotonic milliseconds. */
  get onDiskAt(): number {
    return Math.max(this.writtenAt, this.flowsSince);
  }

  /** Monotonic milliseconds; before anything is written -Infinity. */
  get writtenAt(): number {
    return this.file?.syncedAt ?? -Infinity;
  }

  /** The sender was held or goes on. A straggler may still be written after a pause, so the end of it counts as well. */
  held(): void {
    this.wasHeld = true;
    this.flowsSince = performance.now();
  }

  /** Packets came that nobody passes on before a key frame has. `now`: monotonic milliseconds. */
  awaits(now: number): void {
    this.awaited = { from: this.awaited?.from ?? now, to: now };
  }

  begin(opening: Parameters<Sink['begin']>[0], at: number): void {
    const { folder, broke, ...of } = this.written;
    const track = newTrack({ ...of, trackId: randomUUID(), startedAtMs: utcOf(at) });
    const waitedMs = at - Math.min(this.received().firstAt ?? at, this.awaited?.from ?? at);
    if (waitedMs >= shortestGapMs) track.gaps.push({ fromMs: -Math.round(waitedMs), toMs: 0, why: this.wasHeld && this.awaited === null ? 'off-air' : 'no-key-frame' });
    this.file = new TrackFile(folder, track, opening, broke);
  }

  resized(size: Parameters<Sink['resized']>[0], atMs: number): void {
    if (size.width > 0) this.file?.note(({ sizes }) => void sizes.push({ atMs, ...size }));
  }

  block(block: Parameters<Sink['block']>[0], missing: Missing): void {
    // A picture that does not move sends nothing: that alone is no hole.
    const isHole = block.ms - this.lastMs >= shortestGapMs && (this.wasHeld || missing !== 'nothing' || this.written.kind === 'audio');
    if (isHole) {
      const gap: Gap = { fromMs: this.lastMs, toMs: block.ms, why: this.wasHeld ? 'off-air' : missing === 'key-frame' ? 'no-key-frame' : 'lost' };
      this.file?.note(({ gaps }) => void gaps.push(gap));
    }
    this.wasHeld = false;
    this.lastMs = block.ms;
    this.oldestAt ??= performance.now();
    this.file?.add(block);
  }

  /** To be called a few times a second; `now`: monotonic milliseconds. */
  tick(stream: RtpStream, now: number): void {
    if (this.oldestAt === null || now - this.oldestAt < flushAfterMs) return;
    this.oldestAt = null;
    this.file?.note((track) => keepAccount(track, stream));
    this.file?.flush();
  }

  async close(stream: RtpStream): Promise<void> {
    if (!this.file) return this.tellOfNothing(stream);
    this.file.note((track) => keepAccount(track, stream));
    await this.file.close(Date.now());
  }

  /** Pictures came that nobody can show: a sidecar without a file says so to whoever would miss them. */
  private async tellOfNothing(stream: RtpStream): Promise<void> {
    const { awaited } = this;
    if (awaited === null || awaited.to - awaited.from < hopelessMs) return;
    const { folder, broke, ...of } = this.written;
    const track = newTrack({ ...of, trackId: randomUUID(), startedAtMs: utcOf(awaited.from) });
    keepAccount(track, stream);
    track.endedAtMs = utcOf(awaited.to);
    track.gaps.push({ fromMs: 0, toMs: Math.round(awaited.to - awaited.from), why: 'no-key-frame' });
    try {
      await mkdir(folder, { recursive: true });
      await writeSidecar(folder, track);
    } catch (cause) {
      broke(cause);
    }
  }
}

function keepAccount(track: Track, { syncMs, received: { packets, lost, firstAt, lastAt } }: RtpStream): void {
  track.packets = packets;
  track.lost = lost;
  track.first ??= firstAt === null ? null : instantOf(firstAt);
  track.last = lastAt === null ? null : instantOf(lastAt);
  track.syncMs = Math.round(syncMs ?? 0);
  track.timing = syncMs === null ? 'arrival' : 'reports';
}
