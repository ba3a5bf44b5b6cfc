import { spawn } from 'node:child_process';
import type { Opening } from '../../recorder/rtp/frame.ts';
import { clusterOf, headOf } from '../../recorder/track/matroska.ts';
import type { Taken } from '../taken.ts';
import { ivfReader } from './ivf.ts';
import { vp8Args } from './vp8-args.ts';

/** A converter that is behind by this much does not catch up any more. */
const mostWaitingBytes = 4_194_304;
const mostComplaint = 2_000;

/** `taken` hears the VP8 pictures, `broke` once why it ended by itself. */
export type Conversion = { readonly ffmpeg: string; readonly opening: Opening; readonly taken: (frame: Taken) => void; readonly broke: (cause: Error) => void };
/** `take`: an H.264 picture, a key picture first. */
export type Converter = { take(frame: Taken): void; close(): void };

/** Makes H.264 pictures into VP8 with one ffmpeg. It lives on its pipe: when this process is killed, that closes and it ends by itself. */
export function startConverter({ ffmpeg, opening, taken, broke }: Conversion): Converter {
  const child = spawn(ffmpeg, vp8Args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  const read = ivfReader();
  let zero: number | null = null;
  let isOver = false;
  let complaint = '';
  const end = (cause: string): void => {
    if (isOver) return;
    isOver = true;
    broke(new Error(`a picture could not be converted: ${cause}`));
  };
  child.stderr.on('data', (bytes: Buffer) => { complaint = (complaint + bytes.toString()).slice(-mostComplaint); });
  child.stdout.on('data', (bytes: Buffer) => {
    // The lowest bit of a picture's first byte is 0 in a key picture (RFC 6386, 9.1).
    for (const frame of read(bytes)) if (!isOver && frame.bytes.length > 0) taken({ at: (zero ?? 0) + frame.ms, key: (frame.bytes.readUInt8(0) & 1) === 0, bytes: frame.bytes });
  });
  // What is written to one that has died fails; its end is told by itself.
  child.stdin.on('error', () => undefined);
  child.once('error', ({ message }) => end(message));
  child.once('close', () => end(complaint || 'ffmpeg ended'));
  child.stdin.write(headOf('h264', opening).bytes);
  return {
    take: ({ at, key, bytes }) => {
      zero ??= at;
      child.stdin.write(clusterOf([{ ms: Math.round(at - zero), key, bytes }]));
      if (child.stdin.writableLength > mostWaitingBytes) child.kill('SIGKILL');
    },
    close: () => {
      isOver = true;
      child.kill('SIGKILL');
    },
  };
}
