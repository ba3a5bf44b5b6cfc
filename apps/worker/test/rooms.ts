import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorded, RoomId } from '@yaji/contracts';
import type { Publication } from '@yaji/persistence';
import { localStorage } from '@yaji/platform';
import { id, play, says, scene, type Step, t0 } from '../../../libs/salon/test/given.ts';
import type { Archive } from '../src/archive.ts';
import type { Course, Told } from '../src/progress.ts';
import type { Publisher } from '../src/recording/publish-recording.ts';

export const roomId: RoomId = id('room');

/** The room's second 0 is when it opened. */
export const zero = t0;
const at = (s: number) => ({ at: t0 + s * 1_000 });
export const grants = (s: number, name: string, afterTurn: number): Step =>
  says('mod', 'floor.grantTo', { participantId: id(name), afterTurn }, at(s));
export const ends = (s: number, turn: number): Step => says('mod', 'floor.end', { turn }, at(s));
export const pauses = (s: number, turn: number): Step => says('mod', 'floor.pause', { turn }, at(s));
export const resumes = (s: number, turn: number): Step => says('mod', 'floor.resume', { turn }, at(s));
export const starts = (s: number): Step => says('mod', 'agenda.startTopic', { itemId: 'table' as never, topicId: 'one' as never }, at(s));
export const closes = (s: number): Step => says('mod', 'room.close', {}, at(s));
export const logOf = (...steps: Step[]): Recorded[] => play([...scene(), ...steps]).log;

export type Desk = { publisher: Publisher; archive: Archive; rows: Map<string, Publication>; tracks: string; told: Told[]; course: Course };

/** A worker without its queue: the log given, the rows kept, the files in a new folder. */
export async function desk(log: readonly Recorded[]): Promise<Desk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yaji-worker-'));
  const rows = new Map<string, Publication>();
  const told: Told[] = [];
  const archive: Archive = {
    log: async (_, upTo = Infinity) => log.filter(({ seq }) => seq <= upTo),
    salonOf: async () => ({ timeZone: 'Asia/Shanghai', accent: '#1F6F5C' }),
    published: async (_, kind) => (rows.get(kind) ?? null) as never,
    publish: async (publication) => {
      if ((rows.get(publication.kind)?.upTo ?? 0) > publication.upTo) return false;
      rows.set(publication.kind, publication);
      return true;
    },
  };
  const publisher = { archive, storage: localStorage(dataDir), dataDir, ffmpeg: 'ffmpeg' };
  const course: Course = { tell: (one) => told.push(one), signal: new AbortController().signal, now: () => Date.now() };
  return { publisher, archive, rows, tracks: join(dataDir, 'rooms', roomId, 'tracks'), told, course };
}
