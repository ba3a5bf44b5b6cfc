import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Aftermath, ParticipantId, RecordingOffer } from '@yaji/contracts';
import type { Track } from '../../apps/media/src/recorder/track/track.ts';
import { eventually } from '../media/eventually.ts';
import type { SalonHouse } from './salon-house.ts';

type Say = (line: string) => void;
/** By the ids of the tracks. `grown`: whether one of them holds a picture that went from 640 to 1280 pixels. */
type Damaged = { tornTrack: string; goneTrack: string; grown: boolean };
export type Published = Damaged & { offer: RecordingOffer; film: string; captions: string; clips: number[]; workerKilledDuring: string };

const filmWithinMs = 400_000;
const askEveryMs = 300;

/** Closes the room and, as soon as its tracks are closed, tears the last microphone of somebody in the middle and takes the last camera away; then the worker, which stood still, goes on. */
export async function closeAndDamage({ system, roomId, say: order }: SalonHouse, victim: ParticipantId, say: Say): Promise<Damaged> {
  const folder = join(system.env['YAJI_DATA_DIR'] ?? '', 'rooms', roomId, 'tracks');
  await order('room.close', {});
  const last = async (source: string): Promise<Track> => {
    const found = (await tracksIn(folder)).findLast((track) => track.participantId === victim && track.source === source);
    if (!found) throw new Error(`no ${source} was recorded`);
    return found;
  };
  await eventually(async () => { for (const source of ['microphone', 'camera']) if ((await last(source)).endedAtMs === null) throw new Error(`the ${source} is still being recorded`); });
  const [{ trackId: tornTrack }, { trackId: goneTrack }] = await Promise.all([last('microphone'), last('camera')]);
  const torn = join(folder, `${tornTrack}.mkv`);
  await truncate(torn, Math.round((await stat(torn)).size / 2));
  await rm(join(folder, `${goneTrack}.mkv`));
  say('the room is closed, one track is torn, another is gone; the worker goes on');
  system.children.worker?.kill('SIGCONT');
  const grown = (await tracksIn(folder)).some(({ sizes }) => sizes.map(({ width }) => width).join() === '640,1280');
  return { tornTrack, goneTrack, grown };
}

/** Kills the worker in the middle of the film, waits for all that is made, and brings it into the folder. */
export async function published({ house, folder, say }: { house: SalonHouse; folder: string; say: Say }, damaged: Damaged): Promise<Published> {
  const filming = ({ jobs }: Aftermath) => jobs.find(({ name, state, percent }) => name === 'recording-publish' && state === 'running' && percent > 5);
  const caught = filming(await until(house, say, (aftermath) => filming(aftermath) !== undefined));
  house.system.children.worker?.kill('SIGKILL');
  const workerKilledDuring = `${caught?.step} ${caught?.percent} %`;
  say(`the worker is killed: ${workerKilledDuring}`);
  const { recording, clips } = await until(house, say, ({ jobs }) => jobs.some(({ name, state }) => name === 'aftermath' && (state === 'done' || state === 'failed')));
  if (!recording) throw new Error('nothing was published');
  const fetched = async (url: string | undefined): Promise<Buffer> => {
    const answer = await fetch(new URL(url ?? '', house.system.urls.api));
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const film = join(folder, 'film.mp4');
  await writeFile(film, await fetched(recording.url));
  const captions = (await fetched(recording.captions[0]?.url)).toString('utf8');
  return { ...damaged, offer: recording, film, captions, clips: clips.map(({ turn }) => turn), workerKilledDuring };
}

async function until(house: SalonHouse, say: Say, holds: (aftermath: Aftermath) => boolean): Promise<Aftermath> {
  let told = '';
  for (const since = Date.now(); ;) {
    const aftermath = await house.aftermath();
    const line = aftermath.jobs.filter(({ state }) => state !== 'done').map(({ name, state, percent }) => `${name} ${state} ${Math.round(percent / 10) * 10} %`).join(', ');
    if (line !== told) say(`  ${line}`);
    told = line;
    if (holds(aftermath)) return aftermath;
    if (Date.now() - since > filmWithinMs) throw new Error(`it did not come about: ${JSON.stringify(aftermath.jobs)}`);
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
}

async function tracksIn(folder: string): Promise<Track[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const tracks = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Track));
  return tracks.sort((one, other) => one.startedAtMs - other.startedAtMs);
}
