/** The difference between the server's clock and this device's, milliseconds; better samples replace worse ones. */
export type ServerClock = { offsetMs: number; errorMs: number };

export const unsetClock: ServerClock = { offsetMs: 0, errorMs: Number.POSITIVE_INFINITY };

/** A sample: asked and answered at these times here, `now` there. The truth is within half the way there and back. */
export function sampled(clock: ServerClock, { askedAt, answeredAt, now }: { askedAt: number; answeredAt: number; now: number }): ServerClock {
  const errorMs = Math.max(0, answeredAt - askedAt) / 2;
  return errorMs <= clock.errorMs ? { offsetMs: Math.round(now - (askedAt + answeredAt) / 2), errorMs } : clock;
}

/** A message that carries the server's time and may have travelled for a while: only as a first guess. */
export const guessed = (clock: ServerClock, now: number, at: number): ServerClock => (clock.errorMs === Number.POSITIVE_INFINITY ? { offsetMs: now - at, errorMs: 1_000_000 } : clock);
