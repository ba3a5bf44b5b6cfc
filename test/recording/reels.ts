import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { joinTracks } from '../../apps/worker/test/synthetic.ts';
import { ffmpeg } from '../media/track-file.ts';
import type { Reel } from '../media/encoder/picture.ts';

const run = promisify(execFile);

/** Every so many seconds the picture is white for a moment, and the tone is louder for as long: whoever decodes it can tell how far they are apart. */
export const beatSeconds = 5;
const beat = `lt(mod(t,${beatSeconds}),0.4)`;

export type Cast = { name: string; hertz: number; codec: 'vp8' | 'h264'; colour: string };
/** `growsAfter`: from this second on the picture is of 1280 instead of 640 pixels. */
export type Length = { seconds: number; growsAfter?: number };

const codecs: Record<Cast['codec'], string[]> = {
  vp8: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '400k'],
  h264: ['-c:v', 'libx264', '-profile:v', 'baseline', '-preset', 'ultrafast', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p', '-b:v', '400k'],
};

/** What a speaker sends, encoded before the salon: while it runs nothing is encoded but what the house encodes. */
export async function reelOf(folder: string, { name, hertz, codec, colour }: Cast, { seconds, growsAfter = seconds }: Length): Promise<Reel> {
  const [picture, sound] = [join(folder, `${name}.mkv`), join(folder, `${name}-sound.mkv`)];
  const beatsUntil = (second: number): number => Math.ceil(second / beatSeconds);
  const small = await shoot(join(folder, `${name}-small.mkv`), growsAfter < seconds ? '640x360' : '320x180', { codec, colour });
  const large = growsAfter < seconds ? await shoot(join(folder, `${name}-large.mkv`), '1280x720', { codec, colour }) : small;
  await joinTracks(Array.from({ length: beatsUntil(seconds) }, (_, index) => (index < beatsUntil(growsAfter) ? small : large)), picture);
  await run(ffmpeg, [
    '-v', 'error', '-y', '-f', 'lavfi', '-i', `aevalsrc=exprs='(0.1+0.2*${beat})*sin(2*PI*${hertz}*t)':s=48000:d=${beatsUntil(seconds) * beatSeconds}`, '-ac', '2', '-c:a', 'libopus', '-b:a', '48k', sound,
  ]);
  return { picture, sound };
}

/** One beat. */
async function shoot(file: string, size: string, { codec, colour }: Pick<Cast, 'codec' | 'colour'>): Promise<string> {
  const source = `color=c=${colour}:s=${size}:r=25:d=${beatSeconds},drawbox=c=white:t=fill:enable='${beat}'`;
  await run(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, ...codecs[codec], '-g', '25', file]);
  return file;
}
