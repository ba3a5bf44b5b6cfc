import { spawn } from 'node:child_process';
import { rate } from '../transcriber.ts';

// Nothing is waited for at the beginning: each second of looking would be a second of delay.
const decoding = [
  '-hide_banner', '-nostdin', '-v', 'error', '-fflags', 'nobuffer', '-probesize', '32', '-analyzeduration', '1', '-f', 'matroska', '-i', 'pipe:0',
  '-af', 'aresample=async=1:first_pts=0', '-ar', String(rate), '-ac', '1', '-f', 's16le', '-flush_packets', '1', 'pipe:1',
];

/** `sound`: 16 kHz mono, s16le, in pieces of any length. `ended`: there will be no more, whatever the reason; not told after `stop`. */
export type LiveSoundOptions = { ffmpeg: string; sound: (bytes: Buffer) => void; ended: (why: string) => void };
export type LiveSound = { write(bytes: Uint8Array): void; stop(): void };

/** A room's sound (Matroska, as it comes) as samples, by ffmpeg on its pipes. */
export function liveSound({ ffmpeg, sound, ended }: LiveSoundOptions): LiveSound {
  const decoder = spawn(ffmpeg, decoding, { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
  let over = false;
  const end = (why: string | null): void => {
    if (over) return;
    over = true;
    decoder.kill('SIGKILL');
    if (why !== null) ended(why);
  };
  decoder.stdout.on('data', (bytes: Buffer) => { if (!over) sound(bytes); });
  // What is written to one that has died fails; its end is told by itself.
  decoder.stdin.on('error', () => undefined);
  decoder.once('error', (cause: Error) => { end(`ffmpeg could not be started (${cause.message})`); });
  decoder.once('close', () => { end('ffmpeg ended'); });
  return { write: (bytes) => { if (!over) decoder.stdin.write(bytes); }, stop: () => { end(null); } };
}
