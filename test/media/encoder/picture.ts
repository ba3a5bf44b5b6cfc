import { spawn } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { freePort } from '../../support/free-port.ts';

export type Made = { codec: 'vp8' | 'h264'; colour: string; frequency: number };
export type PayloadTypes = { video: number; audio: number };
export const ssrcs = { video: 11_111, audio: 22_222 };

/** No test needs more. */
const mostSeconds = 60;
const ffmpeg = process.env.YAJI_FFMPEG ?? 'ffmpeg';
const codecs: Record<Made['codec'], string[]> = {
  vp8: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '600k', '-g', '25'],
  h264: ['-c:v', 'libx264', '-profile:v', 'baseline', '-preset', 'ultrafast', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p', '-b:v', '600k', '-g', '25', '-bsf:v', 'dump_extra'],
};

/** A colour and a tone as ffmpeg encodes them, packet by packet. Answers how to stop it. */
export async function encode({ codec, colour, frequency }: Made, types: PayloadTypes, packet: (kind: 'video' | 'audio', bytes: Buffer) => void): Promise<() => void> {
  const [video, audio] = await Promise.all([listen((bytes) => packet('video', bytes)), listen((bytes) => packet('audio', bytes))]);
  const to = (socket: Socket): string => `rtp://127.0.0.1:${socket.address().port}?pkt_size=1200&rtcpport=${socket.address().port}`;
  const child = spawn(ffmpeg, [
    '-v', 'error', '-re', '-f', 'lavfi', '-i', `color=c=${colour}:size=640x360:rate=25:duration=${mostSeconds}`,
    '-re', '-f', 'lavfi', '-i', `sine=frequency=${frequency}:sample_rate=48000:duration=${mostSeconds}`,
    '-map', '0:v', ...codecs[codec], '-payload_type', String(types.video), '-ssrc', String(ssrcs.video), '-f', 'rtp', to(video),
    '-map', '1:a', '-ac', '2', '-c:a', 'libopus', '-b:a', '48k', '-payload_type', String(types.audio), '-ssrc', String(ssrcs.audio), '-f', 'rtp', to(audio),
  ], { stdio: ['ignore', 'ignore', 'inherit'] });
  return () => {
    child.kill('SIGKILL');
    video.close();
    audio.close();
  };
}

async function listen(heard: (bytes: Buffer) => void): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.on('message', heard);
  socket.bind(await freePort(), '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}
