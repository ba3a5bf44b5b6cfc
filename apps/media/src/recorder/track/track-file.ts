import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Opening } from '../rtp/frame.ts';
import { type Block, clusterOf, durationOf, headOf } from './matroska.ts';
import { type Track, writeSidecar } from './track.ts';

/** What lies longer than this in memory goes to disk. */
export const clusterMs = 1_000;

/**
 * A track on disk. Blocks are gathered into clusters, each written whole and synced; the calls return at once and the disk follows in
 * their order. The first failure ends the file: `failed` hears it, later calls do nothing.
 */
export class TrackFile {
  /** When a cluster got onto the disk last, monotonic milliseconds. */
  syncedAt = -Infinity;
  private disk: Promise<void>;
  private file: FileHandle | null = null;
  private position = 0;
  private durationAt = 0;
  private blocks: Block[] = [];
  private hasSidecar = false;
  private isBroken = false;

  constructor(private readonly folder: string, private readonly track: Track, opening: Opening, private readonly failed: (cause: unknown) => void) {
    this.disk = Promise.resolve();
    this.then(async () => {
      await mkdir(folder, { recursive: true });
      this.file = await open(this.path, 'wx');
      const head = headOf(track.codec, opening);
      this.durationAt = head.durationAt;
      await this.append(head.bytes);
      await writeSidecar(folder, track);
      this.hasSidecar = true;
    });
  }

  add(block: Block): void {
    const first = this.blocks[0];
    if (first && block.ms - first.ms >= clusterMs) this.flush();
    this.blocks.push(block);
  }

  /** Goes to disk with the next cluster. */
  note(note: (track: Track) => void): void {
    note(this.track);
  }

  /** The cluster in the making goes to disk. */
  flush(): void {
    const blocks = this.blocks;
    const last = blocks.at(-1);
    if (!last) return;
    this.blocks = [];
    this.then(async () => {
      await this.append(clusterOf(blocks));
      await this.file?.datasync();
      this.syncedAt = performance.now();
      this.track.writtenMs = last.ms;
      await writeSidecar(this.folder, this.track);
    });
  }

  /** Resolves when everything is on disk, also after a failure. */
  async close(endedAtMs: number): Promise<void> {
    this.flush();
    this.then(async () => {
      await this.file?.write(durationOf(this.track.writtenMs), 0, undefined, this.durationAt);
      await this.file?.datasync();
      await writeSidecar(this.folder, { ...this.track, endedAtMs });
    });
    await this.disk;
    // What broke off ends where its last whole cluster does; where the torn one has left room it is said.
    const { startedAtMs, writtenMs } = this.track;
    if (this.isBroken && this.hasSidecar) await writeSidecar(this.folder, { ...this.track, endedAtMs: startedAtMs + writtenMs }).catch(this.failed);
    await this.file?.close();
    // A file that nobody was told of is nobody's: a full disk must not fill with empty ones.
    if (this.file && !this.hasSidecar) await rm(this.path, { force: true });
    this.file = null;
    this.isBroken = true;
  }

  private then(work: () => Promise<void>): void {
    this.disk = this.disk.then(async () => {
      if (!this.isBroken) await work();
    }).catch((cause: unknown) => {
      this.isBroken = true;
      this.failed(cause);
    });
  }

  private get path(): string {
    return join(this.folder, `${this.track.trackId}.mkv`);
  }

  /** A disk that is nearly full takes a part at first. */
  private async append(bytes: Buffer): Promise<void> {
    const { file, position } = this;
    if (!file) return;
    try {
      for (let written = 0; written < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, written, bytes.length - written, this.position);
        written += bytesWritten;
        this.position += bytesWritten;
      }
    } catch (cause) {
      // What is there stays whole: readers need not stumble over a torn cluster.
      this.position = position;
      await file.truncate(position);
      throw cause;
    }
  }
}
