import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { browserPath, openPage, type PageWishes, startBrowser } from '../pages/chromium.ts';
import { houseAt, type OpenHouse, type Salon, type Written } from '../pages/house.ts';
import { humIntoFile } from '../pages/hum.ts';

/** The house of all journeys (`one-house.mjs`), and the browsers of one file. */
export type Visit = {
  salon: (programme: Written) => Promise<Salon>;
  /** A fresh person at the browser. It is closed after the journey, which fails if a script of its page has. */
  person: (wishes?: PageWishes & { voice?: boolean }) => Promise<Page>;
  house: OpenHouse;
};

const closeMs = 60_000;

/** Journeys through the pages of a private system; skipped, and said so once, where there is no browser. */
export function journeys(name: string, tell: (visit: Visit) => void): void {
  if (!browserPath()) {
    console.warn(`\n!!! NO BROWSER: the journeys "${name}" are SKIPPED. Install chromium or name one in CHROME_BIN. !!!\n`);
    describe.skip(name, () => { it('needs a browser', () => undefined); });
    return;
  }
  describe(name, () => {
    const house = houseAt(JSON.parse(process.env['YAJI_HOUSE'] ?? '') as OpenHouse['system']);
    let folder: string;
    const browsers = new Map<string, Promise<Browser>>();
    const visitors: { context: BrowserContext; faults: string[] }[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'yaji-journeys-'));
    });

    afterEach(async () => {
      const left = visitors.splice(0);
      await Promise.all(left.map(({ context }) => context.close()));
      const faults = left.flatMap((one) => one.faults);
      if (faults.length > 0) throw new Error(`a page failed: ${faults.join('; ')}`);
    });

    afterAll(async () => {
      await Promise.allSettled([...browsers.values()].map(async (browser) => (await browser).close()));
      await rm(folder, { recursive: true, force: true });
    }, closeMs);

    const browserWith = (voice: boolean): Promise<Browser> => {
      const key = voice ? 'voice' : 'plain';
      const known = browsers.get(key);
      if (known) return known;
      const started = voice ? humIntoFile(folder, 'hum', 160).then((file) => startBrowser({ voice: file })) : startBrowser();
      browsers.set(key, started);
      return started;
    };

    tell({
      salon: house.makeSalon,
      person: async ({ voice = false, ...wishes } = {}) => {
        const { page, context, faults } = await openPage(await browserWith(voice), wishes);
        visitors.push({ context, faults });
        return page;
      },
      house,
    });
  });
}
