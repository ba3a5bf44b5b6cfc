import { execFile } from 'node:child_process';
import { mkdir, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { person } from '../../../libs/salon/test/given.ts';

const execute = promisify(execFile);
const program = (name: string, args: string[]) => execute(name, args, { maxBuffer: 256 * 1024 * 1024, encoding: 'buffer' });

/** A stored track as the recorder would leave it. Seconds; `startsAt` on the room's clock, `holes` in the file's. */
export type Wanted = {
  trackId: string; name: string; participantId?: string; startsAt: number; seconds: number; zero: number; holes?: [number, number][]; late?: number;
  /** A tone of so many hertz, `db` below full scale, speech, or a picture of one colour. */
  sound?: number | 'speech'; db?: number; colour?: string; size?: string;
};

/** The source counts from its first packet, which comes `late`. */
const keep = (holes: [number, number][], late: number): string =>
  (holes.length === 0 ? '1' : `not(${holes.map(([from, to]) => `between(t,${from - late},${to - late})`).join('+')})`);

/** ffmpeg's sine is an eighth of full scale. */
const toneDb = 18;

/** Opus or VP8 in Matroska, timestamps with holes, and its sidecar. `zero`: UTC milliseconds of the room's second 0. */
export async function store(folder: string, wanted: Wanted): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${wanted.trackId}.mkv`);
  const { seconds, holes = [], late = 0 } = wanted;
  const length = String(seconds - late);
  // Like the recorder's files: sizes unknown, no cues, no duration, a cluster a second.
  const shift = ['-live', '1', '-cluster_time_limit', '1000', ...(late === 0 ? [] : ['-output_ts_offset', String(late)])];
  const sound = ['-af', `aselect='${keep(holes, late)}'`, '-c:a', 'libopus', '-b:a', '32k', '-ac', '2', ...shift, file];
  if (wanted.sound === 'speech') {
    const speech = join(folder, `${wanted.trackId}.wav`);
    await program('espeak-ng', ['-w', speech, 'This is what was said in the room, and nothing else. '.repeat(Math.ceil(seconds / 3))]);
    await program('ffmpeg', ['-v', 'error', '-y', '-t', length, '-i', speech, '-ar', '48000', ...sound]);
  } else if (wanted.sound !== undefined) {
    await program('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-t', length, '-i', `sine=frequency=${wanted.sound}:sample_rate=48000${wanted.db === undefined ? '' : `,volume=${wanted.db + toneDb}dB`}`, ...sound]);
  } else {
    const picture = `color=c=${wanted.colour ?? 'gray'}:s=${wanted.size ?? '320x180'}:r=15`;
    const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '300k', '-g', '150'];
    await program('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-t', length, '-i', picture, '-vf', `select='${keep(holes, late)}'`, '-vsync', 'passthrough', ...vp8, ...shift, file]);
  }
  await describe(folder, wanted, { source: wanted.sound === undefined ? 'camera' : 'microphone', endedAtMs: wanted.zero + (wanted.startsAt + seconds) * 1_000 });
  return file;
}

export async function describe(folder: string, { trackId, name, participantId = person(name), startsAt, seconds, zero, holes = [] }: Wanted, { source, endedAtMs }: { source: string; endedAtMs: number | null }): Promise<void> {
  const kind = source === 'microphone' ? 'audio' : 'video';
  await writeFile(join(folder, `${trackId}.json`), JSON.stringify({
    trackId, roomId: 'any', participantId, source, kind, codec: kind === 'audio' ? 'opus' : 'vp8',
    startedAtMs: zero + startsAt * 1_000, endedAtMs, writtenMs: seconds * 1_000,
    gaps: holes.map(([from, to]) => ({ fromMs: from * 1_000, toMs: to * 1_000, why: 'off-air' })),
  }));
}

/** Puts tracks of one kind one after the other without transcoding, as a stream does whose picture changes its size. */
export async function joinTracks(files: string[], into: string): Promise<void> {
  await writeFile(`${into}.txt`, files.map((file) => `file '${file}'\n`).join(''));
  await program('ffmpeg', ['-v', 'error', '-y', '-f', 'concat', '-safe', '0', '-i', `${into}.txt`, '-c', 'copy', into]);
  await rm(`${into}.txt`);
}

/** Kills the ffmpeg that works in a folder once so many cuts are made; answers whether there was one. Finds it by its working folder. */
export async function killOne(folder: string, afterCuts: number): Promise<boolean> {
  for (let look = 0; look < 3_000; look += 1) {
    const made = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('cut-')).length;
    const pid = made >= afterCuts ? await pidIn(folder) : null;
    if (pid !== null) return process.kill(pid, 'SIGKILL');
    await pause(5);
  }
  return false;
}

async function pidIn(folder: string): Promise<number | null> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const [where, what] = await Promise.all([readlink(`/proc/${pid}/cwd`).catch(() => ''), readlink(`/proc/${pid}/exe`).catch(() => '')]);
    if (where === folder && what.endsWith('ffmpeg')) return Number(pid);
  }
  return null;
}

/** What a player would find. */
export type Film = { durationMs: number; streams: string[]; chapters: { title: string; fromMs: number; toMs: number }[]; bytes: number };
export async function inspect(file: string): Promise<Film> {
  const { stdout } = await program('ffprobe', ['-v', 'error', '-show_format', '-show_streams', '-show_chapters', '-of', 'json', file]);
  const seen = JSON.parse(stdout.toString()) as {
    format: { duration: string }; streams: { codec_name: string; width?: number; height?: number }[];
    chapters: { start_time: string; end_time: string; tags: { title: string } }[];
  };
  return {
    durationMs: Math.round(Number(seen.format.duration) * 1_000),
    streams: seen.streams.map(({ codec_name, width, height }) => (width ? `${codec_name} ${width}x${height}` : codec_name)).filter((codec) => codec !== 'bin_data' && codec !== 'undefined'),
    chapters: seen.chapters.map(({ start_time, end_time, tags }) => ({ title: tags.title, fromMs: Math.round(Number(start_time) * 1_000), toMs: Math.round(Number(end_time) * 1_000) })),
    bytes: (await stat(file)).size,
  };
}

/** The published sound, mono, 8,000 samples a second. */
const RATE = 8_000;
export async function soundOf(file: string): Promise<Int16Array> {
  const { stdout } = await program('ffmpeg', ['-v', 'error', '-i', file, '-vn', '-ac', '1', '-ar', String(RATE), '-f', 's16le', '-']);
  return new Int16Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length - (stdout.length % 2)));
}

/** How strong a tone is between two seconds, 0 to 1 (Goertzel); full scale is 1. */
export function tone(sound: Int16Array, hertz: number, [from, to]: [number, number]): number {
  const part = sound.subarray(Math.round(from * RATE), Math.round(to * RATE));
  const step = 2 * Math.cos((2 * Math.PI * hertz) / RATE);
  let [one, two] = [0, 0];
  for (const sample of part) [one, two] = [sample / 32_768 + step * one - two, one];
  return (2 * Math.sqrt(Math.max(0, one * one + two * two - step * one * two))) / Math.max(1, part.length);
}

/** Root mean square between two seconds, 0 to 1. */
export function loudness(sound: Int16Array, [from, to]: [number, number]): number {
  const part = sound.subarray(Math.round(from * RATE), Math.round(to * RATE));
  return Math.sqrt(part.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / Math.max(1, part.length));
}

/** The colour in the middle of the picture at a second of the file: red, green, blue. */
export async function colourAt(file: string, second: number): Promise<number[]> {
  const { stdout } = await program('ffmpeg', ['-v', 'error', '-ss', String(second), '-i', file, '-frames:v', '1', '-vf', 'crop=64:64:608:200,scale=1:1', '-pix_fmt', 'rgb24', '-f', 'rawvideo', '-']);
  return [...stdout.subarray(0, 3)];
}

/** The colour around a place of the picture, in its pixels: red, green, blue. */
export async function pixelAt(file: string, second: number, [x, y]: [number, number]): Promise<number[]> {
  const { stdout } = await program('ffmpeg', ['-v', 'error', ...(second > 0 ? ['-ss', String(second)] : []), '-i', file, '-frames:v', '1', '-vf', `crop=8:8:${x}:${y},scale=1:1`, '-pix_fmt', 'rgb24', '-f', 'rawvideo', '-']);
  return [...stdout.subarray(0, 3)];
}

/** Integrated loudness between two seconds, LUFS. */
export async function loudnessOf(file: string, [from, to]: [number, number]): Promise<number> {
  const { stderr } = await program('ffmpeg', ['-hide_banner', '-nostats', '-ss', String(from), '-t', String(to - from), '-i', file, '-vn', '-af', 'ebur128', '-f', 'null', '-']);
  return Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(stderr.toString())?.[1]);
}
