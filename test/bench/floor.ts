import type { Page } from 'playwright-core';
import { openPage } from '../pages/chromium.ts';
import { giveNext, seeWaiting } from '../pages/desk.ts';
import { plainMicrophone } from '../pages/devices.ts';
import { enterDesk, enterListening, enterSpeaking } from '../pages/door.ts';
import type { Salon } from '../pages/house.ts';
import { momentsOf, noteMoments } from '../pages/moments.ts';
import { noteOnsets } from '../pages/onsets.ts';
import { raiseHand, seeTurn } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { inHouse, onsetAfter, pause, type Stage } from './in-house.ts';
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

type Cast = { desk: Page; listener: Page; speakers: [Page, Page] };

async function assemble({ doorOf }: Salon, launch: Stage['launch']): Promise<Cast> {
  const shared = await launch();
  const desk = await openPage(shared, { width: 1280, height: 760, scripts: [noteMoments] });
  await enterDesk(desk.page, doorOf('moderator'));
  const speakers: Page[] = [];
  for (const [name, pitch] of [['ann', 150], ['bob', 230]] as const) {
    const { page } = await openPage(await launch({ name, pitch }), { scripts: [plainMicrophone] });
    await enterSpeaking(page, doorOf(name));
    speakers.push(page);
  }
  const listener = await openPage(shared, { scripts: [noteOnsets] });
  await enterListening(listener.page, doorOf('listener'));
  return { desk: desk.page, listener: listener.page, speakers: speakers as [Page, Page] };
}


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
  return await onsetAfter(listener, pressed.at) - pressed.at;
}

const options = benchOptions(75);
const grants = Math.max(least, Math.min(most, Math.floor((options.seconds * 1_000 - startMs) / grantMs)));
await inHouse(async ({ house, launch }) => {
  const salon = await house.makeSalon(smallSalon(Date.now(), { speakers: ['ann', 'bob'], attendees: ['listener'] }));
  const cast = await assemble(salon, launch);
  // Nothing tells when a connection's own measuring of its bandwidth is over, so everybody's media is given time to settle.
  await pause(settleMs);
  // The first turn is not measured: it opens the listener's sound device.
  await grant(cast, 1);
  const waits: number[] = [];
  for (let turn = 2; turn <= grants + 1; turn += 1) waits.push(await grant(cast, turn));
  report('floor', { grants: waits.length, p50Ms: quantile(waits, 0.5), p95Ms: quantile(waits, 0.95), maxMs: Math.max(...waits), minMs: Math.min(...waits) }, goals, options);
});
