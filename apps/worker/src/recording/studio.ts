import { run } from './program.ts';

/** Where a recording is made: the programs, a folder for what is unfinished, and whom to tell. */
export type Studio = {
  ffmpeg: string;
  /** Everything in it can be made again; names in it are ours. */
  folder: string;
  signal: AbortSignal;
};

/** ffprobe stands beside ffmpeg. */
export const probeBeside = (ffmpeg: string): string => ffmpeg.replace(/ffmpeg(\.exe)?$/, 'ffprobe$1');

/** Only files of this machine are read, whatever a stream says. */
const quiet = ['-hide_banner', '-nostdin', '-v', 'warning', '-y'] as const;
export const localFile = (file: string): string[] => ['-protocol_whitelist', 'file,pipe', '-i', file];

/** `reached` hears how far the output is, in milliseconds; `framed` how many pictures it has. */
type Watch = { limitMs: number; reached?: (ms: number) => void; framed?: (frames: number) => void };

/** Runs ffmpeg in the studio's folder. */
export async function ffmpeg(studio: Studio, args: readonly string[], { limitMs, reached, framed }: Watch): Promise<void> {
  await run({
    path: studio.ffmpeg, args: [...quiet, '-progress', 'pipe:1', ...args], cwd: studio.folder, limitMs, signal: studio.signal,
    heard: (line) => {
      const [name, value] = line.split('=');
      if (value === undefined || !/^\s*\d+$/.test(value)) return;
      // ffmpeg's out_time_ms is in microseconds too; out_time_us says so.
      if (name === 'out_time_us') reached?.(Number(value) / 1_000);
      if (name === 'frame') framed?.(Number(value));
    },
  });
}
