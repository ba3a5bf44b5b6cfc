import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openHouse } from '../../pages/house.ts';
import { prepareGround } from '../../pages/ground.ts';
import { playedTurns } from '../checks/turns.ts';
import { type Evidence, isGood, judge, type Script, type Struck } from '../checks/verdict.ts';
import { type Accounts, accountsOf } from '../account/accounts.ts';
import { accountRows } from '../checks/accounts.ts';
import { earsOf, idsOf, logOf, publishedIn, type Scene, writtenIn } from '../evidence.ts';
import { probe } from '../probe.ts';
import type { Stage } from '../stage.ts';
import { gridOf, tableOf } from '../table.ts';
import { attendees, listeners, moderator, speakers } from './cast.ts';
import { directions, question } from './directions.ts';
import { play, type Played } from './play.ts';
import { speechService } from '../../support/speech/speech-service.ts';
import { type Liar, startLiar } from './liar.ts';
import { programme, timeZone } from './programme.ts';
import { listenerOf, rehearse, type Rehearsal, saidBy } from './rehearsal.ts';
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

type Gathering = Scene & { troupe: Troupe; rehearsal: Rehearsal; folder: string; struck: Struck | null; played: Played; say: Stage['say'] };

async function evidenceOf({ house, salon, troupe, rehearsal, folder, struck, played, say }: Gathering): Promise<{ evidence: Evidence; accounts: Accounts }> {
  const scene = { house, salon };
  const desk = troupe.of('moderator').page;
  const ears = await earsOf(listeners.map((name) => troupe.of(name)));
  const { film, minutes, recording } = await publishedIn(scene, desk, { folder, film: 'salon.mp4', say });
  const accounts = await accountsOf(scene, desk, { folder, film, recording, sentences: rehearsal.sentences, say });
  const log = await logOf(scene, desk);
  say('listening to the recording');
  const ids = idsOf(scene);
  const idOf = (name: string) => { const id = ids.get(name); return id ? [id] : []; };
  const evidence = {
    log, ears, struck,
    held: played.held,
    plates: new Map([moderator, ...speakers, ...attendees].flatMap(({ name, plate }) => idOf(name).map((id) => [id, plate] as const))),
    acks: troupe.all().flatMap(({ acks }) => acks.flat()),
    written: await writtenIn(scene),
    published: film === null ? null : await probe(film, playedTurns(log), speakers.flatMap(({ plate }) => Object.values(plate))),
    minutes: minutes === null ? null : await readFile(minutes, 'utf8'),
    faults: troupe.all().flatMap(({ name, faults }) => faults.map((fault) => ({ who: name, fault }))),
  };
  return { evidence, accounts };
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
async function keepIn(keep: string, { folder, evidence, accounts }: { folder: string; evidence: Evidence; accounts: Accounts }): Promise<void> {
  await mkdir(keep, { recursive: true });
  for (const name of await readdir(folder)) if (/\.(mp4|docx|pdf|jpg)$/.test(name)) await cp(join(folder, name), join(keep, name));
  if (evidence.minutes !== null) await writeFile(join(keep, 'minutes.md'), evidence.minutes);
  await writeFile(join(keep, 'evidence.json'), JSON.stringify({ ...evidence, plates: [...evidence.plates], written: [...evidence.written] }));
  await writeFile(join(keep, 'accounts.json'), JSON.stringify(accounts, (_key, value: unknown) => (value instanceof Map ? [...value] : value)));
}

type Services = { rehearsal: Rehearsal; liar: Liar | null; env: Record<string, string> };

/** The services that the salon is given: what they know is what is said. */
async function servicesFor({ speech, model, folder, hold }: Stage): Promise<Services> {
  const rehearsal = await rehearse(folder);
  const env: Record<string, string> = {};
  if (speech === 'service') {
    const service = await speechService({ listens: listenerOf(rehearsal) });
    hold(() => service.close());
    env['YAJI_SPEECH_URL'] = service.url;
  }
  if (model === 'none') return { rehearsal, liar: null, env };
  const liar = await startLiar();
  hold(() => liar.model.close());
  return { rehearsal, liar, env: { ...env, YAJI_LLM_URL: liar.model.url, YAJI_LLM_MODEL: 'liar' } };
}

/** A member salon in small: six turns of four speakers, heard by three attendees and a hall. */
export async function playSalon(stage: Stage): Promise<boolean> {
  const { headed, turnSeconds, kill, keep, speech, folder, signal, hold, say } = stage;
  await prepareGround({ signal });
  say('rehearsing what is said');
  const { rehearsal, liar, env } = await servicesFor(stage);
  say('starting a private Yaji');
  const house = await openHouse({ signal, env });
  hold(() => house.stop());
  const salon = await house.makeSalon(programme(Date.now(), speech === 'none' ? 'off' : 'service'));
  const scene = { house, salon };
  const troupe = gather({ salon, devices: rehearsal.devices, headed });
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
  const { evidence, accounts } = await evidenceOf({ ...scene, troupe, rehearsal, folder, struck, played, say });
  const seen = judge(evidence, scriptOf(scene));
  const truth = { log: evidence.log, plates: evidence.plates, timeZone, saidBy: saidBy(rehearsal, idsOf(scene)), hears: speech !== 'none', lies: liar && { told: liar.lies, asked: liar.model.asked.length } };
  const verdict = { ...seen, rows: [...seen.rows, ...accountRows(accounts, truth)] };
  console.log(`\nWhat each page decoded of the one who had the floor (from the grant to the first sound, energy a second, pictures a second):\n${gridOf(verdict.listeners, verdict.lines)}\n\n${tableOf(verdict.rows)}\n`);
  if (keep) await keepIn(keep, { folder, evidence, accounts });
  return isGood(verdict);
}
