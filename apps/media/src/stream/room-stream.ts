import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Studio } from '../studio/studio.ts';
import { datedList } from './dated-list.ts';
import { type Encoder, startEncoder } from './encoder.ts';
import { encoderArgs, partMs } from './encoder-args.ts';
import { isOfRun, listOf } from './part-names.ts';

const lookEveryMs = 500;
/** Pauses before an encoder that died is followed by another. */
const pausesMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** One that has lived so long has not died of what the one before did. */
const steadyMs = 30_000;
/** A list comes after the first part: two seconds and what starting takes. */
const patienceMs = 9_000;
const askEveryMs = 100;

/** One encoder after another, of which each makes files of its own. `zeroAtMs` UTC; null until there is a picture. */
type Run = { readonly run: number; readonly firstPart: number; zeroAtMs: number | null };
/** `idleMs`: so long after the last question for the list nobody watches any more. */
export type RoomStreamOptions = { studio: Studio; folder: string; ffmpeg: string; idleMs: number; over: () => void };

/** The stream of one room, from its first viewer until some time after its last. Its folder is its own and goes with it. */
export class RoomStream {
  private readonly runs: Run[] = [];
  private readonly startedAt = Date.now();
  private readonly looking: NodeJS.Timeout;
  private again: NodeJS.Timeout | null = null;
  private encoder: Encoder | null = null;
  private watchedAt = Date.now();
  private failures = 0;
  private isOver = false;

  constructor(private readonly options: RoomStreamOptions) {
    this.looking = setInterval(() => { if (Date.now() - this.watchedAt > options.idleMs) options.over(); }, lookEveryMs);
  }

  get folder(): string {
    return this.options.folder;
  }

  /** Rejects when the folder cannot be made. */
  async start(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    if (!this.isOver) this.run();
  }

  /** The list as a viewer gets it; waits for it at the beginning. Null: not there in time. */
  async list(): Promise<string | null> {
    for (const askedAt = Date.now(); !this.isOver && Date.now() - askedAt < patienceMs; await wait(askEveryMs)) {
      this.watchedAt = Date.now();
      for (const run of this.runs.slice(-2).reverse()) {
        const list = await this.listOfRun(run);
        if (list !== null) return list;
      }
    }
    return null;
  }

  async close(): Promise<void> {
    this.isOver = true;
    clearInterval(this.looking);
    if (this.again) clearTimeout(this.again);
    await this.encoder?.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async listOfRun({ run, firstPart, zeroAtMs }: Run): Promise<string | null> {
    if (zeroAtMs === null) return null;
    try {
      return datedList(await readFile(join(this.folder, listOf(run)), 'utf8'), { run, firstPart, zeroAtMs, partMs });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw cause;
    }
  }

  private run(): void {
    const { studio: { program, roomId, log }, ffmpeg, folder } = this.options;
    // Numbers go on rising over a restart: they follow the clock.
    const began = Date.now();
    const made: Run = { run: this.runs.length, firstPart: Math.ceil((began - this.startedAt) / partMs), zeroAtMs: null };
    this.runs.push(made);
    this.encoder = startEncoder({
      ffmpeg, folder, program, args: encoderArgs(made.run, made.firstPart),
      begun: (atMs) => { made.zeroAtMs = atMs; },
      ended: (complaint) => {
        this.failures = Date.now() - began > steadyMs ? 1 : this.failures + 1;
        log.error({ roomId, complaint }, 'the stream of a room broke off; it is made anew');
        if (!this.isOver) this.again = setTimeout(() => this.anew(), pausesMs[Math.min(this.failures, pausesMs.length) - 1]);
      },
    });
  }

  /** What was made before the last one is of no use to anybody any more. */
  private anew(): void {
    const old = this.runs.length - 2;
    this.run();
    if (old >= 0) this.clear(old).catch((cause: unknown) => this.options.studio.log.warn({ err: cause }, 'old parts of a stream could not be removed'));
  }

  private async clear(run: number): Promise<void> {
    const names = await readdir(this.folder);
    await Promise.all(names.filter((name) => isOfRun(name, run)).map((name) => rm(join(this.folder, name), { force: true })));
  }
}
