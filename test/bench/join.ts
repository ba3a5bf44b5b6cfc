import type { Browser } from 'playwright-core';
import { openPage } from '../pages/chromium.ts';
import { giveNext } from '../pages/desk.ts';
import { enterDesk, enterSpeaking } from '../pages/door.ts';
import { untilHeard } from '../pages/ear.ts';
import { momentsOf, noteMoments } from '../pages/moments.ts';
import { noteOnsets, onsetsOf } from '../pages/onsets.ts';
import { raiseHand, seeTurn } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { awaited, inHouse, pause } from './in-house.ts';
import { benchOptions, quantile, report, type Goal } from './report.ts';

/**
 * From the click on "Enter and listen" to the first decoded picture of the speaker, and to the first decoded sound. Each join is a
 * fresh person: own storage, own page, nothing cached but what the invitation page itself has loaded. Begin: the time of the click's own
 * event. End: the browser's first frame of a video element. Both in the same page, by the same clock.
 */
const goals: Goal[] = [{ metric: 'pictureP95Ms', atMost: 1_500 }];
const startMs = 20_000;
const joinMs = 3_500;
const most = 20;
const least = 5;
/** How long somebody reads the invitation. */
const readMs = 500;


async function joinOnce(browser: Browser, url: string): Promise<{ picture: number; sound: number }> {
  const { page, context } = await openPage(browser, { scripts: [noteMoments, noteOnsets] });
  try {
    await page.goto(url);
    await page.getByTestId('join').waitFor();
    // As long as somebody reads; also the pieces of the next page arrive meanwhile.
    await pause(readMs);
    await page.getByTestId('join').click();
    const [picture, sound] = await awaited(async () => {
      const [[first], [onset]] = [(await momentsOf(page)).pictures, await onsetsOf(page)];
      return first !== undefined && onset ? [first, onset.at] as const : undefined;
    }, 'picture and sound did not both come');
    const clicked = (await momentsOf(page)).pressed.find(({ what }) => what === 'join');
    if (!clicked) throw new Error('the click left no mark');
    return { picture: picture - clicked.at, sound: sound - clicked.at };
  } finally {
    await context.close();
  }
}

const options = benchOptions(90);
const joins = Math.max(least, Math.min(most, Math.floor((options.seconds * 1_000 - startMs) / joinMs)));
await inHouse(async ({ house, launch }) => {
  const guests = Array.from({ length: joins + 1 }, (_, guest) => `guest-${guest}`);
  const { doorOf } = await house.makeSalon(smallSalon(Date.now(), { speakers: ['ann'], attendees: guests }));
  const [shared, speaking] = [await launch(), await launch({ name: 'ann', pitch: 150 })];
  const desk = await openPage(shared, { width: 1280, height: 760 });
  await enterDesk(desk.page, doorOf('moderator'));
  const speaker = await openPage(speaking);
  await enterSpeaking(speaker.page, doorOf('ann'));
  await raiseHand(speaker.page);
  await giveNext(desk.page);
  await seeTurn(speaker.page, 1);
  await untilHeard(desk.page);
  // The first visit fills what later visitors of this machine share (the browser's code cache), and is not counted.
  const [first = '', ...others] = guests;
  await joinOnce(shared, doorOf(first));
  const waits: { picture: number; sound: number }[] = [];
  for (const guest of others) waits.push(await joinOnce(shared, doorOf(guest)));
  const [pictures, sounds] = [waits.map(({ picture }) => picture), waits.map(({ sound }) => sound)];
  report('join', {
    joins: waits.length, pictureP50Ms: quantile(pictures, 0.5), pictureP95Ms: quantile(pictures, 0.95), pictureMaxMs: Math.max(...pictures),
    soundP50Ms: quantile(sounds, 0.5), soundP95Ms: quantile(sounds, 0.95),
  }, goals, options);
});
