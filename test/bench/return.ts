import type { Page } from 'playwright-core';
import { openPage } from '../pages/chromium.ts';
import { endTurn, giveNext, seeWaiting } from '../pages/desk.ts';
import { plainMicrophone } from '../pages/devices.ts';
import { enterDesk, enterListening, enterSpeaking, untilLive } from '../pages/door.ts';
import type { Salon } from '../pages/house.ts';
import { momentsOf, noteMoments } from '../pages/moments.ts';
import { noteOnsets } from '../pages/onsets.ts';
import { raiseHand, seeTurn } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { noteSteps, type Step, stepsOf } from '../pages/steps.ts';
import { awaited, inHouse, onsetAfter, type Stage } from './in-house.ts';
import { benchOptions, quantile, report, type Goal } from './report.ts';

/**
 * A speaker's page is loaded anew and she is given the floor as soon as it shows the room. `heard…Ms`: from the moderator's key to the
 * first decoded sound at a listener (as `bench floor` measures). The others: medians of the steps on the way, from the reload's navigation.
 */
const goals: Goal[] = [{ metric: 'heardP50Ms', atMost: 500 }, { metric: 'heardMaxMs', atMost: 1_000 }];
const startMs = 25_000;
const returnMs = 5_000;
const most = 12;
const least = 5;

/** The steps as `noteSteps` names them: those of the speaker, and of the listener. */
const said = {
  live: 'snapshot', microphoneOpen: 'microphone!', nodeReached: 'media!', deviceAllowed: 'mayProduce', transportMade: 'createTransport!',
  producing: 'produce?', sendConnected: 'send connected', firstPacket: 'first packet',
};
const heard = { offered: 'consumer', resumed: 'resumeConsumer!' };

type Cast = { desk: Page; listener: Page; speaker: Page };

async function assemble({ doorOf }: Salon, launch: Stage['launch']): Promise<Cast> {
  const shared = await launch();
  const desk = await openPage(shared, { width: 1280, height: 760, scripts: [noteMoments] });
  await enterDesk(desk.page, doorOf('moderator'));
  const { page: speaker } = await openPage(await launch({ name: 'ann', pitch: 150 }), { scripts: [plainMicrophone, noteSteps] });
  await enterSpeaking(speaker, doorOf('ann'));
  const listener = await openPage(shared, { scripts: [noteOnsets, noteSteps] });
  await enterListening(listener.page, doorOf('listener'));
  return { desk: desk.page, listener: listener.page, speaker };
}

type Return = { heardMs: number; steps: Map<string, number> };

const timesOf = (names: Record<string, string>, steps: readonly Step[], since: number): [string, number][] =>
  Object.entries(names).map(([name, what]) => [`${name}Ms`, (steps.find((step) => step.what === what && step.at > since)?.at ?? Number.NaN) - since]);

/** The steps since the last navigation, once all that are expected have been taken: the last may follow the first sound by a moment. */
const allSteps = async (page: Page, names: Record<string, string>, since: number): Promise<[string, number][]> => await awaited(async () => {
  const times = timesOf(names, await stepsOf(page), since);
  return times.some(([, ms]) => Number.isNaN(ms)) ? undefined : times;
}, `not all of these steps were taken: ${Object.keys(names).join(', ')}`);

async function comeBack({ desk, listener, speaker }: Cast, turn: number): Promise<Return> {
  await raiseHand(speaker);
  await seeWaiting(desk, 1);
  await speaker.reload({ waitUntil: 'commit' });
  await untilLive(speaker);
  await giveNext(desk);
  await seeTurn(listener, turn);
  const pressed = (await momentsOf(desk)).pressed.findLast(({ what }) => what === 'key:n')?.at ?? Number.NaN;
  const onset = await onsetAfter(listener, pressed);
  const since = (await stepsOf(speaker)).find(({ what }) => what === 'navigation')?.at ?? Number.NaN;
  const steps = new Map([...await allSteps(speaker, said, since), ...await allSteps(listener, heard, since), ['grantedMs', pressed - since] as const]);
  await endTurn(desk);
  return { heardMs: onset - pressed, steps };
}

const options = benchOptions(75);
const returns = Math.max(least, Math.min(most, Math.floor((options.seconds * 1_000 - startMs) / returnMs)));
await inHouse(async ({ house, launch }) => {
  const salon = await house.makeSalon(smallSalon(Date.now(), { speakers: ['ann'], attendees: ['listener'] }));
  const cast = await assemble(salon, launch);
  // The first turn is not measured: it opens the listener's sound device.
  await comeBack(cast, 1);
  const all: Return[] = [];
  for (let turn = 2; turn <= returns + 1; turn += 1) all.push(await comeBack(cast, turn));
  const waits = all.map(({ heardMs }) => heardMs);
  const names = [...all[0]?.steps.keys() ?? []];
  const steps = Object.fromEntries(names.map((name) => [name, quantile(all.map((one) => one.steps.get(name) ?? Number.NaN), 0.5)]));
  report('return', { returns: waits.length, heardP50Ms: quantile(waits, 0.5), heardMaxMs: Math.max(...waits), heardMinMs: Math.min(...waits), ...steps }, goals, options);
});
