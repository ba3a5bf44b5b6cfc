import type { Page } from 'playwright-core';
import type { Inbound } from '../../apps/web/src/media/inbound.ts';

/** What a page received from one producer up to a moment: `energy` and `frames` only grow while it stays the same receiver. `hushed`: it is decoded and not played. */
export type Received = { participantId: string; source: Inbound['source']; energy: number; frames: number; hushed: boolean };
/** `at`: when the browser counted it, UTC milliseconds of this machine, which is the servers' too. */
export type Sample = { at: number; received: Received[] };

/** How often an ear writes down what arrived: the exactness with which a gap or a beginning is known. Milliseconds. */
export const everyMs = 100;

type Listening = { __ear?: { samples: Sample[]; timer: ReturnType<typeof setInterval> } };

/** From now on the page writes down what it decodes, by its own account (`__yaji.inbound`). */
export const listen = (page: Page): Promise<void> => page.evaluate((every) => {
  const here = window as unknown as Listening;
  clearInterval(here.__ear?.timer);
  const samples: Sample[] = [];
  let busy = false;
  const write = async () => {
    const inbound = await window.__yaji?.inbound() ?? [];
    // A page that is busy hands its figures over late; they are of the moment when they were counted.
    const at = Math.max(0, ...inbound.map((one) => one.at ?? 0)) || Date.now();
    if (at === samples.at(-1)?.at) return;
    samples.push({ at, received: inbound.map(({ participantId, source, hushed, totalAudioEnergy, framesDecoded }) => ({ participantId, source, hushed, energy: totalAudioEnergy ?? 0, frames: framesDecoded ?? 0 })) });
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void write().finally(() => { busy = false; });
  }, every);
  here.__ear = { samples, timer };
}, everyMs);

/** Everything the page wrote down since it began to listen. */
export const heardBy = (page: Page): Promise<Sample[]> => page.evaluate(() => (window as unknown as Listening).__ear?.samples ?? []);

const patienceMs = 45_000;

/** Waits until the page decodes somebody's sound. */
export async function untilHeard(page: Page): Promise<void> {
  const sounds = async () => (await window.__yaji?.inbound() ?? []).some(({ kind, flowing, audioLevel }) => kind === 'audio' && flowing && (audioLevel ?? 0) > 0);
  await page.waitForFunction(sounds, null, { timeout: patienceMs, polling: 300 });
}
