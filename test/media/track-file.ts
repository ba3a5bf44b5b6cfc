import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const mostOutput = 1e8;
/** What `npm test` found, or what is on PATH. */
export const ffmpeg = process.env.YAJI_FFMPEG ?? 'ffmpeg';
const ffprobe = ffmpeg.replace(/ffmpeg(\.exe)?$/, 'ffprobe$1');

type Packet = { pts_time: string; flags: string };

/** The packets of a track's file as ffprobe reads them. */
export async function packetsIn(file: string): Promise<{ ms: number; key: boolean }[]> {
  const { stdout } = await run(ffprobe, ['-v', 'error', '-show_packets', '-of', 'json', file], { maxBuffer: mostOutput });
  return (JSON.parse(stdout) as { packets: Packet[] }).packets.map(({ pts_time, flags }) => ({ ms: Math.round(Number(pts_time) * 1000), key: flags.startsWith('K') }));
}

/** Decodes it all; answers what ffmpeg complains about. */
export async function complaintsAbout(file: string, as: readonly string[]): Promise<string> {
  return (await run(ffmpeg, ['-v', 'warning', '-i', file, ...as, '-f', 'null', '-'], { maxBuffer: mostOutput })).stderr;
}

/** Loudness (RMS) of a stretch of a sound track, holes being silence. */
export async function loudness(file: string, fromMs: number, lengthMs: number): Promise<number> {
  const filters = `aresample=async=1:first_pts=0:out_sample_rate=8000,atrim=start=${fromMs / 1000}:duration=${lengthMs / 1000}`;
  const { stdout } = await run(ffmpeg, ['-v', 'error', '-i', file, '-af', filters, '-ac', '1', '-f', 's16le', '-'], { encoding: 'buffer', maxBuffer: mostOutput });
  const samples = Array.from({ length: stdout.length / 2 }, (_, index) => stdout.readInt16LE(index * 2));
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length));
}
