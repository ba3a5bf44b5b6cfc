import { performance } from 'node:perf_hooks';
import type { Instant } from './track.ts';

/** This process began at this instant of the machine's monotonic clock. */
const beganMs = Number(process.hrtime.bigint() / 1_000_000n) - performance.now();

/** `at`: milliseconds as `performance.now()` tells them. */
export const instantOf = (at: number): Instant => ({ monotonicMs: Math.round(beganMs + at), utcMs: utcOf(at) });

/** UTC milliseconds of a moment of `performance.now()`, by the clock of now: that of the start may have been set since. */
export const utcOf = (at: number): number => Math.round(Date.now() - (performance.now() - at));
