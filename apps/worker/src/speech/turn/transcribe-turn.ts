import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { GlossaryTerm, Jobs, TranscriptLine } from '@yaji/contracts';
import { hopeless } from '@yaji/messaging';
import { apply, attribute, emptyRoom, type FloorStretch, noteFloor, type Room, spellRight } from '@yaji/salon';
import { renderMinutes, type Writer } from '../../minutes/render-minutes.ts';
import { type Course, scale } from '../../progress.ts';
import { fetchTracks } from '../../recording/fetch-tracks.ts';
import { type Publisher, roomFolder, studioFor } from '../../recording/material.ts';
import { onDisk } from '../../recording/settled.ts';
import type { Studio } from '../../recording/studio.ts';
import { readTracks } from '../../recording/tracks.ts';
import { cleanHeard } from '../clean-heard.ts';
import { hintsFor } from '../hints.ts';
import { partOf, piecesOf } from '../sound/pieces.ts';
import { type Heard, msOf, SpeechFailed, type Transcriber } from '../transcriber.ts';
import { soundsOf, type TurnSound } from './turn-sounds.ts';

export type Listener = Publisher & Pick<Writer, 'bookshelf' | 'model'> & { transcribers: readonly Transcriber[] };
type Job = Jobs['transcribe'];
type Scene = { room: Room; stretches: FloorStretch[]; glossary: readonly GlossaryTerm[] };
type Work = { scene: Scene; transcriber: Transcriber; signal: AbortSignal; reached: (fraction: number) => void };

const tracksPatienceMs = 4_000;

/**
 * Writes down what was said in a turn that has ended at event `upTo`, out of what its voice left on disk, while the room goes on. Takes the
 * place of all that this source had of the turn; a turn that a hand was at stays. Does nothing where this source is not set up, or nothing was recorded.
 */
export async function transcribeTurn(job: Job, listener: Listener, course: Course): Promise<void> {
  const { tell, signal, now } = course;
  const transcriber = listener.transcribers.find(({ source }) => source === job.source);
  if (!transcriber) return;
  const part = scale(tell, now);
  part('reading', 0, 10)(0);
  const scene = await sceneOf(job, listener);
  const studio = await studioFor(listener, job.roomId, signal);
  const sounds = await soundsOfTurn(job, { listener, scene, studio });
  const lines = await linesOf(sounds, { scene, transcriber, signal, reached: part('hearing', 10, 95) });
  part('writing', 95, 100)(0);
  await listener.archive.replaceSpoken(job.roomId, { turn: job.turn, source: job.source, lines: lines.filter(({ turn }) => turn === job.turn) });
  // The last turns are written down after the room has closed: its minutes follow.
  const minutes = await listener.archive.published(job.roomId, 'minutes');
  if (minutes) await renderMinutes({ roomId: job.roomId, upTo: minutes.upTo }, listener, { ...course, tell: () => undefined });
}

async function sceneOf({ roomId, upTo }: Job, { archive }: Listener): Promise<Scene> {
  const scene: Scene = { room: emptyRoom(), stretches: [], glossary: await archive.glossary(roomId) };
  for (const record of await archive.log(roomId, upTo)) {
    apply(scene.room, record);
    noteFloor(scene.stretches, scene.room, record.at);
  }
  return scene;
}

async function soundsOfTurn({ roomId, turn }: Job, { listener, scene, studio }: { listener: Listener; scene: Scene; studio: Studio }): Promise<TurnSound[]> {
  const own = scene.stretches.filter((stretch) => stretch.turn === turn && stretch.toAt !== null);
  const endsAt = own.at(-1)?.toAt ?? 0;
  await fetchTracks(roomId, listener, studio.signal, { patienceMs: tracksPatienceMs });
  await onDisk(endsAt, studio.signal);
  const { tracks } = await readTracks(studio, join(roomFolder(listener, roomId), 'tracks'));
  const sounds: TurnSound[] = [];
  for (const stretch of own) sounds.push(...await soundsOf(studio, stretch, tracks));
  return sounds;
}

/** A sound is heard in pieces, and a piece that cannot be understood for good ends the work: the others could not be either. */
async function linesOf(sounds: readonly TurnSound[], work: Work): Promise<TranscriptLine[]> {
  const lines: TranscriptLine[] = [];
  const allMs = sounds.reduce((sum, { sound }) => sum + msOf(sound), 0);
  let doneMs = 0;
  for (const heardFrom of sounds) {
    for (const piece of piecesOf(heardFrom.sound, work.transcriber.pieceMs)) {
      const hints = hintsFor(work.scene.room, holderAt(work.scene, heardFrom.fromAt), work.scene.glossary);
      if (work.transcriber.understands(hints.language)) {
        const heard = await understood(work, partOf(heardFrom.sound, piece), hints);
        lines.push(...heard.flatMap((one) => linesAt(one, { at: heardFrom.fromAt + piece.fromMs, scene: work.scene, spoken: hints.language })));
      }
      work.reached((doneMs + piece.toMs) / allMs);
    }
    doneMs += msOf(heardFrom.sound);
  }
  return lines;
}

const holderAt = ({ stretches }: Scene, at: number) => stretches.findLast(({ fromAt }) => fromAt <= at)?.participantId ?? null;

async function understood({ transcriber, signal }: Work, sound: Parameters<Transcriber['transcribe']>[0], hints: Parameters<Transcriber['transcribe']>[1]): Promise<Heard[]> {
  try {
    return cleanHeard(await transcriber.transcribe(sound, hints, signal), msOf(sound));
  } catch (error) {
    if (error instanceof SpeechFailed && error.why === 'refused') throw hopeless(error.message);
    throw error;
  }
}

type Place = { at: number; scene: Scene; spoken: string | null };

function linesAt({ fromMs, toMs, text, words, language }: Heard, { at, scene: { stretches, room, glossary }, spoken }: Place): TranscriptLine[] {
  const timed = words?.map((word) => ({ text: word.text, fromAt: Math.round(at + word.fromMs), toAt: Math.round(at + word.toMs) }));
  const said = { fromAt: Math.round(at + fromMs), toAt: Math.round(at + toMs), text: spellRight(text, glossary), ...(timed ? { words: timed } : {}) };
  const named = room.languages.find((one) => language !== undefined && one.split('-')[0] === language.split('-')[0]) ?? language;
  return attribute(stretches, said).map((line) => ({ ...line, lineId: randomUUID(), language: named ?? spoken ?? room.languages[0] ?? 'en' }));
}
