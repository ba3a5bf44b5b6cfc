import { execFile } from 'node:child_process';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RecordingOrder, TranscriptLine } from '@yaji/contracts';
import type { ExtrasDetail, RecordingDetail, TakenPicture } from '@yaji/persistence';
import { id, person, says } from '../../../libs/salon/test/given.ts';
import { makeClip } from '../src/recording/clip.ts';
import { makeExtras } from '../src/recording/extras.ts';
import { publishRecording } from '../src/recording/publish-recording.ts';
import { at, closes, desk, type Desk, ends, grants, logOf, roomId, starts, zero } from './rooms.ts';
import { colourAt, inspect, loudnessOf, pixelAt, soundOf, store, tone } from './synthetic.ts';

jest.setTimeout(240_000);

const run = promisify(execFile);
let one: Desk;
afterAll(() => rm(one.publisher.dataDir, { recursive: true, force: true }));

const brings = (s: number, name: string) => says('mod', 'stage.bring', { participantId: id(name) }, at(s));
/** Ann and Bob speak, Cat sits on the stage with them and then, for four seconds, the floor is open. */
const talk = logOf(
  starts(0), brings(1, 'cat'), grants(2, 'ann', 0), ends(8, 1), grants(8, 'bob', 1), ends(14, 2),
  says('mod', 'floor.setMode', { mode: 'open' }, at(15)), says('mod', 'floor.setMode', { mode: 'queue' }, at(19)), closes(20),
);
const upTo = talk.at(-1)?.seq ?? 0;
const endOf = (turn: number): number => talk.findIndex((record) => record.type === 'TurnEnded' && record.data.turn === turn) + 1;
const film = (): string => join(one.publisher.dataDir, one.rows.get('recording')?.fileId ?? 'none');
const recording = (): RecordingDetail => one.rows.get('recording')?.detail as RecordingDetail;
const extras = (): ExtrasDetail => one.rows.get('extras')?.detail as ExtrasDetail;
const here = (file: string): string => join(one.publisher.dataDir, file);
const line = (fromS: number, toS: number, text: string, language = 'en'): TranscriptLine =>
  ({ lineId: text, turn: 1, participantId: person('ann'), language, fromAt: zero + fromS * 1_000, toAt: zero + toS * 1_000, text });

const [red, blue, green] = [[254, 0, 0], [0, 0, 254], [0, 128, 0]] as const;
const near = (seen: number[], wanted: readonly number[]): boolean => wanted.every((part, index) => Math.abs(part - (seen[index] ?? -99)) < 30);

beforeAll(async () => {
  one = await desk(talk);
  const wanted = (trackId: string, name: string, more: Partial<Parameters<typeof store>[1]>) => store(one.tracks, { trackId, name, startsAt: 0, seconds: 20, zero, ...more });
  await Promise.all([
    wanted('ann-mic', 'ann', { sound: 440, db: -26 }), wanted('ann-cam', 'ann', { colour: 'red' }), wanted('bob-mic', 'bob', { sound: 1_000, db: -6 }),
    wanted('bob-cam', 'bob', { colour: 'blue' }), wanted('cat-mic', 'cat', { sound: 700, db: -20 }), wanted('cat-cam', 'cat', { colour: 'green' }),
  ]);
});

const made = async (): Promise<Map<string, number>> => {
  const folder = join(one.publisher.dataDir, 'rooms', roomId, 'studio');
  const names = (await readdir(folder)).filter((name) => name.startsWith('cut-'));
  return new Map(await Promise.all(names.map(async (name): Promise<[string, number]> => [name, (await stat(join(folder, name))).mtimeMs])));
};

describe('a turn as a file of its own', () => {
  it('is there while the room goes on, with that turn and nothing else', async () => {
    one.archive.room.log = talk.slice(0, endOf(1));
    await makeClip({ roomId, upTo: endOf(1), turn: 1 }, one.publisher, one.course);
    const clip = one.archive.clipRows.get(1);
    expect(clip).toMatchObject({ upTo: endOf(1), detail: { participantId: person('ann'), title: 'ann · ann Park', durationMs: 6_000 } });
    const { durationMs, streams } = await inspect(here(clip?.fileId ?? ''));
    expect(Math.abs(durationMs - 6_000)).toBeLessThan(60);
    expect(streams).toEqual(['h264 1280x720', 'aac']);
    const sound = await soundOf(here(clip?.fileId ?? ''));
    expect(tone(sound, 440, [0.2, 5.8])).toBeGreaterThan(0.05);
    expect(tone(sound, 1_000, [0.2, 5.8])).toBeLessThan(0.01);
  });

  it('is not made of a turn that was not recorded, nor once more when the recording has it', async () => {
    await makeClip({ roomId, upTo: endOf(1), turn: 99 }, one.publisher, one.course);
    expect([...one.archive.clipRows.keys()]).toEqual([1]);
  });
});

describe('the whole', () => {
  beforeAll(async () => {
    const before = await made();
    one.archive.room.log = talk;
    one.archive.room.lines = [line(3, 5, 'Hello & <welcome>'), line(3, 5, '你好', 'zh-CN'), line(30, 31, 'never')];
    await publishRecording({ roomId, upTo, order: 0 }, one.publisher, { ...one.course, tell: (told) => {
      if (told.step === 'joining' && cutsAtJoin === null) cutsAtJoin = made();
    } });
    const after = (await cutsAtJoin) ?? new Map<string, number>();
    taken = [...before].filter(([name, at]) => after.get(name) === at).length;
    await makeExtras({ roomId, upTo, order: 0 }, one.publisher, one.course);
  });
  let cutsAtJoin: Promise<Map<string, number>> | null = null;
  let taken = 0;

  it('takes up the cuts of its clips, and leaves no unfinished work behind', async () => {
    expect(taken).toBeGreaterThan(0);
    expect((await readdir(join(one.publisher.dataDir, 'rooms', roomId, 'studio'))).filter((name) => name.startsWith('cut-'))).toEqual([]);
  });

  it('[CH24] shows the speaker large and the guest beside, and on the open floor the guest, who is heard', async () => {
    expect(near(await pixelAt(film(), 5, [500, 300]), red)).toBe(true);
    expect(near(await pixelAt(film(), 5, [1_130, 140]), green)).toBe(true);
    expect(near(await pixelAt(film(), 11, [500, 300]), blue)).toBe(true);
    expect(near(await colourAt(film(), 17), green)).toBe(true);
    const sound = await soundOf(film());
    expect(tone(sound, 700, [15.3, 18.7])).toBeGreaterThan(0.05);
    expect(tone(sound, 700, [2.3, 13.7])).toBeLessThan(0.01);
  });

  it('has every voice at the same loudness, -16 LUFS, however loud it came', async () => {
    const [ann, bob, cat] = [await loudnessOf(film(), [2.5, 7.5]), await loudnessOf(film(), [8.5, 13.5]), await loudnessOf(film(), [15.5, 18.5])];
    for (const lufs of [ann, bob, cat, await loudnessOf(film(), [0, 20])]) expect(Math.abs(lufs + 16)).toBeLessThan(1);
  });

  it('[CH27] has captions in the film and beside it, where the words are heard', async () => {
    expect((await inspect(film())).streams).toEqual(['h264 1280x720', 'aac', 'mov_text', 'mov_text']);
    const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', film(), '-map', '0:s:1', '-f', 'webvtt', '-']);
    expect(stdout).toContain('00:03.000 --> 00:05.000\n你好');
    expect(extras().captions.map(({ language }) => language)).toEqual(['en', 'zh-CN']);
    const vtt = (await run('cat', [here(extras().captions[0]?.fileId ?? '')])).stdout;
    expect(vtt).toBe('WEBVTT\n\n00:00:03.000 --> 00:00:05.000\nHello &amp; &lt;welcome&gt;\n');
  });

  it('gives the report a picture of each topic, of whoever else spoke, and of the stage, showing exactly whom they name', async () => {
    const [ofTopic, ofOther, ofStage, ...others] = extras().pictures ?? [];
    const at = async (picture: TakenPicture | undefined, x: number, y: number): Promise<number[]> => pixelAt(here(picture?.fileId ?? ''), 0, [x, y]);
    expect(others).toEqual([]);
    expect(ofTopic).toMatchObject({ pictureId: 'turn-1', kind: 'speaker', itemId: 'table', topicId: 'one', turn: 1, shows: [person('ann')], width: 320, height: 180 });
    expect((ofTopic?.at ?? 0) - zero).toBeGreaterThan(2_000);
    expect((ofTopic?.at ?? 0) - zero).toBeLessThan(8_000);
    expect(near(await at(ofTopic, 160, 90), red)).toBe(true);
    expect(ofOther).toMatchObject({ kind: 'speaker', shows: [person('bob')] });
    expect(near(await at(ofOther, 160, 90), blue)).toBe(true);
    expect(ofStage).toMatchObject({ pictureId: 'stage', kind: 'group', shows: [person('ann'), person('cat')], width: 1_280, height: 720 });
    expect(near(await at(ofStage, 500, 300), red)).toBe(true);
    expect(near(await at(ofStage, 1_130, 140), green)).toBe(true);
  });

  it('has its sound alone, a poster, and small pictures for the time line', async () => {
    const { of, soundBytes, poster, sprite } = extras();
    expect(of).toBe(one.rows.get('recording')?.fileId);
    const sound = here(one.rows.get('extras')?.fileId ?? '');
    expect(await inspect(sound)).toMatchObject({ streams: ['aac'], bytes: soundBytes });
    expect(Math.abs((await inspect(sound)).durationMs - 20_000)).toBeLessThan(60);
    expect(await inspect(here(poster ?? ''))).toMatchObject({ streams: ['mjpeg 1280x720'] });
    expect(sprite).toMatchObject({ everyMs: 2_000, count: 10, columns: 10, width: 160, height: 90 });
    expect(await inspect(here(sprite?.fileId ?? ''))).toMatchObject({ streams: ['mjpeg 1600x90'] });
    // The third small picture is that of second 4, when Ann speaks; the sixth that of second 10.
    expect(near(await pixelAt(here(sprite?.fileId ?? ''), 0, [2 * 160 + 60, 40]), red)).toBe(true);
    expect(near(await pixelAt(here(sprite?.fileId ?? ''), 0, [5 * 160 + 60, 40]), blue)).toBe(true);
  });

  it('has each turn as a file cut from it, in the place of the one made before', async () => {
    const clips = await one.archive.clips(roomId);
    expect(clips.map(({ turn, detail: { durationMs } }) => [turn, durationMs])).toEqual([[1, 6_000], [2, 6_000]]);
    for (const { turn, fileId, detail: { bytes } } of clips) {
      const sound = await soundOf(here(fileId));
      expect(Math.abs((await inspect(here(fileId))).durationMs - 6_000)).toBeLessThan(100);
      expect((await stat(here(fileId))).size).toBe(bytes);
      expect([tone(sound, 440, [0.2, 5.8]) > 0.05, tone(sound, 1_000, [0.2, 5.8]) > 0.05]).toEqual([turn === 1, turn === 2]);
      expect(near(await pixelAt(here(fileId), 0.04, [500, 300]), turn === 1 ? red : blue)).toBe(true);
    }
    const files = await readdir(join(one.publisher.dataDir, 'rooms', roomId));
    expect(files.filter((name) => name.startsWith('turn-'))).toHaveLength(2);
  });

  it('is made once: extras again change nothing but their captions', async () => {
    const before = (await stat(here(one.rows.get('extras')?.fileId ?? ''))).size;
    await makeExtras({ roomId, upTo, order: 0 }, one.publisher, one.course);
    expect((await stat(here(one.rows.get('extras')?.fileId ?? ''))).size).toBe(before);
    expect((await readdir(join(one.publisher.dataDir, 'rooms', roomId))).filter((name) => name.startsWith('captions-'))).toHaveLength(2);
  });
});

describe('the whole in another way', () => {
  it('[CH26] leaves somebody out, film, sound, clips and captions, and takes the place of the first', async () => {
    const order: RecordingOrder = { layout: 'speaker', without: [person('ann')], language: 'zh-CN' };
    one.archive.room.orders = [order];
    const first = film();
    await publishRecording({ roomId, upTo, order: 1 }, one.publisher, one.course);
    await makeExtras({ roomId, upTo, order: 1 }, one.publisher, one.course);
    expect(recording()).toMatchObject({ number: 1, order, durationMs: 20_000 });
    await expect(stat(first)).rejects.toThrow('ENOENT');
    const sound = await soundOf(film());
    expect(tone(sound, 440, [0.2, 19.8])).toBeLessThan(0.01);
    expect(tone(sound, 1_000, [8.2, 13.8])).toBeGreaterThan(0.05);
    expect(near(await colourAt(film(), 5), red)).toBe(false);
    expect(near(await pixelAt(film(), 11, [100, 100]), blue)).toBe(true);
    expect((await one.archive.clips(roomId)).map(({ turn }) => turn)).toEqual([2]);
    expect(extras().captions).toEqual([]);
    const files = await readdir(join(one.publisher.dataDir, 'rooms', roomId));
    expect(files.filter((name) => /^(turn|captions|sound|poster|pictures|recording)-/.test(name)).sort()).toEqual([
      `pictures-${upTo}-1.jpg`, `poster-${upTo}-1.jpg`, `recording-${upTo}-1.mp4`, `sound-${upTo}-1.m4a`, `turn-2-${upTo}-1.mp4`,
    ]);
  });

  it('is not undone by an order that came before', async () => {
    await publishRecording({ roomId, upTo, order: 0 }, one.publisher, one.course);
    expect(recording().number).toBe(1);
  });
});
