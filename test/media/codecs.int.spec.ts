import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParticipantId, RoomId } from '@yaji/contracts';
import { h264Frames } from '../../apps/media/src/recorder/rtp/h264.ts';
import { readPacket } from '../../apps/media/src/recorder/rtp/packet.ts';
import { vp8Frames } from '../../apps/media/src/recorder/rtp/vp8.ts';
import { clockRates, type Received, RtpStream } from '../../apps/media/src/recorder/stream.ts';
import type { Codec } from '../../apps/media/src/recorder/track/matroska.ts';
import type { Track } from '../../apps/media/src/recorder/track/track.ts';
import { TrackWriter } from '../../apps/media/src/recorder/track-writer.ts';
import { complaintsAbout, ffmpeg, packetsIn } from './track-file.ts';

const run = promisify(execFile);

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'yaji-codecs-')); });
afterEach(() => rm(folder, { recursive: true }));

const picture = ['-f', 'lavfi', '-i', 'testsrc=size=640x480:rate=25:duration=3'];
const senders: Record<Codec, string[]> = {
  h264: [...picture, '-c:v', 'libx264', '-profile:v', 'baseline', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p', '-g', '25', '-bsf:v', 'dump_extra'],
  vp8: [...picture, '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '800k', '-g', '25'],
  opus: ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=3:sample_rate=48000', '-ac', '2', '-c:a', 'libopus', '-b:a', '48k'],
};

type Packet = { bytes: Buffer; at: number };

/** Whoever is so uneven does not send in real time. */
const unevenMs = 400;

/** How much the packets were early and late by their timestamps, milliseconds. */
function unevennessOf(codec: Codec, packets: readonly Packet[]): number {
  const [first] = packets;
  if (!first) return Infinity;
  const zero = first.bytes.readUInt32BE(4);
  const late = packets.map(({ bytes, at }) => at - first.at - ((bytes.readUInt32BE(4) - zero) >>> 0) / clockRates[codec] * 1_000);
  return Math.max(...late) - Math.min(...late);
}

/** The RTP packets of three seconds, as ffmpeg sends them in real time, with the instant of each. On a machine that stood still meanwhile it sends them again. */
async function packetsOf(codec: Codec, tries = 4): Promise<Packet[]> {
  const packets = await sentBy(codec);
  const uneven = unevennessOf(codec, packets);
  if (uneven < unevenMs) return packets;
  if (tries <= 1) throw new Error(`this machine is too busy to send in real time: packets came ${Math.round(uneven)} ms apart from where they belong`);
  return packetsOf(codec, tries - 1);
}

/** What is sent is encoded before: a busy machine could not do both in real time. */
async function sentBy(codec: Codec): Promise<Packet[]> {
  const encoded = await mkdtemp(join(tmpdir(), 'yaji-encoded-'));
  const file = join(encoded, 'sent.nut');
  await run(ffmpeg, ['-v', 'error', '-y', ...senders[codec], file]);
  const socket = createSocket('udp4');
  const packets: Packet[] = [];
  socket.on('message', (bytes) => void packets.push({ bytes, at: performance.now() }));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  await run(ffmpeg, ['-v', 'error', '-re', '-i', file, '-c', 'copy', '-f', 'rtp', `rtp://127.0.0.1:${port}?pkt_size=1200`]);
  socket.close();
  await rm(encoded, { recursive: true });
  return packets.filter(({ bytes }) => bytes.readUInt8(1) < 192 || bytes.readUInt8(1) > 223);
}

/** Writes packets into a track as a tap does; answers its file and its sidecar. */
async function write(codec: Codec, packets: readonly Packet[]): Promise<{ file: string; track: Track }> {
  const kind = codec === 'opus' ? 'audio' : 'video';
  const broke = (cause: unknown): void => { throw cause; };
  const writer: TrackWriter = new TrackWriter({
    roomId: 'room' as RoomId, participantId: 'ann' as ParticipantId, source: codec === 'opus' ? 'microphone' : 'camera', kind, codec, folder, broke,
  }, (): Received => stream.received);
  const stream: RtpStream = new RtpStream(codec, writer);
  for (const { bytes, at } of packets) stream.push(bytes, at);
  stream.due(Infinity);
  await writer.close(stream);
  const name = (await readdir(folder)).find((one) => one.endsWith('.json'));
  if (!name) throw new Error('no track was written');
  const track = JSON.parse(await readFile(join(folder, name), 'utf8')) as Track;
  return { file: join(folder, `${track.trackId}.mkv`), track };
}

describe.each(['opus', 'vp8', 'h264'] as const)('a track of %s', (codec) => {
  let sent: Packet[];
  beforeAll(async () => { sent = await packetsOf(codec); });

  it('is what was sent: each frame, in its place, decodable', async () => {
    const { file, track } = await write(codec, sent);
    const packets = await packetsIn(file);
    const everyMs = codec === 'opus' ? 20 : 40;
    expect(packets.length).toBeGreaterThanOrEqual(3_000 / everyMs - 2);
    expect(packets.map(({ ms }, index) => Math.abs(ms - index * everyMs)).filter((off) => off > 2)).toEqual([]);
    expect(packets[0]?.key).toBe(true);
    expect(await complaintsAbout(file, [])).toBe('');
    expect(track).toMatchObject({ packets: sent.length, lost: 0, gaps: [], timing: 'arrival', sizes: codec === 'opus' ? [] : [{ atMs: 0, width: 640, height: 480 }] });
    expect((track.last?.monotonicMs ?? 0) - (track.first?.monotonicMs ?? 0)).toBeGreaterThan(2_500);
    expect((await readdir(folder)).sort()).toEqual([`${track.trackId}.json`, `${track.trackId}.mkv`]);
  });

  it('shows no smears after losses, and takes what comes late and double', async () => {
    const arrived = sent.flatMap((packet, index) => {
      if (index % 97 === 60) return [];
      const next = sent[index + 1];
      if (index % 10 === 3 && next) return [next, packet, packet];
      return index % 10 === 4 && index > 4 ? [] : [packet];
    });
    const { file } = await write(codec, arrived);
    expect((await packetsIn(file)).length).toBeGreaterThan(20);
    expect(await complaintsAbout(file, [])).toBe('');
  });
});

describe('what comes badly', () => {
  it('of sound, two packets in five and then a whole second lost: the rest stays in its place, and the sidecar says what is missing', async () => {
    const sent = await packetsOf('opus');
    const isLost = (index: number): boolean => index > 0 && (index % 5 === 1 || index % 5 === 3 || (index >= 60 && index < 110));
    const { file, track } = await write('opus', sent.filter((_, index) => !isLost(index)));
    const kept = sent.flatMap((_, index) => (isLost(index) ? [] : [index * 20]));
    expect((await packetsIn(file)).map(({ ms }) => ms)).toEqual(kept.map((ms) => expect.closeTo(ms, -0.6)));
    expect(track).toMatchObject({ packets: kept.length, lost: (kept.at(-1) ?? 0) / 20 + 1 - kept.length });
    expect(track.gaps).toEqual([{ fromMs: expect.closeTo(1_180, -0.6), toMs: expect.closeTo(2_200, -0.6), why: 'lost' }]);
    expect(await complaintsAbout(file, [])).toBe('');
  });

  it.each(['vp8', 'h264'] as const)('of a picture in %s: without a key frame no file, and where it could not go on a gap that says why', async (codec) => {
    const sent = await packetsOf(codec);
    const keys = keyFramesOf(codec, sent);
    expect(keys.length).toBeGreaterThanOrEqual(3);
    const isKey = ({ bytes }: { bytes: Buffer }): boolean => keys.includes(bytes.readUInt32BE(4));
    await expect(write(codec, sent.filter((packet) => !isKey(packet)))).rejects.toThrow('no track was written');
    // The second key frame is lost, the third comes.
    const { file, track } = await write(codec, sent.filter(({ bytes }) => bytes.readUInt32BE(4) !== keys[1]));
    expect(track.gaps).toEqual([{ fromMs: expect.closeTo(960, -0.6), toMs: expect.closeTo(2_000, -0.6), why: 'no-key-frame' }]);
    expect(await complaintsAbout(file, [])).toBe('');
  });
});

/** The RTP timestamps of the key frames, as a depacketizer finds them. */
function keyFramesOf(codec: 'vp8' | 'h264', packets: readonly Packet[]): number[] {
  const depacketizer = codec === 'vp8' ? vp8Frames() : h264Frames();
  const frames = packets.flatMap(({ bytes, at }) => {
    const packet = readPacket(bytes);
    return packet ? depacketizer.take({ packet, at, lost: 0 }) : [];
  });
  return frames.filter(({ key }) => key).map(({ timestamp }) => timestamp);
}
