import type { JobProgress } from '@yaji/contracts';

type Progress = Pick<JobProgress, 'percent' | 'leftMs' | 'step'>;
/** Why work was stopped before its end. `closing`: this process shuts down; `lost`: another has taken the job over. */
export type Stop = 'closing' | 'lost' | 'cancelled' | 'stuck';

/** Stopped from outside, with the reason as a sentence. */
export class WorkStopped extends Error {
  override readonly name = 'WorkStopped';
  constructor(readonly stop: Stop, message: string) {
    super(message);
  }
}

export type Watch = {
  /** For the work: aborted with a WorkStopped. */
  signal: AbortSignal;
  /** The work has told how far it is. */
  hear(progress: Progress): void;
  /** Rejects some time after the signal, for work that takes no notice of it. */
  givenUp: Promise<never>;
  end(): void;
};

export type WatchOptions = {
  /** Aborted with `closing` or `lost` by whoever runs the job. */
  outside: AbortSignal;
  /** So long may work tell nothing new. Milliseconds. */
  quietMs: number;
  /** So often is looked. Milliseconds. */
  lookEveryMs: number;
  isCancelled: () => Promise<boolean>;
};

/** Work that does not stop by then is left to itself: what it publishes later is guarded against doubling. */
const noticeMs = 5_000;

const asWords = (ms: number): string => (ms >= 60_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 100) / 10} s`);

/** Keeps an eye on one run of a job: whether it still gets on, and whether somebody wants it ended. */
export function watchOver({ outside, quietMs, lookEveryMs, isCancelled }: WatchOptions): Watch {
  const stopping = new AbortController();
  let last: { at: number; told: Progress | null } = { at: Date.now(), told: null };
  let noticed: NodeJS.Timeout | null = null;
  let giveUp: (reason: Error) => void = () => undefined;
  const givenUp = new Promise<never>((_, reject) => { giveUp = reject; });
  // Without a run to race against nobody hears it.
  givenUp.catch(() => undefined);
  const stop = (why: Stop, words: string): void => {
    if (stopping.signal.aborted) return;
    const reason = new WorkStopped(why, words);
    noticed = setTimeout(() => { giveUp(reason); }, noticeMs);
    stopping.abort(reason);
  };
  const whenOutside = (): void => { stop(outside.reason === 'lost' ? 'lost' : 'closing', String(outside.reason)); };
  const look = async (): Promise<void> => {
    if (Date.now() - last.at >= quietMs) stop('stuck', stuckWords(quietMs, last.told));
    // Without Redis nobody can have cancelled it.
    else if (await isCancelled().catch(() => false)) stop('cancelled', 'cancelled');
  };
  const looking = setInterval(() => void look(), lookEveryMs);
  outside.addEventListener('abort', whenOutside);
  if (outside.aborted) whenOutside();
  return {
    signal: stopping.signal, givenUp,
    hear(told) {
      if (last.told?.percent !== told.percent || last.told.step !== told.step) last = { at: Date.now(), told };
    },
    end() {
      clearInterval(looking);
      if (noticed) clearTimeout(noticed);
      outside.removeEventListener('abort', whenOutside);
    },
  };
}

const stuckWords = (quietMs: number, told: Progress | null): string =>
  `no progress for ${asWords(quietMs)}${told?.step ? ` at step ${told.step} (${Math.round(told.percent)} %)` : ''}`;
