import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Track } from '../../apps/media/src/recorder/track/track.ts';
import { openPage } from '../pages/chromium.ts';
import { closeRoom, endTurn, giveNext, pauseTurn, resumeTurn, seeWaiting } from '../pages/desk.ts';
import { enterDesk, enterSpeaking } from '../pages/door.ts';
import { raiseHand } from '../pages/room.ts';
import { slateDevices } from '../pages/slate.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { beepsIn, flashesIn, offsets, pairs } from './avsync/instants.ts';
import { inHouse, pause } from './in-house.ts';
import { benchOptions, type Goal, report } from './report.ts';

/**
 * A page with a camera that flashes and a microphone that beeps together (`slateDevices`) has the floor for `--seconds` with a pause in the middle. What was
 * recorded is measured as it lies in the tracks, by their sidecars, and as the worker publishes it: the milliseconds that a beep comes after its flash.
 */
const goals: Goal[] = [
  ...['publishedStartMs', 'publishedAfterPauseMs', 'publishedEndMs', 'trackStartMs', 'trackAfterPauseMs', 'trackEndMs'].map((metric) => ({ metric: `${metric}Abs`, atMost: 80 })),
  ...['publishedDriftMsAbs', 'trackDriftMsAbs'].map((metric) => ({ metric, atMost: 20 })),
  // Fewer: the machine was too busy for the page to flash and beep, and the other figures say nothing.
  ...['publishedPairedShare', 'trackPairedShare'].map((metric) => ({ metric, atLeast: 0.8 })),
];
const options = benchOptions(300);
const heldMs = 6_000;
/** From the end of the talk to the published file: rendering takes a third of the talk on two cores. */
const publishPatienceMs = (seconds: number): number => 120_000 + seconds * 1_000;

const named = async (folder: string, is: (name: string) => boolean): Promise<string[]> =>
  (await readdir(folder)).filter(is).map((name) => join(folder, name));

async function published(folder: string, seconds: number): Promise<string> {
  for (const until = Date.now() + publishPatienceMs(seconds); Date.now() < until; await pause(1_000)) {
    const [file] = await named(folder, (name) => /^recording-[\d-]+\.mp4$/.test(name));
    if (file) return file;
  }
  throw new Error('the recording was not published in time');
}

/** The sound and the picture of the turn, as their sidecars place them: milliseconds of UTC. */
async function inTracks(folder: string): Promise<{ flashes: number[]; beeps: number[]; syncMs: Record<string, number> }> {
  const sidecars = await Promise.all((await named(folder, (name) => name.endsWith('.json'))).map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Track));
  const found = { flashes: [] as number[], beeps: [] as number[], syncMs: {} as Record<string, number> };
  for (const { trackId, kind, startedAtMs, syncMs } of sidecars) {
    const file = join(folder, `${trackId}.mkv`);
    const instants = (await (kind === 'audio' ? beepsIn(file) : flashesIn(file))).map((ms) => startedAtMs + syncMs + ms);
    found[kind === 'audio' ? 'beeps' : 'flashes'].push(...instants);
    found.syncMs[`${kind}SyncMs`] = syncMs;
  }
  return found;
}

const metricsOf = (prefix: string, flashes: readonly number[], beeps: readonly number[]): Record<string, number> => {
  const found = pairs(flashes, beeps);
  const told = Object.entries(offsets(found)).flatMap(([name, ms]) => {
    const metric = `${prefix}${name.slice(0, 1).toUpperCase()}${name.slice(1)}Ms`;
    return [[metric, ms], [`${metric}Abs`, Math.abs(ms)]];
  });
  return { ...Object.fromEntries(told), [`${prefix}PairedShare`]: found.length / options.seconds };
};

await inHouse(async ({ house, launch }) => {
  const salon = await house.makeSalon(smallSalon(Date.now(), { speakers: ['ann'] }));
  const desk = await openPage(await launch(), { width: 1_280, height: 760 });
  await enterDesk(desk.page, salon.doorOf('moderator'));
  const speaker = await openPage(await launch(), { scripts: [slateDevices] });
  await enterSpeaking(speaker.page, salon.doorOf('ann'));
  await desk.page.getByTestId('record').click();
  await desk.page.getByTestId('recording').first().waitFor();
  await raiseHand(speaker.page);
  await seeWaiting(desk.page, 1);
  await giveNext(desk.page);
  await pause(options.seconds * 500);
  await pauseTurn(desk.page);
  await pause(heldMs);
  await resumeTurn(desk.page);
  await pause(options.seconds * 500);
  await endTurn(desk.page);
  await closeRoom(desk.page);
  await Promise.all([desk.context.close(), speaker.context.close()]);
  const folder = join(house.system.env['YAJI_DATA_DIR'] ?? '', 'rooms', salon.roomId);
  const film = await published(folder, options.seconds);
  const { flashes, beeps, syncMs } = await inTracks(join(folder, 'tracks'));
  report('avsync', {
    seconds: options.seconds, ...metricsOf('published', await flashesIn(film), await beepsIn(film)), ...metricsOf('track', flashes, beeps), ...syncMs,
  }, goals, options);
});
