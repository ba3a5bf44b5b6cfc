import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../pages/house.ts';
import { prepareGround } from '../pages/ground.ts';
import { readWishes, usage, type Wishes } from './arguments.ts';
import { attendees, listeners, moderator, speakers } from './cast.ts';
import { playedTurns } from './checks/turns.ts';
import { type Evidence, isGood, judge, type Script, type Struck } from './checks/verdict.ts';
import { directions, question } from './directions.ts';
import { aftermathOf, download, earsOf, idsOf, logOf, type Scene, writtenIn } from './gather.ts';
import { play, type Played } from './play.ts';
import { probe } from './probe.ts';
import { programme } from './programme.ts';
import { gridOf, tableOf } from './table.ts';
import { gather, type Troupe } from './troupe.ts';

const endedOnRequest = 130;
const aftermathWithinMs = 240_000;

const began = Date.now();
const say = (line: string): void => { console.log(`${((Date.now() - began) / 1_000).toFixed(1).padStart(6)}  ${line}`); };

/** Whoever is there before it begins. */
async function assemble(troupe: Troupe): Promise<void> {
  await troupe.come('moderator');
  say('the moderator is at the desk');
  for (const { name } of speakers) await troupe.come(name);
  say(`${speakers.length} speakers have come, each with a microphone and a camera`);
  for (const { name } of attendees) if (name !== 'late') await troupe.come(name);
  await troupe.come('hall');
  say('the attendees and the hall display have come');
}

type Gathering = Scene & { troupe: Troupe; folder: string; struck: Struck | null; played: Played };

async function evidenceOf({ house, salon, troupe, folder, struck, played }: Gathering): Promise<Evidence> {
  const scene = { house, salon };
  const log = await logOf(scene, troupe);
  const ears = await earsOf(troupe);
  say('waiting for the recording and the minutes');
  const { recording, minutes } = await aftermathOf(scene, troupe, { withinMs: aftermathWithinMs, say });
  const film = await download(house, recording?.url, { folder, name: 'salon.mp4' });
  const text = await download(house, minutes?.url, { folder, name: 'minutes.md' });
  say('listening to the recording');
  const ids = idsOf(scene);
  const idOf = (name: string) => { const id = ids.get(name); return id ? [id] : []; };
  return {
    log, ears, struck,
    held: played.held,
    plates: new Map([moderator, ...speakers, ...attendees].flatMap(({ name, plate }) => idOf(name).map((id) => [id, plate] as const))),
    acks: troupe.all().flatMap(({ acks }) => acks.flat()),
    written: await writtenIn(scene),
    published: film === null ? null : await probe(film, playedTurns(log), speakers.flatMap(({ plate }) => Object.values(plate))),
    minutes: text === null ? null : await readFile(text, 'utf8'),
    faults: troupe.all().flatMap(({ name, faults }) => faults.map((fault) => ({ who: name, fault }))),
  };
}

function scriptOf(scene: Scene): Script {
  const ids = idsOf(scene);
  const idOf = (name: string) => ids.get(name) ?? (() => { throw new Error(`nobody is called ${name}`); })();
  return {
    speakers: directions.flatMap((line) => (line.do === 'turn' ? [idOf(line.who)] : [])),
    returned: idOf(directions.flatMap((line) => (line.do === 'turn' ? line.meanwhile : [])).find((cue) => cue.do === 'return')?.who ?? ''),
    question,
  };
}

/** What somebody needs to look into it afterwards. */
async function keepIn(keep: string, { folder, evidence }: { folder: string; evidence: Evidence }): Promise<void> {
  await mkdir(keep, { recursive: true });
  if (evidence.published) await cp(join(folder, 'salon.mp4'), join(keep, 'salon.mp4'));
  if (evidence.minutes !== null) await writeFile(join(keep, 'minutes.md'), evidence.minutes);
  await writeFile(join(keep, 'evidence.json'), JSON.stringify({ ...evidence, plates: [...evidence.plates], written: [...evidence.written] }));
}

type Stage = Wishes & { folder: string; signal: AbortSignal; hold: (end: () => Promise<unknown>) => void };

async function run({ headed, turnSeconds, kill, keep, folder, signal, hold }: Stage): Promise<boolean> {
  await prepareGround({ signal });
  say('starting a private Yaji');
  const house = await openHouse({ signal });
  hold(() => house.stop());
  const salon = await house.makeSalon(programme(Date.now()));
  const troupe = gather({ salon, folder, headed });
  hold(() => troupe.leave());
  const restarts: Struck['restarts'] = [];
  house.system.onRestart(({ name, how, afterMs }) => {
    restarts.push({ name, afterMs });
    say(`  ${name} ended (${how}); restarted in ${(afterMs / 1_000).toFixed(1)} s`);
  });
  await assemble(troupe);
  const fault = kill && (() => {
    if (!house.system.children[kill]?.kill('SIGKILL')) throw new Error(`there is no ${kill} to kill`);
    return Date.now();
  });
  const played = await play(directions, { troupe, turnMs: turnSeconds * 1_000, fault, say });
  const struck = kill && played.faultAt !== null ? { what: kill, at: played.faultAt, restarts } : null;
  const evidence = await evidenceOf({ house, salon, troupe, folder, struck, played });
  const verdict = judge(evidence, scriptOf({ house, salon }));
  console.log(`\nWhat each page decoded of the one who had the floor (energy a second, pictures a second):\n${gridOf(verdict.listeners, verdict.lines)}\n\n${tableOf(verdict.rows)}\n`);
  if (keep) await keepIn(keep, { folder, evidence });
  return isGood(verdict);
}

async function main(words: readonly string[]): Promise<number> {
  const wishes = readWishes(words);
  if ('wrong' in wishes) {
    console.error(`${wishes.wrong}\n${usage}`);
    return 2;
  }
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => { ending.abort(new Error(`ended by ${name}`)); });
  const folder = await mkdtemp(join(tmpdir(), 'yaji-demo-'));
  const held: (() => Promise<unknown>)[] = [];
  const cut = new Promise<never>((_, reject) => { ending.signal.addEventListener('abort', () => { reject(ending.signal.reason as Error); }, { once: true }); });
  try {
    const good = await Promise.race([run({ ...wishes, folder, signal: ending.signal, hold: (end) => { held.unshift(end); } }), cut]);
    say(good ? `all is as it should be, for ${listeners.length} listeners` : 'something is not as it should be');
    return good ? 0 : 1;
  } catch (error) {
    if (ending.signal.aborted) return endedOnRequest;
    console.error(error);
    return 1;
  } finally {
    for (const end of held) await end().catch((error: unknown) => { console.error(error); });
    await rm(folder, { recursive: true, force: true });
  }
}

process.exit(await main(process.argv.slice(2)));
