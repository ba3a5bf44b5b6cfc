import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, createWriteStream, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pocketsphinxProgram, quietArgs } from '../pocketsphinx/pocketsphinx.ts';
import { timesReader } from '../pocketsphinx/read-times.ts';
import { soundOf } from '../sound/wav.ts';
import { type Heard, rate, type Sound } from '../transcriber.ts';
import { breaths } from './breaths.ts';

/** `heard`: utterances, in milliseconds of the sound. `ended`: it hears no more, whatever the reason. */
export type LiveOptions = { ffmpeg: string; heard: (heard: Heard) => void; ended: (why: string) => void };
export type LiveRecogniser = { write(bytes: Uint8Array): void; stop(): void };

// Nothing is waited for at the beginning: each second of looking would be a second of delay.
const decoding = [
  '-hide_banner', '-nostdin', '-v', 'error', '-fflags', 'nobuffer', '-probesize', '32', '-analyzeduration', '1', '-f', 'matroska', '-i', 'pipe:0',
  '-af', 'aresample=async=1:first_pts=0', '-ar', String(rate), '-ac', '1', '-f', 's16le', '-flush_packets', '1', 'pipe:1',
];
/** An utterance ends after this much silence, in frames of ten milliseconds; usually it is half a second. */
const listeningTo = (file: string): string[] => ['-infile', file, '-vad_postspeech', '30', ...quietArgs];
/** A recogniser that falls so far behind is of no use. Half a minute of sound. */
const mostWaitingBytes = 1_000_000;

/** A room's sound (Matroska, as it comes) into words while it is spoken: ffmpeg and the recogniser as two programs that live on their pipes. */
export function liveRecogniser({ ffmpeg, heard, ended }: LiveOptions): LiveRecogniser {
  const decoder = spawn(ffmpeg, decoding, { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
  const way = namedPipe();
  const program = spawn(pocketsphinxProgram, listeningTo(way.file), { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
  const talk = breaths();
  const reader = timesReader((one) => heard(inReal(one, (ms) => talk.realMs(ms))));
  let over = false;
  let odd: Buffer = Buffer.alloc(0);
  let line = '';
  const stop = (why: string | null): void => {
    if (over) return;
    over = true;
    decoder.kill('SIGKILL');
    program.kill('SIGKILL');
    way.close();
    if (why !== null) ended(why);
  };
  decoder.stdout.on('data', (bytes: Buffer) => {
    const all = Buffer.concat([odd, bytes]);
    odd = all.subarray(all.length - (all.length % 2));
    for (const sound of talk.take(soundOf(all))) way.into.write(bytesOf(sound));
    if (way.into.writableLength > mostWaitingBytes) stop('the recogniser is too slow');
  });
  program.stdout.on('data', (bytes: Buffer) => {
    const lines = (line + bytes.toString('utf8')).split('\n');
    line = lines.pop() ?? '';
    lines.forEach(reader.take);
  });
  // What is written to one that has died fails; its end is told by itself.
  for (const pipe of [decoder.stdin, way.into]) pipe.on('error', () => undefined);
  for (const [name, child] of [['ffmpeg', decoder], [pocketsphinxProgram, program]] as const) {
    child.once('error', (cause: Error) => { stop(`${name} could not be started (${cause.message})`); });
    child.once('close', () => { stop(`${name} ended`); });
  }
  return { write: (bytes) => { if (!over) decoder.stdin.write(bytes); }, stop: () => { stop(null); } };
}

/** The recogniser opens what it reads by name, and a child's standard input is a socket here, which cannot be opened so (ENXIO). */
function namedPipe(): { file: string; into: ReturnType<typeof createWriteStream>; close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'yaji-hearing-'));
  const file = join(folder, 'sound');
  execFileSync('mkfifo', ['-m', '600', file]);
  const into = createWriteStream(file);
  return {
    file, into,
    close: () => {
      // Where nobody has opened it to read, the opening to write would wait for ever.
      closeSync(openSync(file, constants.O_RDONLY | constants.O_NONBLOCK));
      into.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const bytesOf = (sound: Sound): Buffer => Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength);

const inReal = ({ words, ...heard }: Heard, realMs: (ms: number) => number): Heard => ({
  ...heard, fromMs: realMs(heard.fromMs), toMs: realMs(heard.toMs),
  ...(words ? { words: words.map((word) => ({ ...word, fromMs: realMs(word.fromMs), toMs: realMs(word.toMs) })) } : {}),
});
