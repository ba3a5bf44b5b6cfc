import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorded, RoomId } from '@yaji/contracts';
import type { Publication } from '@yaji/persistence';
import { localStorage } from '@yaji/platform';
import { id, play, says, scene, type Step, t0 } from '../../../libs/salon/test/steps.ts';
import type { Course, Told } from '../src/progress.ts';
import type { Publisher } from '../src/recording/material.ts';
import { memoryArchive, type MemoryArchive } from './memory-archive.ts';

export const roomId: RoomId = id('room');

/** The room's second 0 is when it opened. */
export const zero = t0;
export const at = (s: number) => ({ at: t0 + s * 1_000 });
export const grants = (s: number, name: string, afterTurn: number): Step =>
  says('mod', 'floor.grantTo', { participantId: id(name), afterTurn }, at(s));
export const ends = (s: number, turn: number): Step => says('mod', 'floor.end', { turn }, at(s));
export const pauses = (s: number, turn: number): Step => says('mod', 'floor.pause', { turn }, at(s));
export const resumes = (s: number, turn: number): Step => says('mod', 'floor.resume', { turn }, at(s));
export const starts = (s: number): Step => says('mod', 'agenda.startTopic', { itemId: 'table' as never, topicId: 'one' as never }, at(s));
export const closes = (s: number): Step => says('mod', 'room.close', {}, at(s));
export const logOf = (...steps: Step[]): Recorded[] => play([...scene(), ...steps]).log;

export type Desk = { publisher: Publisher; archive: MemoryArchive; rows: Map<string, Publication>; tracks: string; told: Told[]; course: Course };

/** A worker without its queue: the log given, the rows kept, the files in a new folder. */
export async function desk(log: readonly Recorded[]): Promise<Desk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yaji-worker-'));
  const told: Told[] = [];
  const archive = memoryArchive(log);
  const publisher = { archive, storage: localStorage(dataDir), dataDir, ffmpeg: 'ffmpeg' };
  const course: Course = { tell: (one) => told.push(one), signal: new AbortController().signal, now: () => Date.now() };
  return { publisher, archive, rows: archive.rows, tracks: join(dataDir, 'rooms', roomId, 'tracks'), told, course };
}
