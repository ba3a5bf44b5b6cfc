import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPage, startBrowser } from '../pages/chromium.ts';
import { giveNext } from '../pages/desk.ts';
import { enterDesk, enterHall, enterSpeaking } from '../pages/door.ts';
import { raiseHand, seeTurn } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { numbered, ownWords, sightings } from './caption/sightings.ts';
import { noteSeen, noteSpoken, phrasesIntoFile, type Seen, type Spoken } from './caption/spoken.ts';
import { inHouse, pause } from './in-house.ts';
import { benchOptions, type Goal, quantile, report } from './report.ts';

/**
 * From the first sound of a phrase at the speaker's microphone (espeak-ng's voice in a fake one) to the first of its words in a caption on
 * the hall display, by the recogniser of the distribution; a caption without any of them is none of it. What is measured is time and not
 * the ear: the phrases have words that it knows from this voice, and `seenShare` says of how many one was seen. `settledP95Ms`: from the
 * last sound to the line that stands for good. `load`: what the machine had to do beside (processes, one minute).
 */
const goals: Goal[] = [{ metric: 'captionP95Ms', atMost: 3_000 }, { metric: 'phrases', atLeast: 20 }, { metric: 'seenShare', atLeast: 0.75 }];
const startMs = 25_000;
const least = 70_000;
const silenceSeconds = 1;
/** What is still on its way at the end. */
const restMs = 4_000;
const phrases = [
  'Good evening and welcome.', 'The river is high.', 'We meet in the garden.', 'Water is the first topic.', 'The weather is cold today.', 'People want to know the answer.',
  'My brother works in a hospital.', 'The president wrote a letter.', 'The government raised the money.', 'The university needs a library.', 'The company sold nine million books.',
  'Yesterday the minister resigned.', 'Remember the window.', 'Democracy protects the minority.', 'Music makes the children happy.', 'The doctor lives in London.',
];

const noted = <T>(page: Page, name: string): Promise<T[]> => page.evaluate((key) => (window as unknown as Record<string, T[]>)[key] ?? [], name);

const options = benchOptions(100);
await inHouse(async ({ house, launch }) => {
  const folder = await mkdtemp(join(tmpdir(), 'yaji-caption-'));
  const round = await phrasesIntoFile(folder, phrases, silenceSeconds);
  const speaking = await startBrowser({ voice: round.file });
  try {
    const { doorOf } = await house.makeSalon(smallSalon(Date.now(), { speakers: ['ann'], rules: { captions: 'engine' } }));
    const shared = await launch();
    const [desk, hall] = [await openPage(shared, { width: 1280, height: 760 }), await openPage(shared, { width: 1280, height: 720, scripts: [noteSeen] })];
    await Promise.all([enterDesk(desk.page, doorOf('moderator')), enterHall(hall.page, doorOf('hall'))]);
    const speaker = await openPage(speaking, { scripts: [noteSpoken] });
    await enterSpeaking(speaker.page, doorOf('ann'));
    await raiseHand(speaker.page);
    await giveNext(desk.page);
    await seeTurn(speaker.page, 1);
    // The recogniser reads its model once.
    await pause(6_000);
    const from = Date.now();
    await pause(Math.max(least, options.seconds * 1_000 - startMs));
    const until = Date.now();
    await pause(restMs);
    const [spoken, seen] = [await noted<Spoken>(speaker.page, 'spoken'), await noted<Seen>(hall.page, 'seen')];
    const judged = sightings(numbered(spoken.filter((phrase) => phrase.from > from && phrase.to < until), round), seen, ownWords(phrases));
    const waits = judged.flatMap((phrase) => (phrase.seenAt === null ? [] : [phrase.seenAt - phrase.from]));
    const settled = judged.flatMap((phrase) => (phrase.wholeAt === null ? [] : [phrase.wholeAt - phrase.to]));
    if (process.env['YAJI_BENCH_VERBOSE']) {
      for (const { phrase, ...one } of judged) console.log([one.from, one.to, one.seenAt ?? Number.NaN, one.wholeAt ?? Number.NaN].map((at) => Math.round(at - from)).join(' '), phrases[phrase]);
      for (const { at, text, final } of seen) console.log(Math.round(at - from), final ? 'whole' : 'half', text);
    }
    report('caption', {
      captionP50Ms: quantile(waits, 0.5), captionP95Ms: quantile(waits, 0.95), settledP50Ms: quantile(settled, 0.5), settledP95Ms: quantile(settled, 0.95),
      phrases: judged.length, seenShare: waits.length / judged.length, load: loadavg()[0] ?? Number.NaN,
    }, goals, options);
  } finally {
    await speaking.close();
    await rm(folder, { recursive: true, force: true });
  }
}, { YAJI_SPEECH_ENGINE: 'pocketsphinx' });
