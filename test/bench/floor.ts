import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openPage, startBrowser } from '../pages/chromium.ts';
import { giveNext, seeWaiting } from '../pages/desk.ts';
import { plainMicrophone } from '../pages/devices.ts';
import { enterDesk, enterListening, enterSpeaking } from '../pages/door.ts';
import { prepareGround } from '../pages/ground.ts';
import { type House, openHouse, type Salon } from '../pages/house.ts';
import { humIntoFile } from '../pages/hum.ts';
import { momentsOf, noteMoments } from '../pages/moments.ts';
import { noteOnsets, onsetsOf } from '../pages/onsets.ts';
import { raiseHand, seeTurn } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { benchOptions, quantile, report, type Goal } from './report.ts';

/**
 * From the moderator's key to the first decoded sound at a listener. Two speakers with a steady hum as voice take the floor in turn;
 * both are in the green room whenever they do not speak. Begin: the time of the key's own event in the desk's page. End: the onset that
 * the listener's page notices (`noteOnsets`: decoded, played, at most 10 ms late). Pages and servers share this machine's clock.
 */
const goals: Goal[] = [{ metric: 'p50Ms', atMost: 250 }, { metric: 'p95Ms', atMost: 500 }];
const startMs = 25_000;
const grantMs = 1_800;
const most = 20;
const least = 5;
/** How long somebody looks before giving the floor, and how long the media plane is left alone at first. */
const [lookMs, settleMs] = [500, 3_000];
/** How long a sound is waited for, and how often it is asked for. */
const [patienceMs, everyMs] = [5_000, 100];

type Cast = { desk: Page; listener: Page; speakers: [Page, Page] };

async function assemble({ doorOf }: Salon, folder: string, hold: (browser: Browser) => void): Promise<Cast> {
  const open = async (voice?: string): Promise<Browser> => {
    const browser = await startBrowser(voice ? { voice } : {});
    hold(browser);
    return browser;
  };
  const shared = await open();
  const desk = await openPage(shared, { width: 1280, height: 760, scripts: [noteMoments] });
  await enterDesk(desk.page, doorOf('moderator'));
  const speakers: Page[] = [];
  for (const [name, pitch] of [['ann', 150], ['bob', 230]] as const) {
    const { page } = await openPage(await open(await humIntoFile(folder, name, pitch)), { scripts: [plainMicrophone] });
    await enterSpeaking(page, doorOf(name));
    speakers.push(page);
  }
  const listener = await openPage(shared, { scripts: [noteOnsets] });
  await enterListening(listener.page, doorOf('listener'));
  return { desk: desk.page, listener: listener.page, speakers: speakers as [Page, Page] };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** One grant; answers the milliseconds until it was heard. */
async function grant({ desk, listener, speakers }: Cast, turn: number): Promise<number> {
  const speaker = speakers[turn % 2 === 1 ? 0 : 1];
  await raiseHand(speaker);
  await seeWaiting(desk, 1);
  // A moderator looks before giving: the pages have drawn the hand, and what is measured is the grant alone.
  await pause(lookMs);
  await giveNext(desk);
  await seeTurn(listener, turn);
  const pressed = (await momentsOf(desk)).pressed.findLast(({ what }) => what === 'key:n');
  if (!pressed) throw new Error(`turn ${turn} was not given`);
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(everyMs)) {
    const onset = (await onsetsOf(listener)).find(({ at }) => at > pressed.at);
    if (onset) return onset.at - pressed.at;
  }
  throw new Error(`turn ${turn} was not heard within ${patienceMs} ms`);
}

const options = benchOptions(75);
const grants = Math.max(least, Math.min(most, Math.floor((options.seconds * 1_000 - startMs) / grantMs)));
const folder = await mkdtemp(join(tmpdir(), 'yaji-bench-'));
const browsers: Browser[] = [];
let house: House | null = null;
try {
  await prepareGround({ quiet: true });
  house = await openHouse();
  const salon = await house.makeSalon(smallSalon(Date.now(), { speakers: ['ann', 'bob'], attendees: ['listener'] }));
  const cast = await assemble(salon, folder, (browser) => { browsers.push(browser); });
  // Nothing tells when a connection's own measuring of its bandwidth is over, so everybody's media is given time to settle.
  await pause(settleMs);
  // The first turn is not measured: it opens the listener's sound device.
  await grant(cast, 1);
  const waits: number[] = [];
  for (let turn = 2; turn <= grants + 1; turn += 1) waits.push(await grant(cast, turn));
  report('floor', { grants: waits.length, p50Ms: quantile(waits, 0.5), p95Ms: quantile(waits, 0.95), maxMs: Math.max(...waits), minMs: Math.min(...waits) }, goals, options);
} finally {
  await Promise.allSettled(browsers.map((browser) => browser.close()));
  await house?.stop();
  await rm(folder, { recursive: true, force: true });
}
