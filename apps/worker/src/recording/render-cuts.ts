import { createHash, randomUUID } from 'node:crypto';
import { access, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type EditList, FRAME_MS } from '@yaji/chronicle';
import { cardsFor } from './cards.ts';
import { argumentsFor, type Shot } from './cut.ts';
import type { MissingPart } from '@yaji/contracts';
import { ProgramFailed } from './program.ts';
import { ffmpeg, type Studio } from './studio.ts';
import type { StoredTrack } from './tracks.ts';

/** Changes when cuts are made in another way, so that older ones are not taken for the same. */
export const MAKE = 1;

export type Rendered = { files: string[]; missing: MissingPart[] };
type Means = { studio: Studio; tracks: readonly StoredTrack[]; accent: string; reached: (ms: number) => void };

/**
 * Makes every cut of a list, one after the other; a cut that an earlier run has made is taken as it is. A picture or a sound that ffmpeg
 * cannot read is left out and told, never a reason to fail. `reached` hears how much of the file is made, in milliseconds.
 */
export async function renderCuts(list: EditList, { studio, tracks, accent, reached }: Means): Promise<Rendered> {
  const lookOf = cardsFor(studio, list, accent);
  const byId = new Map(tracks.map((track) => [track.trackId, track]));
  const rendered: Rendered = { files: [], missing: [] };
  for (const cut of list.cuts) {
    const look = await lookOf(cut.scene);
    const picture = byId.get(cut.picture ?? '') ?? null;
    const sounds = cut.sounds.map((trackId) => byId.get(trackId)).filter((track) => track !== undefined);
    const made = await make(studio, { cut, look, picture, sounds }, (ms) => reached(cut.offsetMs + Math.min(ms, cut.durationMs)));
    rendered.files.push(made.file);
    rendered.missing.push(...made.missing);
    if (!look.lettered) rendered.missing.push(part(made.shot, { what: 'lettering', why: 'unreadable', trackId: null }));
    reached(cut.offsetMs + cut.durationMs);
  }
  return rendered;
}

const part = ({ cut }: Shot, what: Pick<MissingPart, 'what' | 'why' | 'trackId'>): MissingPart => ({
  ...what,
  participantId: cut.scene.kind === 'turn' ? cut.scene.speaker.participantId : null,
  turn: cut.scene.kind === 'turn' ? cut.scene.turn : null,
  offsetMs: cut.offsetMs, durationMs: cut.durationMs,
});

type Made = { file: string; shot: Shot; missing: MissingPart[] };

/** First with everything; then without the picture, without the sound, without both. */
async function make(studio: Studio, shot: Shot, reached: (ms: number) => void): Promise<Made> {
  const poorer: Shot[] = [shot];
  if (shot.picture) poorer.push({ ...shot, picture: null });
  if (shot.sounds.length > 0) poorer.push({ ...shot, sounds: [] });
  if (shot.picture && shot.sounds.length > 0) poorer.push({ ...shot, picture: null, sounds: [] });
  let failure: unknown = null;
  for (const attempt of poorer) {
    try {
      return { file: await makeOnce(studio, attempt, reached), shot, missing: leftOut(shot, attempt) };
    } catch (cause) {
      if (!(cause instanceof ProgramFailed) || cause.isKilled || cause.isAbsent) throw cause;
      failure = cause;
    }
  }
  throw failure;
}

function leftOut(shot: Shot, made: Shot): MissingPart[] {
  const picture = shot.picture && !made.picture ? [part(shot, { what: 'picture', why: 'unreadable', trackId: shot.picture.trackId })] : [];
  const sounds = shot.sounds.filter((track) => !made.sounds.includes(track));
  return [...picture, ...sounds.map(({ trackId }) => part(shot, { what: 'sound', why: 'unreadable', trackId }))];
}

async function makeOnce(studio: Studio, shot: Shot, reached: (ms: number) => void): Promise<string> {
  const { durationMs } = shot.cut;
  const ingredients = [MAKE, argumentsFor(shot, ''), [shot.picture, ...shot.sounds].map((track) => track?.signature ?? null)];
  const file = `cut-${createHash('sha256').update(JSON.stringify(ingredients)).digest('hex').slice(0, 24)}.mkv`;
  if (await access(join(studio.folder, file)).then(() => true, () => false)) return file;
  const unfinished = `part-${randomUUID()}.mkv`;
  let frames = 0;
  await ffmpeg(studio, argumentsFor(shot, unfinished), { limitMs: 60_000 + durationMs * 20, reached, framed: (count) => (frames = count) });
  if (frames !== durationMs / FRAME_MS) throw new ProgramFailed(studio.ffmpeg, `made ${frames} pictures instead of ${durationMs / FRAME_MS}`, []);
  await rename(join(studio.folder, unfinished), join(studio.folder, file));
  return file;
}
