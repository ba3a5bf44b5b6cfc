import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openHouse } from '../../pages/house.ts';
import { prepareGround } from '../../pages/ground.ts';
import { playedTurns } from '../checks/turns.ts';
import { type Evidence, isGood, judge, type Script, type Struck } from '../checks/verdict.ts';
import { earsOf, idsOf, logOf, publishedIn, type Scene, writtenIn } from '../evidence.ts';
import { probe } from '../probe.ts';
import type { Stage } from '../stage.ts';
import { gridOf, tableOf } from '../table.ts';
import { attendees, listeners, moderator, speakers } from './cast.ts';
import { directions, question } from './directions.ts';
import { play, type Played } from './play.ts';
import { programme } from './programme.ts';
import { gather, type Troupe } from './troupe.ts';

/** Whoever is there before it begins. */
async function assemble(troupe: Troupe, say: Stage['say']): Promise<void> {
  await troupe.come('moderator');
  say('the moderator is at the desk');
  for (const { name } of speakers) await troupe.come(name);
  say(`${speakers.length} speakers have come, each with a microphone and a camera`);
  for (const { name } of attendees) if (name !== 'late') await troupe.come(name);
  await troupe.come('hall');
  say('the attendees and the hall display have come');
}

type Gathering = Scene & { troupe: Troupe; folder: string; struck: Struck | null; played: Played; say: Stage['say'] };

async function evidenceOf({ house, salon, troupe, folder, struck, played, say }: Gathering): Promise<Evidence> {
  const scene = { house, salon };
  const desk = troupe.of('moderator').page;
  const log = await logOf(scene, desk);
  const ears = await earsOf(listeners.map((name) => troupe.of(name)));
  const { film, minutes } = await publishedIn(scene, desk, { folder, film: 'salon.mp4', say });
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
    minutes: minutes === null ? null : await readFile(minutes, 'utf8'),
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

/** A member salon in small: six turns of four speakers, heard by three attendees and a hall. */
export async function playSalon({ headed, turnSeconds, kill, keep, folder, signal, hold, say }: Stage): Promise<boolean> {
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
  await assemble(troupe, say);
  const fault = kill && (() => {
    if (!house.system.children[kill]?.kill('SIGKILL')) throw new Error(`there is no ${kill} to kill`);
    return Date.now();
  });
  const played = await play(directions, { troupe, turnMs: turnSeconds * 1_000, fault, say });
  const struck = kill && played.faultAt !== null ? { what: kill, at: played.faultAt, restarts } : null;
  const evidence = await evidenceOf({ house, salon, troupe, folder, struck, played, say });
  const verdict = judge(evidence, scriptOf({ house, salon }));
  console.log(`\nWhat each page decoded of the one who had the floor (from the grant to the first sound, energy a second, pictures a second):\n${gridOf(verdict.listeners, verdict.lines)}\n\n${tableOf(verdict.rows)}\n`);
  if (keep) await keepIn(keep, { folder, evidence });
  return isGood(verdict);
}
