import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../pages/chromium.ts';
import { prepareGround } from '../pages/ground.ts';
import { type House, openHouse } from '../pages/house.ts';
import { humIntoFile } from '../pages/hum.ts';
import { onsetsOf } from '../pages/onsets.ts';

/** `launch`: one more browser; with a voice, its microphone hears a steady hum of that pitch in Hz. */
export type Stage = { house: House; launch: (voice?: { name: string; pitch: number }) => Promise<Browser> };

/** Measures pages in a house of their own, whose programs are told `env`. Whatever was started is ended again, also when measuring fails. */
export async function inHouse(measure: (stage: Stage) => Promise<void>, env: Record<string, string> = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yaji-bench-'));
  const browsers: Browser[] = [];
  let house: House | null = null;
  try {
    await prepareGround({ quiet: true });
    house = await openHouse({ env });
    const launch: Stage['launch'] = async (voice) => {
      const browser = await startBrowser(voice ? { voice: await humIntoFile(folder, voice.name, voice.pitch) } : {});
      browsers.push(browser);
      return browser;
    };
    await measure({ house, launch });
  } finally {
    await Promise.allSettled(browsers.map((browser) => browser.close()));
    await house?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** How long something on a page is waited for, and how often it is asked for; asking takes time of the page that is measured. */
const [patienceMs, everyMs] = [15_000, 100];

/** Asks until there is an answer. Throws with `missing` when there is none in time. */
export async function awaited<Answer>(ask: () => Promise<Answer | undefined>, missing: string): Promise<Answer> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(everyMs)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`within ${patienceMs} ms ${missing}`);
}

/** When the first sound after a moment began on a listener's page, waited for. */
export const onsetAfter = async (listener: Page, since: number): Promise<number> =>
  (await awaited(async () => (await onsetsOf(listener)).find(({ at }) => at > since), 'nothing was heard')).at;
