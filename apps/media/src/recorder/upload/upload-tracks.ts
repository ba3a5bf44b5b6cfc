import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Log, type Storage, StorageAway, StorageFull } from '@yaji/platform';
import { copiedBefore, type Copied, copyTrack, isSame } from './copy-track.ts';
import { type FoundTrack, markStored, removeTrack, roomsIn, tracksFolder, tracksOf, unmark } from './local-tracks.ts';

export type Uploading = {
  storage: Storage; dataDir: string; log: Log;
  /** False: a track leaves this machine `graceMs` after the storage has it, once every byte has been compared. */
  keepLocal: boolean;
  everyMs?: number; longestPauseMs?: number; graceMs?: number;
};
export type TrackUpload = { close(): Promise<void> };

/** Together with the recorder's second: what a machine that burns down takes with it. */
const usualEveryMs = 3_000;
const usualLongestPauseMs = 60_000;
/** A recording that is being made reads the tracks for as long as that takes. */
const usualGraceMs = 24 * 3_600_000;
/** A folder that was changed a moment ago may change again within the same tick of its clock. */
const settledMs = 1_000;
/** A process that ends gives its last tracks this long to arrive; the next one brings the rest. */
const lastWordsMs = 3_000;

/**
 * Copies tracks to the storage while they grow, one piece after the other, and takes up what an earlier process left. It reads only the
 * disk: the recorder knows nothing of it, and a storage that is away costs nothing but pauses.
 */
export function uploadTracks({ everyMs = usualEveryMs, longestPauseMs = usualLongestPauseMs, ...uploading }: Uploading): TrackUpload {
  const { log } = uploading;
  const round = new Round(uploading);
  const ending = new AbortController();
  let failures = 0;

  const tryOnce = async (): Promise<void> => {
    try {
      await round.run();
      if (failures > 0) log.info('the storage is back: tracks are copied again');
      failures = 0;
    } catch (err) {
      failures += 1;
      if (failures === 1) log.warn({ err }, 'tracks stay on this machine alone until the storage takes them');
    }
  };
  const running = (async () => {
    while (!ending.signal.aborted) {
      await tryOnce();
      await pause(Math.min(everyMs * 2 ** failures, Math.max(everyMs, longestPauseMs)), undefined, { signal: ending.signal }).catch((cause: unknown) => {
        if (!ending.signal.aborted) throw cause;
      });
    }
  })();

  return {
    async close() {
      ending.abort();
      const late = new AbortController();
      await Promise.race([running.then(tryOnce), pause(lastWordsMs, undefined, { signal: late.signal })]);
      late.abort();
      round.stop();
    },
  };
}

class Round {
  private readonly copied = new Map<string, Copied>();
  /** When a room's tracks were changed last, of those that are all copied. */
  private readonly done = new Map<string, number>();
  private isStopped = false;

  constructor(private readonly uploading: Omit<Uploading, 'everyMs' | 'longestPauseMs'>) {}

  stop(): void {
    this.isStopped = true;
  }

  /** Rejects when the storage is away or full. A track that cannot be copied for another reason is logged and does not hold up the others. */
  async run(): Promise<void> {
    for (const roomId of await roomsIn(this.uploading.dataDir)) await this.room(roomId);
  }

  private async room(roomId: string): Promise<void> {
    const { dataDir, keepLocal } = this.uploading;
    const changedAt = (await stat(tracksFolder(dataDir, roomId)).catch(() => null))?.mtimeMs;
    if (changedAt === undefined || (keepLocal && this.done.get(roomId) === changedAt)) return;
    const isSettled = Date.now() - changedAt > settledMs;
    let isDone = true;
    for (const track of await tracksOf(dataDir, roomId)) {
      if (this.isStopped) return;
      isDone = (await this.track(track)) && isDone;
    }
    if (isDone && isSettled) this.done.set(roomId, changedAt);
  }

  /** Answers whether there is nothing to be done for it before it changes. */
  private async track(track: FoundTrack): Promise<boolean> {
    const { storage, log } = this.uploading;
    try {
      if (track.storedAt !== null) return await this.letGo(track, track.storedAt);
      const copied = this.copied.get(track.trackId) ?? await copiedBefore(track, storage);
      this.copied.set(track.trackId, copied);
      // Without a sidecar there it was not finished.
      if (!await copyTrack(track, copied, storage, () => this.isStopped)) return copied.sidecar !== '';
      await markStored(track);
      this.copied.delete(track.trackId);
      return false;
    } catch (err) {
      if (err instanceof StorageAway || err instanceof StorageFull) throw err;
      log.error({ roomId: track.roomId, trackId: track.trackId, err }, 'a track could not be copied');
      return true;
    }
  }

  private async letGo(track: FoundTrack, storedAt: number): Promise<boolean> {
    const { storage, keepLocal, graceMs = usualGraceMs, log } = this.uploading;
    if (keepLocal || Date.now() - storedAt < graceMs) return true;
    if (await isSame(track, storage)) {
      await removeTrack(track);
      return true;
    }
    log.error({ roomId: track.roomId, trackId: track.trackId }, 'the storage has something else than was recorded: it is copied again');
    await unmark(track);
    return false;
  }
}
