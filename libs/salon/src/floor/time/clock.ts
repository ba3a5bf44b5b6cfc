/** A countdown as data: nobody sends ticks. All in milliseconds; `runningSince` null while it is paused. */
export type Clock = { allottedMs: number; spentMs: number; runningSince: number | null };

export const startClock = (allottedMs: number, at: number): Clock => ({ allottedMs, spentMs: 0, runningSince: at });

/** Time spoken so far, pauses not counted. */
export const spentMs = (clock: Readonly<Clock>, at: number): number =>
  clock.spentMs + (clock.runningSince === null ? 0 : Math.max(0, at - clock.runningSince));

/** Negative once the limit is overrun. */
export const remainingMs = (clock: Readonly<Clock>, at: number): number => clock.allottedMs - spentMs(clock, at);

export const pauseClock = (clock: Readonly<Clock>, at: number): Clock => ({ ...clock, spentMs: spentMs(clock, at), runningSince: null });

export const resumeClock = (clock: Readonly<Clock>, at: number): Clock => (clock.runningSince === null ? { ...clock, runningSince: at } : { ...clock });

/** The instant at which a running clock reaches zero; null while it is paused. */
export const runsOutAt = (clock: Readonly<Clock>): number | null =>
  clock.runningSince === null ? null : clock.runningSince + clock.allottedMs - clock.spentMs;

/** A clock that has not begun. */
export const waitingClock = (allottedMs: number): Clock => ({ allottedMs, spentMs: 0, runningSince: null });
