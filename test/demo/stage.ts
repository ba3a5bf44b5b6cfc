import type { Wishes } from './arguments.ts';

/** What a scenario is played with. `hold`: what is to be ended afterwards, whatever happens; the latest first. */
export type Stage = Wishes & { folder: string; signal: AbortSignal; hold: (end: () => Promise<unknown>) => void; say: (line: string) => void };

/** Plays it and prints what was found; answers whether all is as it should be. */
export type Scenario = (stage: Stage) => Promise<boolean>;
