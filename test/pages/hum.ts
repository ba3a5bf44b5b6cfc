import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A steady, changing sound without any gap (a glide up and down between two pitches, with overtones), for measures that must not wait for a syllable. */
export async function humIntoFile(folder: string, name: string, pitch: number): Promise<string> {
  const file = join(folder, `${name}.wav`);
  const glide = `2*PI*${pitch}*t+20*sin(2*PI*2*t)`;
  await promisify(execFile)(process.env['YAJI_FFMPEG'] ?? 'ffmpeg', [
    '-loglevel', 'error', '-y', '-f', 'lavfi', '-i', `aevalsrc=0.3*sin(${glide})+0.15*sin(2*(${glide}))+0.1*sin(3*(${glide})):s=48000:d=10`, '-ac', '1', '-c:a', 'pcm_s16le', file,
  ]);
  return file;
}
