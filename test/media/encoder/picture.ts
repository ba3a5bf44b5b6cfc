import { spawn } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { freePort } from '../../support/free-port.ts';

/** A colour and a tone, encoded as they go out; or files that were encoded before and go out as they are, in real time. */
export type Made = { codec: 'vp8' | 'h264' } & ({ colour: string; frequency: number } | Reel);
/** Matroska: one VP8 or H.264 picture, one Opus sound. */
export type Reel = { picture: string; sound: string };
export type PayloadTypes = { video: number; audio: number };
export const ssrcs = { video: 11_111, audio: 22_222 };

/** No test needs more. */
const mostSeconds = 60;
const ffmpeg = process.env.YAJI_FFMPEG ?? 'ffmpeg';
const codecs: Record<Made['codec'], string[]> = {
  vp8: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '600k', '-g', '25'],
  h264: ['-c:v', 'libx264', '-profile:v', 'baseline', '-preset', 'ultrafast', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p', '-b:v', '600k', '-g', '25', '-bsf:v', 'dump_extra'],
};

const inputs = (made: Made): string[] => ('sound' in made
  ? ['-re', '-i', made.picture, '-re', '-i', made.sound]
  : [
    '-re', '-f', 'lavfi', '-i', `color=c=${made.colour}:size=640x360:rate=25:duration=${mostSeconds}`,
    '-re', '-f', 'lavfi', '-i', `sine=frequency=${made.frequency}:sample_rate=48000:duration=${mostSeconds}`,
  ]);
/** The files keep parameter sets apart; in packets they go with every key picture. */
const pictureAs = (made: Made): string[] => ('sound' in made ? ['-c:v', 'copy', ...(made.codec === 'h264' ? ['-bsf:v', 'h264_mp4toannexb'] : [])] : codecs[made.codec]);
const soundAs = (made: Made): string[] => ('sound' in made ? ['-c:a', 'copy'] : ['-ac', '2', '-c:a', 'libopus', '-b:a', '48k']);

/** Sound and picture as ffmpeg gives them, packet by packet. Answers how to stop it. */
export async function encode(made: Made, types: PayloadTypes, packet: (kind: 'video' | 'audio', bytes: Buffer) => void): Promise<() => void> {
  const [video, audio] = await Promise.all([listen((bytes) => packet('video', bytes)), listen((bytes) => packet('audio', bytes))]);
  const to = (socket: Socket): string => `rtp://127.0.0.1:${socket.address().port}?pkt_size=1200&rtcpport=${socket.address().port}`;
  const child = spawn(ffmpeg, [
    '-v', 'error', ...inputs(made),
    '-map', '0:v', ...pictureAs(made), '-payload_type', String(types.video), '-ssrc', String(ssrcs.video), '-f', 'rtp', to(video),
    '-map', '1:a', ...soundAs(made), '-payload_type', String(types.audio), '-ssrc', String(ssrcs.audio), '-f', 'rtp', to(audio),
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
