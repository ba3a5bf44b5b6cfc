import { writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Aftermath, ParticipantId, RecordingOffer, Told } from '@yaji/contracts';
import { Client } from 'pg';
import { heardBy } from '../pages/ear.ts';
import { gainsOf } from '../pages/gain.ts';
import type { House, Salon } from '../pages/house.ts';
import { sessionToken } from '../pages/door.ts';
import type { Page } from 'playwright-core';
import type { Ear, Held } from './checks/verdict.ts';

/** Somebody at a page, as far as an examiner needs to know. */
export type Witness = { name: string; page: Page; cameAt: number };

/** What each listener's page wrote down. */
export const earsOf = (listeners: readonly Witness[]): Promise<Ear[]> =>
  Promise.all(listeners.map(async ({ name, page, cameAt }) => ({ listener: name, from: cameAt, gains: gainsOf(await heardBy(page)) })));

/** The room as each page holds it, at one moment of quiet. What only the one who looks may see is left out. */
export async function heldBy(witnesses: readonly Pick<Witness, 'name' | 'page'>[]): Promise<Held[]> {
  return Promise.all(witnesses.map(async ({ name, page }) => {
    const held = await page.evaluate(() => window.__yaji?.held() ?? null);
    if (!held) return { who: name, seq: 0, digest: 'nothing' };
    const questions = held.room.questions.map((question) => ({ ...question, voters: [] }));
    const ballots = held.room.ballots.map((ballot) => ({ ...ballot, votes: Object.keys(ballot.votes).sort() }));
    const digest = createHash('sha256').update(JSON.stringify(sorted({ ...held.room, questions, ballots }))).digest('hex').slice(0, 12);
    return { who: name, seq: held.seq, digest };
  }));
}

/** Objects say the same in whatever order their fields were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}

/** A house and the salon in it that is played. */
export type Scene = { house: House; salon: Salon };

/** As the moderator at this page may read it. */
export async function logOf({ house: { ask }, salon: { roomId, made } }: Scene, desk: Page): Promise<Told[]> {
  const { events } = await ask<{ events: Told[] }>(`/rooms/${roomId}/log`, await sessionToken(desk, made.salonId));
  return events;
}

/** Straight from the database: which commands it holds, each with the number of its last event. */
export async function writtenIn({ house: { system }, salon: { roomId } }: Scene): Promise<Map<string, number>> {
  const client = new Client({ connectionString: system.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ command_id: string; seq: number }>('select command_id, max(seq) as seq from room_event where room_id = $1 group by command_id', [roomId]);
    return new Map(rows.map(({ command_id, seq }) => [command_id, seq]));
  } finally {
    await client.end();
  }
}

/** Long enough to write a recording on a machine with little to spare. */
const aftermathWithinMs = 240_000;

type Say = (line: string) => void;

/** Waits for the recording and the minutes, saying how far they are; answers what there is when the time is up. */
async function aftermathOf({ house: { ask }, salon: { roomId, made } }: Scene, desk: Page, say: Say): Promise<Aftermath> {
  const token = await sessionToken(desk, made.salonId);
  const until = Date.now() + aftermathWithinMs;
  for (let told = ''; ;) {
    const aftermath = await ask<Aftermath>(`/rooms/${roomId}/aftermath`, token);
    const line = aftermath.jobs.map(({ name, state, percent }) => `${name} ${state} ${Math.round(percent / 10) * 10} %`).join(', ');
    if (line !== told && line !== '') say(`  ${line}`);
    told = line;
    if ((aftermath.recording && aftermath.minutes) || Date.now() > until) return aftermath;
    await new Promise((resolve) => { setTimeout(resolve, 500); });
  }
}

/** Fetches a published file into the folder; null where there is none. */
export async function download({ system }: House, url: string | undefined, { folder, name }: { folder: string; name: string }): Promise<string | null> {
  if (!url) return null;
  const response = await fetch(new URL(url, system.urls.api));
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const file = join(folder, name);
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  return file;
}

type Fetching = { folder: string; film: string; say: Say };

/** Waits for the recording and the minutes and fetches them into the folder, for whoever looks at them afterwards; null is what did not come. */
export async function publishedIn(scene: Scene, desk: Page, { folder, film: name, say }: Fetching): Promise<{ film: string | null; minutes: string | null; recording: RecordingOffer | null }> {
  say('waiting for the recording and the minutes');
  const { recording, minutes } = await aftermathOf(scene, desk, say);
  return {
    recording,
    film: await download(scene.house, recording?.url, { folder, name }),
    minutes: await download(scene.house, minutes?.url, { folder, name: 'minutes.md' }),
  };
}

/** The participant id of everybody of the programme, by short name. */
export const idsOf = ({ salon: { made } }: Scene): Map<string, ParticipantId> => new Map(made.people.map(({ id, participantId }) => [id, participantId]));
