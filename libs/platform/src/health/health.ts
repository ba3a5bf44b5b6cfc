import type { Registry } from 'prom-client';
import type { Log } from '../log.ts';
import type { Probe } from './probes.ts';

/** What the health doors of an app need. `draining` is true from the moment the app was asked to end. */
export type Health = {
  readonly probes: readonly Probe[];
  readonly metrics: Registry;
  readonly log: Log;
  readonly secret: string;
  readonly draining: () => boolean;
};
export const HEALTH = Symbol('Health');
