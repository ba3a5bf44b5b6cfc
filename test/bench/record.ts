import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AnyCommand, CommandId, ParticipantId, Recorded, RoomId, RoomPlan, SalonId } from '@yaji/contracts';
import { defaultRules } from '@yaji/salon';
import { createEngine, memoryBell, memoryEventStore } from '@yaji/engine';
import { type FileId, localStorage } from '@yaji/platform';
import { memoryArchive } from '../../apps/worker/test/memory-archive.ts';
import type { Course } from '../../apps/worker/src/progress.ts';
import { bringFilm } from '../../apps/worker/src/recording/bring-film.ts';
import { makeClip } from '../../apps/worker/src/recording/clip.ts';
import { makeExtras } from '../../apps/worker/src/recording/extras.ts';
import { studioFor } from '../../apps/worker/src/recording/material.ts';
import { publishRecording } from '../../apps/worker/src/recording/publish-recording.ts';
import { soundOf } from '../../apps/worker/src/recording/take-from-film.ts';
import { benchOptions, report, type Goal } from './report.ts';

// A salon of three speakers, two with 720p cameras, in six turns with a title card after every third: each turn becomes a clip when it has ended,
// then the whole is published and its extras taken, as the worker does it. The tracks lie ready: what is measured is the work.
const goals: Goal[] = [
  { metric: 'timesRealTime', atLeast: 3 }, { metric: 'clipSeconds', atMost: 60 }, { metric: 'closeToPublishedShare', atMost: 0.25 },
  { metric: 'soundTimesRealTime', atLeast: 60 }, { metric: 'memoryMegabytes', atMost: 600 },
];
const turns = 6;
const cardSeconds = 5;
const loopSeconds = 5;
const roomId = randomUUID() as RoomId;
const zero = Date.UTC(2026, 10, 21, 12);
const run = promisify(execFile);
const ffmpeg = (...args: string[]) => run('ffmpeg', ['-v', 'error', '-y', ...args]);

type Speaker = { participantId: ParticipantId; camera: boolean };
const speakers: Speaker[] = [true, true, false].map((camera) => ({ participantId: randomUUID() as ParticipantId, camera }));

/** The room's log, told by the rules themselves. */
async function history(turnSeconds: number): Promise<{ log: Recorded[]; seconds: number }> {
  let at = zero;
  const engine = createEngine({ store: memoryEventStore(), bell: memoryBell(), now: () => at, jobsOf: () => [], report: (error) => { throw error; } });
  const [host] = speakers;
  const say = async (s: number, command: AnyCommand, by: ParticipantId | null = host?.participantId ?? null): Promise<void> => {
    at = zero + s * 1_000;
    const outcome = await engine.handle(roomId, command, { by, commandId: randomUUID() as CommandId });
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
  };
  const rules: RoomPlan['rules'] = { ...defaultRules, recording: 'by-hand' };
  const plan: RoomPlan = { salonId: randomUUID() as SalonId, roomId, title: { en: 'Bench', 'zh-CN': '测试' }, languages: ['en', 'zh-CN'], agenda: [], rules };
  await say(0, { type: 'room.open', data: { plan, people: [] } }, null);
  for (const [index, { participantId }] of speakers.entries()) {
    const plate = { name: { en: `Speaker ${index + 1}`, 'zh-CN': '发言人' }, organisation: { en: 'Example Park', 'zh-CN': '示例园' } };
    await say(0, { type: 'member.enter', data: { person: { participantId, role: 'owner', organisationId: null, country: null, languages: [] }, plate, place: 'remote', message: null } }, null);
  }
  await say(0, { type: 'recording.start', data: {} });
  let s = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const speaker = speakers[turn % speakers.length];
    if (speaker) await say(s, { type: 'floor.grantTo', data: { participantId: speaker.participantId, afterTurn: turn } });
    s += turnSeconds;
    await say(s, { type: 'floor.end', data: { turn: turn + 1 } });
    if (turn % 3 === 2) s += cardSeconds;
  }
  await say(s, { type: 'room.close', data: {} });
  const log = await engine.read(roomId, 0);
  await engine.close();
  return { log, seconds: s };
}

/** Tracks over the whole talk, looped from a few seconds of moving picture and of sound. */
async function tracks(folder: string, seconds: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [picture, sound] = [join(folder, 'loop-v.mkv'), join(folder, 'loop-a.mkv')];
  const moving = `testsrc2=s=1280x720:r=25:d=${loopSeconds},noise=alls=12:allf=t`;
  await ffmpeg('-f', 'lavfi', '-i', moving, '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '1500k', '-g', '125', picture);
  await ffmpeg('-f', 'lavfi', '-i', `sine=frequency=300:sample_rate=48000:d=${loopSeconds}`, '-c:a', 'libopus', '-b:a', '48k', '-ac', '2', sound);
  for (const { participantId, camera } of speakers) {
    for (const [kind, loop] of camera ? [['audio', sound], ['video', picture]] as const : [['audio', sound]] as const) {
      const trackId = randomUUID();
      await ffmpeg('-stream_loop', String(Math.ceil(seconds / loopSeconds)), '-i', loop, '-t', String(seconds), '-c', 'copy', join(folder, `${trackId}.mkv`));
      await writeFile(join(folder, `${trackId}.json`), JSON.stringify({
        trackId, participantId, kind, source: kind === 'audio' ? 'microphone' : 'camera', startedAtMs: zero, endedAtMs: zero + seconds * 1_000, writtenMs: seconds * 1_000, gaps: [],
      }));
    }
  }
  await Promise.all([rm(picture), rm(sound)]);
}

/** The most memory that any program below this process held at the same time as this one, in megabytes; looked at five times a second. */
function watchMemory(): { most: number; stop: () => void } {
  const watch = { most: 0, stop: () => clearInterval(looking) };
  const look = async (): Promise<void> => {
    const children = (await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')).trim().split(' ').filter((pid) => pid !== '');
    const resident = await Promise.all(children.map((pid) => readFile(`/proc/${pid}/statm`, 'utf8').then((text) => Number(text.split(' ')[1]) * pageBytes, () => 0)));
    watch.most = Math.max(watch.most, [process.memoryUsage().rss, ...resident].reduce((sum, bytes) => sum + bytes, 0) / 1_048_576);
  };
  const looking = setInterval(() => void look(), 200);
  return watch;
}
const pageBytes = 4_096;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
};

const options = benchOptions(600);
const dataDir = await mkdtemp(join(tmpdir(), 'yaji-record-'));
try {
  const { log, seconds } = await history(Math.floor((options.seconds - 2 * cardSeconds) / turns));
  await tracks(join(dataDir, 'rooms', roomId, 'tracks'), seconds);
  const archive = memoryArchive(log);
  const storage = localStorage(dataDir);
  const publisher = { archive, storage, dataDir, ffmpeg: 'ffmpeg' };
  const course: Course = { tell: () => undefined, signal: new AbortController().signal, now: Date.now };
  const memory = watchMemory();
  const clips: number[] = [];
  for (const { seq, type, data } of log) {
    if (type !== 'TurnEnded') continue;
    archive.room.log = log.slice(0, seq);
    clips.push(await timed(() => makeClip({ roomId, upTo: seq, turn: data.turn }, publisher, course)));
  }
  archive.room.log = log;
  const publishSeconds = await timed(() => publishRecording({ roomId, upTo: log.length, order: 0 }, publisher, course));
  const made = archive.rows.get('recording');
  const studio = await studioFor(publisher, roomId, course.signal);
  const { file, release } = await bringFilm(storage, (made?.fileId ?? '') as FileId, studio);
  const soundSeconds = await timed(() => soundOf(studio, file, seconds * 1_000));
  await release();
  const extrasSeconds = await timed(() => makeExtras({ roomId, upTo: log.length, order: 0 }, publisher, course));
  memory.stop();
  const workSeconds = clips.reduce((sum, one) => sum + one, publishSeconds);
  const bytes = made && 'bytes' in made.detail ? (made.detail.bytes ?? 0) : 0;
  report('record', {
    recordedSeconds: seconds, timesRealTime: seconds / workSeconds, clipSeconds: Math.max(...clips), closeToPublishedShare: publishSeconds / seconds, publishSeconds,
    soundTimesRealTime: seconds / soundSeconds, extrasSeconds, megabytesPerMinute: bytes / 1_048_576 / (seconds / 60), memoryMegabytes: memory.most,
  }, goals, options);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
