import { createHash, randomUUID } from 'node:crypto';
import { access, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cut, type EditList, FRAME_MS } from '@yaji/chronicle';
import type { MissingPart } from '@yaji/contracts';
import { argumentsFor, type Shot } from './cut.ts';
import { looksFor } from './picture/look.ts';
import { ProgramFailed } from './program.ts';
import { ffmpeg, type Studio } from './studio.ts';
import { signatureUntil, type StoredTrack } from './tracks.ts';

/** Changes when cuts are made in another way, so that older ones are not taken for the same. */
export const MAKE = 2;

export type Rendered = { files: string[]; missing: MissingPart[] };
type Means = { studio: Studio; tracks: readonly StoredTrack[]; accent: string; reached: (ms: number) => void };

/**
 * Makes these cuts of a list, one after the other; a cut that an earlier run has made is taken as it is. A picture or a sound that ffmpeg
 * cannot read is left out and told, never a reason to fail. `reached` hears how much is made, in milliseconds of the cuts.
 */
export async function renderCuts(list: EditList, cuts: readonly Cut[], { studio, tracks, accent, reached }: Means): Promise<Rendered> {
  const lookOf = looksFor(studio, list, accent);
  const byId = new Map(tracks.map((track) => [track.trackId, track]));
  const rendered: Rendered = { files: [], missing: [] };
  let madeMs = 0;
  for (const cut of cuts) {
    const look = await lookOf(cut);
    const pictures = picturesOf(cut).map((trackId) => byId.get(trackId ?? '') ?? null);
    const sounds = cut.sounds.map((trackId) => byId.get(trackId)).filter((track) => track !== undefined);
    const before = madeMs;
    const made = await make(studio, { cut, look, pictures, sounds }, (ms) => reached(before + Math.min(ms, cut.durationMs)));
    rendered.files.push(made.file);
    rendered.missing.push(...made.missing);
    if (!look.lettered) rendered.missing.push(part(made.shot, { what: 'lettering', why: 'unreadable', trackId: null }));
    madeMs += cut.durationMs;
    reached(madeMs);
  }
  return rendered;
}

/** The pictures of a cut in the order of its look's places. */
const picturesOf = ({ scene, picture, beside }: Cut): (string | null)[] =>
  [...(scene.kind === 'turn' ? [picture] : []), ...beside.map((tile) => tile.picture)];

const part = ({ cut }: Shot, what: Pick<MissingPart, 'what' | 'why' | 'trackId'>): MissingPart => ({
  ...what,
  participantId: cut.scene.kind === 'turn' ? cut.scene.speaker.participantId : null,
  turn: cut.scene.kind === 'turn' ? cut.scene.turn : null,
  offsetMs: cut.offsetMs, durationMs: cut.durationMs,
});

type Made = { file: string; shot: Shot; missing: MissingPart[] };

/** First with everything; then without one of the pictures, without all, without the sound, without both. */
function poorerThan(shot: Shot): Shot[] {
  const { pictures, sounds } = shot;
  const shown = pictures.flatMap((track, index) => (track ? [index] : []));
  const blind: Shot = { ...shot, pictures: pictures.map(() => null) };
  const lacking = (missing: number): Shot => ({ ...shot, pictures: pictures.map((track, index) => (index === missing ? null : track)) });
  return [
    ...(shown.length > 1 ? shown.map(lacking) : []), ...(shown.length > 0 ? [blind] : []),
    ...(sounds.length > 0 ? [{ ...shot, sounds: [] }] : []), ...(shown.length > 0 && sounds.length > 0 ? [{ ...blind, sounds: [] }] : []),
  ];
}

async function make(studio: Studio, shot: Shot, reached: (ms: number) => void): Promise<Made> {
  let failure: unknown = null;
  for (const attempt of [shot, ...poorerThan(shot)]) {
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
  const pictures = shot.pictures.filter((track) => track !== null && !made.pictures.includes(track));
  const sounds = shot.sounds.filter((track) => !made.sounds.includes(track));
  return [
    ...pictures.map((track) => part(shot, { what: 'picture', why: 'unreadable', trackId: track?.trackId ?? null })),
    ...sounds.map(({ trackId }) => part(shot, { what: 'sound', why: 'unreadable', trackId })),
  ];
}

async function makeOnce(studio: Studio, shot: Shot, reached: (ms: number) => void): Promise<string> {
  const { durationMs, fromAt } = shot.cut;
  const signatures = [...shot.pictures, ...shot.sounds].map((track) => (track ? signatureUntil(track, fromAt + durationMs) : null));
  const ingredients = [MAKE, argumentsFor(shot, ''), signatures];
  const file = `cut-${createHash('sha256').update(JSON.stringify(ingredients)).digest('hex').slice(0, 24)}.mkv`;
  if (await access(join(studio.folder, file)).then(() => true, () => false)) return file;
  const unfinished = `part-${randomUUID()}.mkv`;
  let frames = 0;
  await ffmpeg(studio, argumentsFor(shot, unfinished), { limitMs: 60_000 + durationMs * 20, reached, framed: (count) => (frames = count) });
  if (frames !== durationMs / FRAME_MS) throw new ProgramFailed(studio.ffmpeg, `made ${frames} pictures instead of ${durationMs / FRAME_MS}`, []);
  await rename(join(studio.folder, unfinished), join(studio.folder, file));
  return file;
}
