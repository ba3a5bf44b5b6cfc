/** How far a job is. `percent` 0 to 100; `leftMs` null where it cannot be told; `step` names what is being done. */
export type Told = { percent: number; leftMs: number | null; step: Step };
export type Step = 'reading' | 'hearing' | 'cutting' | 'joining' | 'storing' | 'writing' | 'stock';
export type Tell = (told: Told) => void;

/** What every job is given: `signal` aborts when the worker closes; `now` is UTC milliseconds. */
export type Course = { tell: Tell; signal: AbortSignal; now: () => number };

/** Steps of a long job on one scale: each takes its part of the hundred, and from the time gone by the rest is estimated. */
export function scale(tell: Tell, now: () => number): (step: Step, from: number, to: number) => (fraction: number) => void {
  const startedAt = now();
  return (step, from, to) => (fraction) => {
    const percent = from + (to - from) * Math.min(1, Math.max(0, fraction));
    const goneMs = now() - startedAt;
    // The first moments say nothing about the rest.
    const leftMs = percent < 5 || goneMs < 1_000 ? null : Math.round((goneMs * (100 - percent)) / percent);
    tell({ percent: Math.round(percent * 10) / 10, leftMs, step });
  };
}
