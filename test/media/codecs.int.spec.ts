import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParticipantId, RoomId } from '@yaji/contracts';
import { RtpStream } from '../../apps/media/src/recorder/stream.ts';
import type { Codec } from '../../apps/media/src/recorder/track/matroska.ts';
import type { Track } from '../../apps/media/src/recorder/track/track.ts';
import { TrackFile } from '../../apps/media/src/recorder/track/track-file.ts';
import { complaintsAbout, ffmpeg, packetsIn } from './track-file.ts';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'yaji-codecs-')); });
afterEach(() => rm(folder, { recursive: true }));

const picture = ['-f', 'lavfi', '-i', 'testsrc=size=640x480:rate=25:duration=3'];
const senders: Record<Codec, string[]> = {
  h264: [...picture, '-c:v', 'libx264', '-profile:v', 'baseline', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p', '-g', '25', '-bsf:v', 'dump_extra'],
  vp8: [...picture, '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '800k', '-g', '25'],
  opus: ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=3:sample_rate=48000', '-ac', '2', '-c:a', 'libopus', '-b:a', '48k'],
};

/** The RTP packets of three seconds, as ffmpeg sends them in real time, with the instant of each. */
async function packetsOf(codec: Codec): Promise<{ bytes: Buffer; at: number }[]> {
  const socket = createSocket('udp4');
  const packets: { bytes: Buffer; at: number }[] = [];
  socket.on('message', (bytes) => void packets.push({ bytes, at: performance.now() }));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  const child = spawn(ffmpeg, ['-v', 'error', '-re', ...senders[codec], '-f', 'rtp', `rtp://127.0.0.1:${port}?pkt_size=1200`], { stdio: ['ignore', 'ignore', 'inherit'] });
  await once(child, 'exit');
  socket.close();
  return packets.filter(({ bytes }) => bytes.readUInt8(1) < 192 || bytes.readUInt8(1) > 223);
}

/** Writes packets into a track as a tap does; answers its file. */
async function write(codec: Codec, packets: readonly { bytes: Buffer; at: number }[]): Promise<string> {
  const track: Track = {
    trackId: 'trial', roomId: 'room' as RoomId, participantId: 'ann' as ParticipantId, source: codec === 'opus' ? 'microphone' : 'camera',
    kind: codec === 'opus' ? 'audio' : 'video', codec, startedAtMs: 0, endedAtMs: null, writtenMs: 0, gaps: [],
  };
  const files: TrackFile[] = [];
  const stream = new RtpStream(codec, {
    begin: (opening) => void files.push(new TrackFile(folder, track, opening, (cause) => { throw cause; })),
    block: (block) => files[0]?.add(block),
  });
  for (const { bytes, at } of packets) stream.push(bytes, at);
  stream.due(Infinity);
  await files[0]?.close(3_000);
  return join(folder, 'trial.mkv');
}

describe.each(['opus', 'vp8', 'h264'] as const)('a track of %s', (codec) => {
  let sent: Awaited<ReturnType<typeof packetsOf>>;
  beforeAll(async () => { sent = await packetsOf(codec); });

  it('is what was sent: each frame, in its place, decodable', async () => {
    const file = await write(codec, sent);
    const packets = await packetsIn(file);
    const everyMs = codec === 'opus' ? 20 : 40;
    expect(packets.length).toBeGreaterThanOrEqual(3_000 / everyMs - 2);
    expect(packets.map(({ ms }, index) => Math.abs(ms - index * everyMs)).filter((off) => off > 2)).toEqual([]);
    expect(packets[0]?.key).toBe(true);
    expect(await complaintsAbout(file, [])).toBe('');
    expect(await readdir(folder)).toEqual(['trial.json', 'trial.mkv']);
  });

  it('shows no smears after losses, and takes what comes late and double', async () => {
    const arrived = sent.flatMap((packet, index) => {
      if (index % 97 === 60) return [];
      const next = sent[index + 1];
      if (index % 10 === 3 && next) return [next, packet, packet];
      return index % 10 === 4 && index > 4 ? [] : [packet];
    });
    const file = await write(codec, arrived);
    expect((await packetsIn(file)).length).toBeGreaterThan(30);
    expect(await complaintsAbout(file, [])).toBe('');
  });
});
