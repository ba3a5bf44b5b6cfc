import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoomId } from '@yaji/contracts';
import type { Log } from '@yaji/platform';
import type { Studio } from '../studio/studio.ts';
import type { Card } from '../program/program.ts';
import { makeCard } from './card.ts';
import { RoomStream } from './room-stream.ts';

/** `most`: rooms that may be streamed from this node at once; each takes about a core. `idleMs`: a stream ends so long after its last viewer. */
export type StreamsOptions = { ffmpeg: string; dataDir: string; most: number; log: Log; idleMs?: number };
const usualIdleMs = 20_000;
/** What is left of a stream that ended with its process is removed at the next start, once it is this old. Milliseconds. */
const staleMs = 600_000;

/** The streams of this node: a room has one while somebody watches. */
export class Streams {
  private readonly open = new Map<RoomId, RoomStream>();
  private readonly folder: string;
  private card: Buffer | null = null;
  private making: Promise<void> | null = null;
  private isClosed = false;

  constructor(private readonly options: StreamsOptions) {
    this.folder = join(options.dataDir, 'streams');
  }

  get count(): number {
    return this.open.size;
  }

  /** What a program shows where there is nothing to see; there is one as soon as something is streamed. */
  readonly cardNow: Card = () => this.card;

  /** The stream of a room, begun if need be; null when this node streams as many as it may. Rejects when it cannot be begun. */
  async watch(studio: Studio): Promise<RoomStream | null> {
    const { roomId } = studio;
    const { ffmpeg, most, idleMs = usualIdleMs } = this.options;
    const running = this.open.get(roomId);
    if (running) return running;
    if (this.isClosed || this.open.size >= most) return null;
    const stream = new RoomStream({ studio, folder: join(this.folder, randomUUID()), ffmpeg, idleMs, over: () => void this.end(roomId, stream) });
    this.open.set(roomId, stream);
    try {
      await this.cardIsMade();
      await stream.start();
      return stream;
    } catch (cause) {
      await this.end(roomId, stream);
      throw cause;
    }
  }

  /** Of a room that is being streamed; null: none. */
  of(roomId: RoomId): RoomStream | null {
    return this.open.get(roomId) ?? null;
  }

  /** Removes what a process that was killed has left. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const left = join(this.folder, name);
      const { mtimeMs } = await stat(left);
      if (Date.now() - mtimeMs > staleMs) await rm(left, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.open].map(([roomId, stream]) => this.end(roomId, stream)));
  }

  /** Rejects when ffmpeg cannot make one. */
  async cardIsMade(): Promise<void> {
    this.making ??= makeCard(this.options.ffmpeg).then((card) => { this.card = card; }).finally(() => { if (!this.card) this.making = null; });
    await this.making;
  }

  private async end(roomId: RoomId, stream: RoomStream): Promise<void> {
    if (this.open.get(roomId) === stream) this.open.delete(roomId);
    try {
      await stream.close();
    } catch (cause) {
      this.options.log.error({ roomId, err: cause }, 'a stream could not be cleared away');
    }
  }
}
