import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const limitMs = 20_000;
/** Of an IVF file and of a frame in it. */
const ivf = { head: 32, frameHead: 12 };

/** A quiet dark picture as a VP8 key frame, for when there is nothing to see. Rejects when ffmpeg cannot make one. */
export async function makeCard(ffmpeg: string): Promise<Buffer> {
  const args = ['-hide_banner', '-nostdin', '-v', 'error', '-f', 'lavfi', '-i', 'color=c=0x1b1a17:s=1280x720:r=1', '-frames:v', '1', '-c:v', 'libvpx', '-f', 'ivf', 'pipe:1'];
  const { stdout } = await promisify(execFile)(ffmpeg, args, { encoding: 'buffer', timeout: limitMs, windowsHide: true });
  const length = stdout.readUInt32LE(ivf.head);
  const start = ivf.head + ivf.frameHead;
  return stdout.subarray(start, start + length);
}
