import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { copyFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ffmpeg } from './track-file.ts';

const run = promisify(execFile);

/** What an RTMP server takes, as a file that grows. */
export type RtmpServer = {
  /** What it says of what it is sent. */
  complaints(): string;
  bytes(): Promise<number>;
  /** Decodes what has come. `loudnessAt`: of a tone, in decibels below full scale; `brightness`: of the last picture, 0 to 255. */
  taken(): Promise<{ codecs: string[]; brightness: number; loudnessAt: (hertz: number) => Promise<number> }>;
  hasEnded(): boolean;
  /** Forgets what has come. */
  kill(): Promise<void>;
};

/** ffmpeg as a server that takes one client. */
export function rtmpServer(address: { port: number; app: string; key: string }): RtmpServer {
  const folder = mkdtempSync(join(tmpdir(), 'yaji-rtmp-'));
  const file = join(folder, 'taken.ts');
  const url = `rtmp://127.0.0.1:${address.port}/${address.app}/${address.key}`;
  const child: ChildProcess = spawn(ffmpeg, ['-hide_banner', '-nostdin', '-v', 'warning', '-listen', '1', '-i', url, '-c', 'copy', '-f', 'mpegts', '-flush_packets', '1', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => { said += bytes.toString(); });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    complaints: () => said,
    bytes: () => stat(file).then(({ size }) => size, () => 0),
    taken: async () => {
      const now = `${file}.now.ts`;
      await copyFile(file, now);
      const { stdout } = await run(ffmpeg, ['-v', 'error', '-i', now, '-map', '0:v', '-vf', 'scale=1:1', '-pix_fmt', 'gray', '-f', 'rawvideo', '-'], { encoding: 'buffer' });
      const { stderr } = await run(ffmpeg, ['-hide_banner', '-i', now, '-t', '0', '-f', 'null', '-']);
      return {
        codecs: [...stderr.split('Output')[0]?.matchAll(/(?:Video|Audio): (\w+)/g) ?? []].map(([, codec = '']) => codec).sort(),
        brightness: stdout.at(-1) ?? 0,
        loudnessAt: async (hertz) => {
          const told = await run(ffmpeg, ['-hide_banner', '-i', now, '-vn', '-af', `bandpass=f=${hertz}:w=40,bandpass=f=${hertz}:w=40,volumedetect`, '-f', 'null', '-']);
          return Number(/max_volume: (-?[\d.]+)/.exec(told.stderr)?.[1] ?? -Infinity);
        },
      };
    },
    hasEnded,
    kill: async () => {
      if (!hasEnded()) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
