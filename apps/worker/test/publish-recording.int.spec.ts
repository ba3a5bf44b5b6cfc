import { statSync } from 'node:fs';
import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RecordingDetail } from '@yaji/persistence';
import { publishRecording } from '../src/recording/publish-recording.ts';
import { closes, desk, type Desk, ends, grants, logOf, pauses, resumes, roomId, starts, zero } from './rooms.ts';
import { colourAt, describe as describeTrack, inspect, joinTracks, killOne, loudness, soundOf, store, tone, type Wanted } from './synthetic.ts';

// Films are made here, perhaps on a machine that does much else.
jest.setTimeout(240_000);

const desks: Desk[] = [];
const opened = async (log: ReturnType<typeof logOf>): Promise<Desk> => {
  const one = await desk(log);
  desks.push(one);
  return one;
};
afterAll(() => Promise.all(desks.map(({ publisher }) => rm(publisher.dataDir, { recursive: true, force: true }))));

const film = ({ publisher, rows }: Desk): string => join(publisher.dataDir, rows.get('recording')?.fileId ?? 'none');
const detail = ({ rows }: Desk): RecordingDetail => rows.get('recording')?.detail as RecordingDetail;
type Place = [trackId: string, name: string, startsAt: number, seconds: number];
const wanted = (...[trackId, name, startsAt, seconds, more]: [...Place, Partial<Wanted>]): Wanted => ({ trackId, name, startsAt, seconds, zero, ...more });
const near = (colour: number[], [r, g, b]: [number, number, number]): boolean => [r, g, b].every((part, index) => Math.abs(part - (colour[index] ?? -99)) < 24);
const red: [number, number, number] = [254, 0, 0];
const blue: [number, number, number] = [0, 0, 254];
const paper: [number, number, number] = [246, 241, 231];

const talk = logOf(starts(2), grants(5, 'ann', 0), pauses(9, 1), resumes(12, 1), grants(15, 'bob', 1), ends(20, 2), grants(23, 'cat', 2), ends(27, 3), closes(28));
const upTo = talk.at(-1)?.seq ?? 0;

async function talkTracks({ tracks }: Desk): Promise<void> {
  await Promise.all([
    // Ann's microphone is off the air while she pauses: a hole in the file. It also begins late and goes on after her turn.
    store(tracks, wanted('ann-mic', 'ann', 5, 20, { sound: 440, holes: [[4, 7]], late: 0.3 })),
    store(tracks, wanted('ann-cam', 'ann', 5, 10, { colour: 'red', late: 0.4 })),
    store(tracks, wanted('bob-mic', 'bob', 0, 28, { sound: 1_000 })),
    store(tracks, wanted('bob-cam', 'bob', 0, 28, { colour: 'blue', size: '180x320' })),
    store(tracks, wanted('cat-mic', 'cat', 23, 4, { sound: 'speech' })),
  ]);
}

describe('a recorded talk', () => {
  let done: Desk;
  beforeAll(async () => {
    done = await opened(talk);
    await talkTracks(done);
    await publishRecording({ roomId, upTo, order: 0 }, done.publisher, done.course);
  });

  it('becomes one film of 720p H.264 and AAC, as long as what was recorded', async () => {
    const { durationMs, streams } = await inspect(film(done));
    expect(streams).toEqual(['h264 1280x720', 'aac']);
    expect(Math.abs(durationMs - 26_000)).toBeLessThan(60);
    expect(detail(done)).toMatchObject({ durationMs: 26_000, startedAt: zero + 2_000, missing: [] });
  });

  it('[CH13] has a chapter for each turn, and for each title card', async () => {
    const { chapters } = await inspect(film(done));
    expect(chapters.map(({ title, fromMs }) => [title, fromMs])).toEqual([['one', 0], ['ann · ann Park', 3_000], ['bob · bob Park', 13_000], ['one', 18_000], ['cat · cat Park', 21_000]]);
    expect(detail(done).chapters.map(({ offsetMs, durationMs }) => [offsetMs, durationMs])).toEqual([[3_000, 10_000], [13_000, 5_000], [21_000, 4_000]]);
  });

  it('[CH10] lets exactly the speaker be heard in each turn, and nobody in pauses and between turns', async () => {
    const sound = await soundOf(film(done));
    const heard = (span: [number, number]) => ({ ann: tone(sound, 440, span) > 0.05, bob: tone(sound, 1_000, span) > 0.05, loud: loudness(sound, span) > 0.01 });
    expect(heard([0.2, 2.9])).toEqual({ ann: false, bob: false, loud: false });
    expect(heard([3.5, 6.8])).toEqual({ ann: true, bob: false, loud: true });
    expect(heard([7.2, 9.8])).toEqual({ ann: false, bob: false, loud: false });
    expect(heard([10.3, 12.8])).toEqual({ ann: true, bob: false, loud: true });
    expect(heard([13.2, 17.8])).toEqual({ ann: false, bob: true, loud: true });
    expect(heard([18.2, 20.8])).toEqual({ ann: false, bob: false, loud: false });
    expect(heard([21.2, 24.8])).toEqual({ ann: false, bob: false, loud: true });
  });

  it('puts every sound where it was heard, to a twentieth of a second', async () => {
    const sound = await soundOf(film(done));
    const onset = (hertz: number, from: number): number => {
      let s = from;
      while (tone(sound, hertz, [s, s + 0.02]) < 0.05 && s < from + 5) s += 0.005;
      return s;
    };
    expect(Math.abs(onset(440, 2) - 3.3)).toBeLessThan(0.05);
    expect(Math.abs(onset(440, 8) - 10)).toBeLessThan(0.05);
    expect(Math.abs(onset(1_000, 12) - 13)).toBeLessThan(0.05);
  });

  it('[CH10] [CH11] shows the speaker, a card for who has no camera, and a slate between', async () => {
    const file = film(done);
    expect(near(await colourAt(file, 1), paper)).toBe(true);
    for (const second of [3.1, 6, 8.5, 12.5]) expect([second, near(await colourAt(file, second), red)]).toEqual([second, true]);
    for (const second of [13.1, 17.5]) expect([second, near(await colourAt(file, second), blue)]).toEqual([second, true]);
    for (const second of [19, 22]) expect([second, near(await colourAt(file, second), paper)]).toEqual([second, true]);
  });

  it('tells how far it is, and leaves nothing unfinished', async () => {
    const { told, publisher } = done;
    const percents = told.map(({ percent }) => percent);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(new Set(told.map(({ step }) => step))).toEqual(new Set(['reading', 'cutting', 'joining', 'storing']));
    expect((await readdir(join(publisher.dataDir, 'rooms', roomId))).sort()).toEqual([`recording-${upTo}.mp4`, 'tracks']);
  });

  it('is made once: the same job again changes nothing, a later one without news only moves its number', async () => {
    const { publisher, course, rows } = done;
    const before = await stat(film(done));
    await publishRecording({ roomId, upTo, order: 0 }, publisher, course);
    await publishRecording({ roomId, upTo: upTo - 1, order: 0 }, publisher, course);
    expect((await stat(film(done))).mtimeMs).toBe(before.mtimeMs);
    rows.set('recording', { ...rows.get('recording'), upTo: upTo - 1 } as never);
    await publishRecording({ roomId, upTo, order: 0 }, publisher, course);
    expect((await stat(film(done))).mtimeMs).toBe(before.mtimeMs);
    expect(rows.get('recording')?.upTo).toBe(upTo);
  });
});

describe('a picture whose size changes on its way', () => {
  it('fills the frame before and after, and goes on without a jump', async () => {
    // She takes her camera away as her turn ends: the last picture stays until the recording does.
    const one = await opened(logOf(starts(0), grants(0, 'ann', 0), ends(10, 1), closes(10.6)));
    const small = await store(one.tracks, wanted('small', 'ann', 0, 5, { colour: 'red', size: '160x90' }));
    const large = await store(one.tracks, wanted('large', 'ann', 5, 5, { colour: 'blue', size: '640x360' }));
    await joinTracks([small, large], join(one.tracks, 'ann-cam.mkv'));
    await Promise.all(['small', 'large'].flatMap((name) => [rm(join(one.tracks, `${name}.mkv`)), rm(join(one.tracks, `${name}.json`))]));
    await describeTrack(one.tracks, wanted('ann-cam', 'ann', 0, 10, {}), { source: 'camera', endedAtMs: zero + 10_100 });
    await store(one.tracks, wanted('ann-mic', 'ann', 0, 10, { sound: 440 }));
    await publishRecording({ roomId, upTo: 99, order: 0 }, one.publisher, one.course);
    for (const second of [0.5, 4.5]) expect([second, near(await colourAt(film(one), second), red)]).toEqual([second, true]);
    for (const second of [5.3, 9.8, 10.4]) expect([second, near(await colourAt(film(one), second), blue)]).toEqual([second, true]);
    expect(detail(one).missing).toEqual([]);
    expect(Math.abs((await inspect(film(one))).durationMs - 10_600)).toBeLessThan(60);
  });
});

describe('a program that is killed in the middle', () => {
  it('fails the attempt; the next one takes up what is made and completes', async () => {
    const one = await opened(talk);
    await talkTracks(one);
    const folder = join(one.publisher.dataDir, 'rooms', roomId, 'studio');
    const job = publishRecording({ roomId, upTo, order: 0 }, one.publisher, one.course);
    const killed = killOne(folder, 3);
    await expect(job).rejects.toThrow(/SIGKILL/);
    expect(await killed).toBe(true);
    expect(one.rows.size).toBe(0);
    const made = (await readdir(folder)).filter((name) => name.startsWith('cut-'));
    expect(made.length).toBeGreaterThanOrEqual(3);
    const times = await Promise.all(made.map((name) => stat(join(folder, name)).then(({ mtimeMs }) => mtimeMs)));
    const again = publishRecording({ roomId, upTo, order: 0 }, one.publisher, { ...one.course, tell: (told) => {
      if (told.step === 'joining') for (const [index, name] of made.entries()) expect(statSync(join(folder, name)).mtimeMs).toBe(times[index]);
    } });
    await again;
    expect(Math.abs((await inspect(film(one))).durationMs - 26_000)).toBeLessThan(60);
  });

  it('stops at once when the worker closes', async () => {
    const one = await opened(talk);
    await talkTracks(one);
    const closing = new AbortController();
    const job = publishRecording({ roomId, upTo, order: 0 }, one.publisher, { ...one.course, signal: closing.signal, tell: ({ step }) => { if (step === 'cutting') closing.abort(new Error('closing')); } });
    await expect(job).rejects.toThrow('was stopped');
    expect(one.rows.size).toBe(0);
  });

  it('that is not there says what to do', async () => {
    const one = await opened(talk);
    await expect(publishRecording({ roomId, upTo, order: 0 }, { ...one.publisher, ffmpeg: '/nowhere/ffmpeg' }, one.course)).rejects.toMatchObject({ isAbsent: true });
  });
});

describe('what is not as it should be', () => {
  const short = logOf(starts(0), grants(0, 'ann', 0), grants(8, 'bob', 1), closes(16));
  const job = { roomId, upTo: short.at(-1)?.seq ?? 0, order: 0 };

  it('never fails the film: torn, empty and lost tracks are told', async () => {
    const one = await opened(short);
    const { tracks } = one;
    await Promise.all([
      store(tracks, wanted('ann-cam', 'ann', 0, 8, { colour: 'red' })), store(tracks, wanted('bob-mic', 'bob', 8, 8, { sound: 1_000 })),
    ]);
    const torn = await store(tracks, wanted('ann-mic', 'ann', 0, 8, { sound: 440 }));
    await truncate(torn, Math.round((await stat(torn)).size / 2));
    await describeTrack(tracks, wanted('bob-cam', 'bob', 8, 8, {}), { source: 'camera', endedAtMs: zero + 16_000 });
    await describeTrack(tracks, wanted('bob-lost', 'bob', 8, 8, {}), { source: 'microphone', endedAtMs: zero + 16_000 });
    await writeFile(join(tracks, 'bob-cam.mkv'), 'this is no film');
    await writeFile(join(tracks, 'broken.json'), '{ "trackId": ');
    await publishRecording(job, one.publisher, one.course);
    const sound = await soundOf(film(one));
    expect(Math.abs((await inspect(film(one))).durationMs - 16_000)).toBeLessThan(60);
    expect(tone(sound, 440, [0.5, 2.5])).toBeGreaterThan(0.05);
    expect(tone(sound, 1_000, [8.5, 15.5])).toBeGreaterThan(0.05);
    expect(near(await colourAt(film(one), 12), paper)).toBe(true);
    expect(detail(one).missing?.map(({ what, why, trackId }) => [what, why, trackId]).sort()).toEqual([
      ['sound', 'lost', null], ['track', 'no-file', 'bob-lost'], ['track', 'torn', 'ann-mic'], ['track', 'unreadable', 'bob-cam'],
    ]);
  });

  it('a picture that cannot be decoded becomes a card, and is told', async () => {
    const one = await opened(short);
    const file = await store(one.tracks, wanted('ann-cam', 'ann', 0, 8, { colour: 'red' }));
    await store(one.tracks, wanted('ann-mic', 'ann', 0, 8, { sound: 440 }));
    await store(one.tracks, wanted('bob-mic', 'bob', 8, 8, { sound: 1_000 }));
    const bytes = await readFile(file);
    // Codec id V_VP8 becomes one that nobody knows: packets are there, pictures are not.
    bytes.write('V_VPX', bytes.indexOf('V_VP8'));
    await writeFile(file, bytes);
    await publishRecording(job, one.publisher, one.course);
    expect(near(await colourAt(film(one), 4), paper)).toBe(true);
    expect(detail(one).missing).toMatchObject([{ what: 'picture', why: 'unreadable', trackId: 'ann-cam', turn: 1, offsetMs: 0, durationMs: 8_000 }]);
    expect(tone(await soundOf(film(one)), 440, [0.5, 7.5])).toBeGreaterThan(0.05);
  });

  it('a speaker without any sound is told', async () => {
    const one = await opened(short);
    await publishRecording(job, one.publisher, one.course);
    expect(detail(one).missing).toMatchObject([{ what: 'sound', why: 'not-recorded', turn: 1, durationMs: 8_000 }, { what: 'sound', turn: 2 }]);
  });

  it('a room in which nobody spoke is a slate', async () => {
    const one = await opened(logOf(starts(0), closes(4)));
    await publishRecording({ roomId, upTo: 99, order: 0 }, one.publisher, one.course);
    expect(Math.abs((await inspect(film(one))).durationMs - 4_000)).toBeLessThan(60);
    expect(detail(one)).toMatchObject({ chapters: [], missing: [] });
  });

  it('a room that was not recorded has no film', async () => {
    const one = await opened(logOf(grants(2, 'ann', 0), closes(4)));
    await publishRecording({ roomId, upTo: 99, order: 0 }, one.publisher, one.course);
    expect(one.rows.size).toBe(0);
  });

  it('names cannot reach the filter, the shell or the chapters\' syntax', async () => {
    const evil = `x';drawbox=c=red; $(touch /tmp/no) %{pts} \\N [s0] "=;#\n发言 ${'w'.repeat(200)}`;
    const one = await opened(short.map((record) => (record.type === 'MemberJoined' && record.words ? { ...record, words: { name: { en: evil, 'zh-CN': '发言人甲' }, organisation: { en: evil } } } : record)));
    await store(one.tracks, wanted('ann-cam', 'ann', 0, 8, { colour: 'red' }));
    await publishRecording(job, one.publisher, one.course);
    expect((await inspect(film(one))).chapters[0]?.title).toBe(`${evil} · ${evil}`);
    await expect(stat('/tmp/no')).rejects.toThrow();
    expect(near(await colourAt(film(one), 4), red)).toBe(true);
    expect(detail(one).missing?.filter(({ what }) => what === 'lettering')).toEqual([]);
  });
});
