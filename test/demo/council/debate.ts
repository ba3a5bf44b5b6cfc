import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalText, ParticipantId, Told } from '@yaji/contracts';
import type { Page } from 'playwright-core';
import { closeRoom, endTurn, giveNext, seeWaiting, startTopic } from '../../pages/desk.ts';
import { openHouse, type Salon } from '../../pages/house.ts';
import { putMotion } from '../../pages/vote.ts';
import { prepareGround } from '../../pages/ground.ts';
import { raiseHand, seeTurn } from '../../pages/room.ts';
import { playedTurns } from '../checks/turns.ts';
import { earsOf, heldBy, idsOf, logOf, publishedIn, type Scene, writtenIn } from '../evidence.ts';
import { probe } from '../probe.ts';
import type { Scenario, Stage } from '../stage.ts';
import { gridOf, tableOf } from '../table.ts';
import { acceptOffer, addToList, checkIn, countHeads, hand, introduce, raiseFor, showsOverrun } from './acts.ts';
import { assemble, type Chamber } from './cast-in.ts';
import { mira, remote, sato } from './cast.ts';
import { resolve, seatMembers, type Voted } from './motion.ts';
import { limitMs, programme, topic } from './programme.ts';
import { type Called, type Evidence, judgeCouncil } from './verdict.ts';

const held = 8_000;
const briefly = 6_000;
const admission = 'Admission';
const en = ({ en: text = '' }: LocalText): string => text;

const hold = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

type Played = Pick<Evidence, 'headCount' | 'held'> & { called: { name: string; lane: Called['lane'] }[]; overrunShown: boolean; voted: Voted; voterFaults: Evidence['faults'] };

/** The debate, as it is seen: every act through somebody's page. */
async function play({ of }: Chamber, salon: Salon, say: Stage['say']): Promise<Played> {
  const [desk, usher, ana, hallPage] = ['chair', 'usher', 'ana', 'hall'].map((name) => of(name).page) as [Page, Page, Page, Page];
  const called: Played['called'] = [];
  const next = async (name: string, lane: Called['lane'], forMs: number): Promise<void> => {
    called.push({ name, lane });
    say(`turn ${called.length}: ${name}${lane === 'normal' ? '' : ` (${lane})`}`);
    await giveNext(desk);
    await seeTurn(ana, called.length);
    await hold(forMs);
  };
  const back = async (name: string, turn: number, forMs: number): Promise<void> => {
    say(`  the floor goes back to ${name}`);
    await giveNext(desk);
    await seeTurn(ana, turn);
    await hold(forMs);
  };
  await startTopic(desk, topic);
  say('the usher checks in one delegate, adds another by name, and hands each a microphone');
  await checkIn(usher, en(sato.plate));
  await hand(usher, en(sato.plate), 'one');
  await raiseHand(of('lin').page);
  await addToList(usher, en(sato.plate));
  await introduce(usher, en(mira.plate));
  await hand(usher, en(mira.plate), 'two');
  await seeWaiting(desk, 3);
  say('the room is late: the chair takes up a proposal');
  await acceptOffer(desk, 'shorter-item');

  await next('lin', 'normal', held);
  await raiseFor(of('harper').page, 'interposed');
  await next('harper', 'interposed', briefly);
  await back('lin', 1, briefly);
  await next('sato', 'normal', held);
  await raiseFor(of('wells').page, 'point-of-order');
  await next('wells', 'point-of-order', briefly);
  await back('sato', 3, briefly);
  await next('mira', 'normal', limitMs);
  await hold(2_000);
  const overrunShown = await showsOverrun(hallPage);
  say(`  the time is up, and the hall ${overrunShown ? 'sees it' : 'does not see it'}`);
  await endTurn(desk);
  const voters = await seatMembers(salon, new Map(remote.map(({ name }) => [name, of(name).page])), say);
  try {
    say('the chair puts the motion before the room, and somebody speaks for it');
    await putMotion(desk, admission);
    await of('lin').page.getByTestId('tab-polls').click();
    await of('lin').page.getByTestId('speak-pro').click();
    await seeWaiting(desk, 1);
    await next('lin', 'normal', briefly);
    await endTurn(desk);
    const voted = await resolve({ desk, hall: hallPage }, voters, say);
    const headCount = await countHeads(usher);
    const rooms = await heldBy([of('ana'), of('lin'), of('hall')]);
    say('the chair closes the meeting');
    await closeRoom(desk);
    return { called, overrunShown, headCount, held: rooms, voted, voterFaults: voters.faults() };
  } finally {
    await voters.close();
  }
}

/** Names as the log tells them: one of those who spoke is on no programme. */
function platesOf(log: readonly Told[]): Map<ParticipantId, LocalText> {
  return new Map(log.flatMap((told) => ((told.type === 'MemberExpected' || told.type === 'MemberJoined') && told.words ? [[told.data.participantId, told.words.name] as const] : [])));
}

type Gathering = Scene & { chamber: Chamber; folder: string; played: Played; say: Stage['say'] };

async function evidenceOf({ house, salon, chamber, folder, played, say }: Gathering): Promise<Evidence> {
  const scene = { house, salon };
  const desk = chamber.of('chair').page;
  const log = await logOf(scene, desk);
  const ears = await earsOf([chamber.of('ana'), chamber.of('hall')]);
  const { film, minutes } = await publishedIn(scene, desk, { folder, film: 'council.mp4', say });
  say('listening to the recording');
  const plates = platesOf(log);
  const ids = idsOf(scene);
  const idOf = (name: string): ParticipantId => ids.get(name) ?? [...plates].find(([, plate]) => en(plate) === en(mira.plate))?.[0] ?? ('' as ParticipantId);
  const names = [...remote, sato, mira].flatMap(({ plate }) => Object.values(plate));
  return {
    log, ears, hall: 'hall', plates, held: played.held, headCount: played.headCount,
    called: played.called.map(({ name, lane }) => ({ participantId: idOf(name), lane })),
    overrun: { participantId: idOf(mira.name), shown: played.overrunShown },
    acks: chamber.all().flatMap(({ acks }) => acks), written: await writtenIn(scene),
    published: film === null ? null : await probe(film, [], names),
    minutes: minutes === null ? null : await readFile(minutes, 'utf8'),
    voted: played.voted,
    faults: [...chamber.all().flatMap(({ name, faults }) => faults.map((fault) => ({ who: name, fault }))), ...played.voterFaults],
  };
}

/** A council meeting: a hall with two microphones and an usher, delegates online, interruptions, an overrun, a proposal; then a motion carried, and one that loses its quorum. */
export const playCouncil: Scenario = async ({ headed, keep, folder, signal, hold: keepUntilEnd, say }) => {
  await prepareGround({ signal });
  say('starting a private Yaji');
  const house = await openHouse({ signal });
  keepUntilEnd(() => house.stop());
  const salon = await house.makeSalon(programme(Date.now()));
  const chamber = await assemble({ salon, folder, headed, say });
  keepUntilEnd(() => chamber.leave());
  const played = await play(chamber, salon, say);
  const evidence = await evidenceOf({ house, salon, chamber, folder, played, say });
  const { listeners, lines, rows } = judgeCouncil(evidence);
  console.log(`\nWhat was decoded of the one who had the floor (energy a second); the projector must not play what the hall's own microphones bring:\n${gridOf(listeners, lines)}\n\n${tableOf(rows)}\n`);
  if (keep) {
    await mkdir(keep, { recursive: true });
    if (evidence.published) await cp(join(folder, 'council.mp4'), join(keep, 'council.mp4'));
    await writeFile(join(keep, 'log.json'), JSON.stringify({ log: evidence.log, turns: playedTurns(evidence.log) }));
  }
  return rows.every(({ ok }) => ok) && lines.length > 0 && lines.every(({ cells }) => cells.every((cell) => cell?.ok !== false) && cells.some((cell) => cell !== null));
};
