import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Transcript } from '@yaji/contracts';
import { openPage, startBrowser } from '../pages/chromium.ts';
import { giveNext } from '../pages/desk.ts';
import { enterDesk, enterHall, enterSpeaking, sessionToken } from '../pages/door.ts';
import { raiseHand, seeTurn } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { noteSeen, noteSpoken, phrasesIntoFile, type Seen, type Spoken } from './caption/spoken.ts';
import { inHouse, pause } from './in-house.ts';
import { benchOptions, type Goal, quantile, report } from './report.ts';

/**
 * From the first sound of a phrase at the speaker's microphone (espeak-ng's voice in a fake one) to a caption of that phrase on the hall
 * display, by the recogniser of the distribution. Its words are mostly wrong and are not judged: a line belongs to the phrase in whose time
 * its own words lie. `missedShare`: phrases of which no line came.
 */
const goals: Goal[] = [{ metric: 'captionP95Ms', atMost: 3_000 }];
const startMs = 25_000;
const silenceSeconds = 2;
/** A line's times are the recogniser's. */
const slackMs = 500;
/** What is still on its way at the end. */
const restMs = 4_000;
const phrases = ['Good evening and welcome.', 'The river is high.', 'We meet in the garden.', 'Who has a question?', 'Water is the first topic.', 'Thank you very much.'];

const noted = <T>(page: Page, name: string): Promise<T[]> => page.evaluate((key) => (window as unknown as Record<string, T[]>)[key] ?? [], name);

const options = benchOptions(90);
await inHouse(async ({ house, launch }) => {
  const folder = await mkdtemp(join(tmpdir(), 'yaji-caption-'));
  const speaking = await startBrowser({ voice: await phrasesIntoFile(folder, phrases, silenceSeconds) });
  try {
    const { doorOf, made, roomId } = await house.makeSalon(smallSalon(Date.now(), { speakers: ['ann'], rules: { captions: 'engine' } }));
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
    await pause(Math.max(20_000, options.seconds * 1_000 - startMs));
    const until = Date.now();
    await pause(restMs);
    const [spoken, seen, { lines }] = [await noted<Spoken>(speaker.page, 'spoken'), await noted<Seen>(hall.page, 'seen'), await house.ask<Transcript>(`/rooms/${roomId}/transcript`, await sessionToken(desk.page, made.salonId))];
    const seenAt = new Map(seen.map(({ line, at }) => [line, at]));
    const judged = spoken.filter((phrase) => phrase.from > from && phrase.to < until);
    const waits = judged.flatMap((phrase) => {
      const first = Math.min(...lines.filter(({ fromAt, toAt }) => fromAt < phrase.to + slackMs && toAt > phrase.from).flatMap(({ lineId }) => seenAt.get(lineId) ?? []));
      return Number.isFinite(first) ? [first - phrase.from] : [];
    });
    if (process.env['YAJI_BENCH_VERBOSE']) console.log(JSON.stringify({ judged: judged.map((p) => [p.from - from, p.to - from]), lines: lines.map((l) => [l.fromAt - from, l.toAt - from, (seenAt.get(l.lineId) ?? 0) - from, l.text]) }));
    report('caption', { captionP50Ms: quantile(waits, 0.5), captionP95Ms: quantile(waits, 0.95), phrases: judged.length, missedShare: 1 - waits.length / judged.length }, goals, options);
  } finally {
    await speaking.close();
    await rm(folder, { recursive: true, force: true });
  }
}, { YAJI_SPEECH_ENGINE: 'pocketsphinx' });
