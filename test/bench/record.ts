import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AnyCommand, CommandId, ParticipantId, Recorded, RoomId, RoomPlan, SalonId } from '@yaji/contracts';
import { defaultRules } from '@yaji/salon';
import { createEngine, memoryBell, memoryEventStore } from '@yaji/engine';
import { localStorage } from '@yaji/platform';
import { memoryArchive } from '../../apps/worker/test/memory-archive.ts';
import { publishRecording } from '../../apps/worker/src/recording/publish-recording.ts';
import { benchOptions, report, type Goal } from './report.ts';

// A talk of three speakers with 720p cameras and one without, in turns of fifteen seconds with a slate now and then, published as the worker does it.
const goals: Goal[] = [{ metric: 'secondsPerMinute', atMost: 20 }];
const turnSeconds = 15;
const loopSeconds = 5;
const roomId = randomUUID() as RoomId;
const zero = Date.UTC(2026, 10, 21, 12);
const run = promisify(execFile);
const ffmpeg = (...args: string[]) => run('ffmpeg', ['-v', 'error', '-y', ...args]);

type Speaker = { participantId: ParticipantId; camera: boolean };
const speakers: Speaker[] = [true, true, false].map((camera) => ({ participantId: randomUUID() as ParticipantId, camera }));

/** The room's log, told by the rules themselves: `turns` turns, every third one followed by five idle seconds. */
async function history(turns: number): Promise<{ log: Recorded[]; seconds: number }> {
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
    if (turn % 3 === 2) {
      await say(s, { type: 'floor.end', data: { turn: turn + 1 } });
      s += 5;
    }
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

const options = benchOptions(60);
const dataDir = await mkdtemp(join(tmpdir(), 'yaji-record-'));
try {
  // Making the tracks takes a few seconds; a recorded minute is expected to take at most the goal's twenty.
  const turns = Math.max(2, Math.min(40, Math.floor(((options.seconds - 10) * 3) / turnSeconds)));
  const { log, seconds } = await history(turns);
  await tracks(join(dataDir, 'rooms', roomId, 'tracks'), seconds);
  const archive = memoryArchive(log);
  const storage = localStorage(dataDir);
  const begun = performance.now();
  let cutAt = begun;
  await publishRecording({ roomId, upTo: log.length, order: 0 }, { archive, storage, dataDir, ffmpeg: 'ffmpeg' }, {
    tell: ({ step }) => { if (step === 'cutting') cutAt = performance.now(); }, signal: new AbortController().signal, now: Date.now,
  });
  const tookSeconds = (performance.now() - begun) / 1_000;
  const made = archive.rows.get('recording');
  const bytes = (await storage.sizeOf((made?.fileId ?? '') as never)) ?? 0;
  const minutes = seconds / 60;
  report('record', {
    recordedSeconds: seconds, publishSeconds: tookSeconds, secondsPerMinute: tookSeconds / minutes, cuttingShare: (cutAt - begun) / 1_000 / tookSeconds,
    megabytesPerMinute: bytes / 1_048_576 / minutes, memoryMegabytes: process.memoryUsage().rss / 1_048_576,
  }, goals, options);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
