import { setTimeout as wait } from 'node:timers/promises';
import type { PushFault, PushId, PushState } from '@yaji/contracts';
import type { KeptPush, PushAddress } from '@yaji/persistence';
import { type Log, reach } from '@yaji/platform';
import { type Attempt, attempt } from './attempt.ts';
import type { Encoding } from './encoding.ts';
import { scrub } from './scrub.ts';

/** Pauses before a push that broke off is tried again. */
const pausesMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** One that has been live so long did not break off of what the one before did. */
const steadyMs = 30_000;
/** Without having been live for so long a push is given up. */
const usualGiveUpMs = 600_000;
/** What trying again does not mend. */
const hopeless: ReadonlySet<PushFault> = new Set(['address-unknown', 'address-unreadable', 'host-forbidden']);

/** `ready`: resolves when a program has something to show. `find`: the push's address as it is kept now. `giveUp`: is asked again after a pause when it rejects. */
export type PushOptions = {
  pushId: PushId; roomId: string; ffmpeg: string; encoding: Encoding; log: Log; allowPrivate: boolean; giveUpMs?: number | undefined;
  ready: () => Promise<void>; find: () => Promise<KeptPush | null>; giveUp: (why: PushFault) => Promise<void>;
};

/** One push of a room from its start to its end: tried again after longer and longer pauses, and given up in the end. */
export class Push {
  private readonly stopping = new AbortController();
  private current: Attempt | null = null;
  private told: Omit<PushState, 'pushId' | 'againInMs'> = { state: 'connecting', why: null };
  private againAt: number | null = null;
  private failures = 0;
  private liveAt = Date.now();

  constructor(private readonly options: PushOptions) {
    void this.run();
  }

  get state(): PushState {
    const { againAt } = this;
    return { pushId: this.options.pushId, ...this.told, againInMs: againAt === null ? null : Math.max(0, againAt - Date.now()) };
  }

  stop(): void {
    this.stopping.abort();
    this.current?.stop();
  }

  private isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async run(): Promise<void> {
    const { giveUpMs = usualGiveUpMs } = this.options;
    while (!this.isStopped()) {
      const why = await this.once().catch((cause: unknown) => this.failed(cause));
      if (this.isStopped() || why === null) return;
      if (hopeless.has(why) || Date.now() - this.liveAt > giveUpMs) {
        if (await this.end(why)) return;
      }
      await this.rest(why);
    }
  }

  /** Null: it was stopped. */
  private async once(): Promise<PushFault | null> {
    const { ffmpeg, encoding, allowPrivate, ready, find } = this.options;
    await ready();
    const kept = await find();
    if (!kept) return 'address-unknown';
    const { address } = kept;
    if (!address) return 'address-unreadable';
    const reached = await reach(address.host, allowPrivate);
    if (!reached.ok) return reached.error;
    if (this.isStopped()) return null;
    const begunAt = Date.now();
    this.current = await attempt({ ffmpeg, encoding, address, addresses: reached.value, live: () => this.arrived() });
    if (this.isStopped()) this.current.stop();
    const { why, complaint } = await this.current.ended;
    if (this.told.state === 'live') {
      this.liveAt = Date.now();
      if (this.liveAt - begunAt > steadyMs) this.failures = 0;
    }
    if (why !== null) this.note(why, complaint, address);
    return why;
  }

  private arrived(): void {
    this.told = { state: 'live', why: null };
    this.options.log.info({ roomId: this.options.roomId, pushId: this.options.pushId }, 'a push has arrived');
  }

  private note(why: PushFault, complaint: string, address: PushAddress): void {
    const { log, roomId, pushId } = this.options;
    log.warn({ roomId, pushId, why, complaint: scrub(complaint, address) }, 'a push broke off; it is tried again');
  }

  private failed(cause: unknown): PushFault {
    const { log, roomId, pushId } = this.options;
    log.error({ roomId, pushId, err: cause }, 'a push could not be begun; it is tried again');
    return 'encoder';
  }

  /** False: the room does not know yet. */
  private async end(why: PushFault): Promise<boolean> {
    const { log, roomId, pushId, giveUp } = this.options;
    try {
      await giveUp(why);
      log.warn({ roomId, pushId, why }, 'a push was given up');
      return true;
    } catch (cause) {
      log.error({ roomId, pushId, err: cause }, 'that a push was given up could not be written');
      return false;
    }
  }

  private async rest(why: PushFault): Promise<void> {
    const pauseMs = pausesMs[Math.min(this.failures, pausesMs.length - 1)] ?? 0;
    this.failures += 1;
    this.told = { state: 'trouble', why };
    this.againAt = Date.now() + pauseMs;
    await wait(pauseMs, null, { signal: this.stopping.signal }).catch((cause: unknown) => { if (!this.isStopped()) throw cause; });
    this.againAt = null;
  }
}
