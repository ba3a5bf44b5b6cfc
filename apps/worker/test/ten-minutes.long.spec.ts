import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { TranscriptLine } from '@yaji/contracts';
import type { ExtrasDetail, RecordingDetail } from '@yaji/persistence';
import { says } from '../../../libs/salon/test/given.ts';
import { makeClip } from '../src/recording/clip.ts';
import { makeExtras } from '../src/recording/extras.ts';
import { publishRecording } from '../src/recording/publish-recording.ts';
import { at, closes, desk, type Desk, ends, grants, logOf, pauses, resumes, roomId, starts, zero } from './rooms.ts';
import { colourAt, describe as describeTrack, inspect, joinTracks, killOne, soundOf, store, tone, type Wanted } from './synthetic.ts';

jest.setTimeout(400_000);

// Ten minutes of a room in which everything happens that may happen to a recording. Each speaker has a tone and a colour of his own.
const hertz = { ann: 440, bob: 1_000, cat: 700 } as const;
const stops = (s: number) => says('mod', 'recording.stop', {}, at(s));
const records = (s: number) => says('mod', 'recording.start', {}, at(s));
const talk = logOf(
  starts(0), grants(5, 'ann', 0), ends(95, 1), grants(95, 'bob', 1), pauses(120, 2), resumes(130, 2), ends(190, 2), grants(190, 'cat', 2), ends(280, 3),
  stops(285), records(315), grants(320, 'ann', 3), ends(400, 4), grants(400, 'bob', 4), ends(490, 5), grants(560, 'cat', 5), ends(598, 6), closes(600),
);
const upTo = talk.at(-1)?.seq ?? 0;
/** Of the file: the half minute that was not recorded is not in it. */
const inFile = (s: number): number => (s <= 285 ? s : s - 30);
const turns = ([[1, 'ann', 5, 95], [2, 'bob', 95, 190], [3, 'cat', 190, 280], [4, 'ann', 320, 400], [5, 'bob', 400, 490], [6, 'cat', 560, 598]] as const)
  .map(([turn, name, from, to]) => ({ turn, name, from: inFile(from), to: inFile(to) }));
const lines: TranscriptLine[] = [[10, 'first'], [200, 'third'], [300, 'unrecorded'], [570, 'last']].map(([s, text]) =>
  ({ lineId: String(text), turn: null, participantId: null, language: 'en', fromAt: zero + Number(s) * 1_000, toAt: zero + Number(s) * 1_000 + 2_000, text: String(text) }));

let one: Desk;
let sound: Int16Array;
const film = (): string => join(one.publisher.dataDir, one.rows.get('recording')?.fileId ?? 'none');
const detail = (): RecordingDetail => one.rows.get('recording')?.detail as RecordingDetail;
afterAll(() => rm(one.publisher.dataDir, { recursive: true, force: true }));

async function tracks(): Promise<void> {
  const wanted = (trackId: string, name: string, [startsAt, endsAt]: [number, number], more: Partial<Wanted>): Wanted => ({ trackId, name, startsAt, seconds: endsAt - startsAt, zero, ...more });
  const keep = (...some: Parameters<typeof wanted>): Promise<string> => store(one.tracks, wanted(...some));
  const [small, large] = await Promise.all([keep('small', 'ann', [5, 50], { colour: 'red', size: '640x360' }), keep('large', 'ann', [50, 95], { colour: 'red', size: '1280x720' })]);
  await joinTracks([small, large], join(one.tracks, 'ann-cam.mkv'));
  await Promise.all(['small', 'large'].flatMap((name) => [rm(join(one.tracks, `${name}.mkv`)), rm(join(one.tracks, `${name}.json`))]));
  await describeTrack(one.tracks, wanted('ann-cam', 'ann', [5, 95], {}), { source: 'camera', endedAtMs: zero + 95_000 });
  // Comes and goes ten times in ninety seconds, away for a third of a second each time.
  const visits = Array.from({ length: 10 }, (_, n): [number, number] => [190 + n * 9, 199 + n * 9 - 0.3]);
  await Promise.all([
    keep('ann-mic', 'ann', [5, 95], { sound: hertz.ann }), keep('bob-mic', 'bob', [95, 190], { sound: hertz.bob, lost: 0.4 }), keep('bob-cam', 'bob', [95, 190], { colour: 'blue' }),
    ...visits.map((visit, n) => keep(`cat-mic-${n}`, 'cat', visit, { sound: hertz.cat })), keep('ann-mic-2', 'ann', [320, 400], { sound: hertz.ann }), keep('cat-mic-last', 'cat', [560, 600], { sound: hertz.cat }),
  ]);
  // A picture that nobody can decode, a sound whose file was torn in the middle, a file that is gone.
  const odd = await keep('ann-cam-2', 'ann', [320, 400], { colour: 'red' });
  const bytes = await readFile(odd);
  bytes.write('V_VPX', bytes.indexOf('V_VP8'));
  await writeFile(odd, bytes);
  const torn = await keep('bob-mic-2', 'bob', [400, 490], { sound: hertz.bob });
  await truncate(torn, Math.round((await stat(torn)).size / 2));
  await describeTrack(one.tracks, wanted('cat-cam', 'cat', [560, 600], {}), { source: 'camera', endedAtMs: zero + 600_000 });
}

/** What becomes of a run whose program is killed in the middle. */
async function killed(run: () => Promise<void>, afterCuts: number): Promise<string> {
  const running = run().then(() => 'done', String);
  await killOne(join(one.publisher.dataDir, 'rooms', roomId, 'studio'), afterCuts);
  return running;
}

beforeAll(async () => {
  one = await desk(talk);
  one.archive.room.lines = lines;
  await tracks();
  const ended = talk.findIndex((record) => record.type === 'TurnEnded' && record.data.turn === 1) + 1;
  await makeClip({ roomId, upTo: ended, turn: 1 }, one.publisher, one.course);
  const job = { roomId, upTo, order: 0 };
  expect(await killed(() => publishRecording(job, one.publisher, one.course), 4)).toMatch(/SIGKILL/);
  await publishRecording(job, one.publisher, one.course);
  await makeExtras(job, one.publisher, one.course);
  sound = await soundOf(film());
});

const strongest = (span: [number, number]): string => {
  const heard = Object.entries(hertz).map(([name, frequency]) => ({ name, level: tone(sound, frequency, span) })).sort((a, b) => b.level - a.level);
  const [first, second] = heard;
  return first && second && first.level > 0.02 && first.level > 4 * second.level ? first.name : 'nobody';
};

describe('ten minutes in which everything happens', () => {
  it('are as long as what was recorded, in two pieces', async () => {
    expect(Math.abs((await inspect(film())).durationMs - 570_000)).toBeLessThan(1_000);
    expect(detail().pieces).toEqual([{ offsetMs: 0, durationMs: 285_000, fromAt: zero }, { offsetMs: 285_000, durationMs: 285_000, fromAt: zero + 315_000 }]);
  });

  it('have a chapter for each turn, with the sound of its speaker and of nobody else, second by second', async () => {
    const { chapters } = await inspect(film());
    const spoken = chapters.filter(({ title }) => title.includes('Park'));
    expect(spoken.map(({ title, fromMs, toMs }) => [title.split(' ')[0], fromMs, toMs])).toEqual(turns.map(({ name, from, to }) => [name, from * 1_000, to * 1_000]));
    for (const { turn, name, from, to } of turns) {
      const isSilent = (s: number): boolean => (turn === 2 && s >= inFile(119.5) && s < inFile(130.5)) || (turn === 5 && s >= inFile(444));
      for (let s = from; s < to; s += 1) if (!isSilent(s)) expect([turn, s, strongest([s, s + 1])]).toEqual([turn, s, name]);
    }
  });

  it('are silent while a turn is paused and while nothing is said', () => {
    for (const span of [[121, 129], [inFile(492), inFile(558)], [282, 288]] as [number, number][]) expect([span, strongest(span)]).toEqual([span, 'nobody']);
  });

  it('lose no second of a speaker who leaves and returns ten times', () => {
    for (let s = 190; s < 279.5; s += 0.5) expect([s, tone(sound, hertz.cat, [s, s + 0.5]) > 0.01]).toEqual([s, true]);
  });

  it('change picture and sound at the same instant, also after the break', async () => {
    const onset = (frequency: number, from: number): number => {
      let s = from;
      while (tone(sound, frequency, [s, s + 0.02]) < 0.02 && s < from + 5) s += 0.005;
      return s;
    };
    expect(Math.abs(onset(hertz.bob, 93) - 95)).toBeLessThan(0.08);
    expect(Math.abs(onset(hertz.cat, inFile(558)) - inFile(560))).toBeLessThan(0.08);
    const blue = (colour: number[]): boolean => (colour[2] ?? 0) > 200 && (colour[0] ?? 0) < 60;
    expect([blue(await colourAt(film(), 94.9)), blue(await colourAt(film(), 95.04)), blue(await colourAt(film(), 189.9)), blue(await colourAt(film(), 190.04))]).toEqual([false, true, true, false]);
  });

  it('say exactly what is missing', () => {
    const told = (detail().missing ?? []).map(({ what, why, trackId, turn }) => [what, why, trackId, turn]).sort();
    expect(told).toEqual([
      ['picture', 'unreadable', 'ann-cam-2', 4], ['picture', 'unreadable', 'ann-cam-2', 4], ['sound', 'lost', null, 5], ['track', 'no-file', 'cat-cam', null], ['track', 'torn', 'bob-mic-2', null],
    ]);
    const lost = detail().missing?.find(({ why, what }) => why === 'lost' && what === 'sound');
    expect(Math.abs((lost?.offsetMs ?? 0) - inFile(445) * 1_000)).toBeLessThan(2_000);
  });

  it('have their captions in place, beside the film and in it', async () => {
    const extras = one.rows.get('extras')?.detail as ExtrasDetail;
    const vtt = await readFile(join(one.publisher.dataDir, extras.captions[0]?.fileId ?? ''), 'utf8');
    expect(vtt).toBe('WEBVTT\n\n00:00:10.000 --> 00:00:12.000\nfirst\n\n00:03:20.000 --> 00:03:22.000\nthird\n\n00:09:00.000 --> 00:09:02.000\nlast\n');
    expect((await inspect(film())).streams).toContain('mov_text');
    expect((await one.archive.clips(roomId)).map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
