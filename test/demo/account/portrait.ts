import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ParticipantId } from '@yaji/contracts';
import { speakers } from '../salon/cast.ts';

const run = promisify(execFile);

/** How much of a picture, 0 to 1, has the colour of whose camera. */
export type Portrait = ReadonlyMap<ParticipantId, number>;

const [width, height] = [160, 90];
/** A colour keeps its hue through a codec and a film, but not its brightness. */
const hueTolerance = 18;
const leastSaturation = 0.45;
const leastBrightness = 50;

/** Looks at a picture file with ffmpeg. `ids`: of the speakers, by short name. */
export async function portraitIn(file: string, ids: ReadonlyMap<string, ParticipantId>): Promise<Portrait> {
  const { stdout } = await run(process.env['YAJI_FFMPEG'] ?? 'ffmpeg', ['-loglevel', 'error', '-i', file, '-vf', `scale=${width}:${height}`, '-frames:v', '1', '-pix_fmt', 'rgb24', '-f', 'rawvideo', 'pipe:1'], { encoding: 'buffer' });
  const cameras = speakers.flatMap(({ name, hue }) => { const id = ids.get(name); return id ? [{ id, hue }] : []; });
  const seen = new Map(cameras.map(({ id }) => [id, 0]));
  for (let at = 0; at + 2 < stdout.length; at += 3) {
    const hue = hueOf([stdout[at] ?? 0, stdout[at + 1] ?? 0, stdout[at + 2] ?? 0]);
    const whose = hue === null ? undefined : cameras.find(({ hue: own }) => Math.abs(((hue - own + 540) % 360) - 180) <= hueTolerance);
    if (whose) seen.set(whose.id, (seen.get(whose.id) ?? 0) + 1 / (width * height));
  }
  return seen;
}

/** Degrees; null for what is nearly grey or nearly black. */
function hueOf([red, green, blue]: readonly [number, number, number]): number | null {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = most - least;
  if (most < leastBrightness || spread / most < leastSaturation) return null;
  if (most === red) return (60 * ((green - blue) / spread) + 360) % 360;
  return most === green ? 60 * ((blue - red) / spread) + 120 : 60 * ((red - green) / spread) + 240;
}
