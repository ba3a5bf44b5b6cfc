import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const [width, height, fps, seconds] = [320, 180, 5, 6];
/** Bright enough to be no covered camera, whatever the colour, and far enough from grey to be told from a page. */
const [saturation, lightness] = [0.85, 0.6];
const box = 24;

/** Films one colour (`hue`, degrees) in which a darker square moves, into a Y4M file for a fake camera; answers its path. */
export async function filmColour(folder: string, name: string, hue: number): Promise<string> {
  const file = join(folder, `${name}.y4m`);
  const ground = `color=${hexOf(hue, lightness)}:s=${width}x${height}:r=${fps}:d=${seconds}`;
  const square = `color=${hexOf(hue, lightness / 2)}:s=${box}x${box}:r=${fps}:d=${seconds}`;
  await run(process.env['YAJI_FFMPEG'] ?? 'ffmpeg', ['-loglevel', 'error', '-y', '-f', 'lavfi', '-i', ground, '-f', 'lavfi', '-i', square, '-filter_complex', `overlay=x=mod(n*9\\,${width - box}):y=${height / 2}`, '-pix_fmt', 'yuv420p', file]);
  return file;
}

/** CSS Color 4, 7.1: HSL to RGB. */
function hexOf(hue: number, light: number): string {
  const channel = (n: number): string => {
    const k = (n + hue / 30) % 12;
    const value = light - saturation * Math.min(light, 1 - light) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255).toString(16).padStart(2, '0');
  };
  return `0x${channel(0)}${channel(8)}${channel(4)}`;
}
