import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Said } from '../pocketsphinx/utterances.ts';
import type { Heard } from '../transcriber.ts';
import { liveSound } from './live-sound.ts';

/** What is understood of an utterance. `whole`: it is over; until then its words may change. */
export type LiveHeard = Heard & { whole: boolean };
/** `heard`: in milliseconds of the sound; what is whole and has no words takes back what was told of the utterance. `ended`: it hears no more, whatever the reason. */
export type LiveOptions = { ffmpeg: string; heard: (heard: LiveHeard) => void; ended: (why: string) => void };
export type LiveRecogniser = { write(bytes: Uint8Array): void; stop(): void };

/** Beside this program where it is bundled, else where it was written. It calls a library of the system, which Node takes for an experiment. */
const listening = ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../pocketsphinx/listen.ts' : './listen.js', import.meta.url))];
/** A recogniser that falls so far behind is of no use. Half a minute of sound. */
const mostWaitingBytes = 1_000_000;
const mostComplaint = 500;

/** A room's sound (Matroska, as it comes) into words while it is spoken: ffmpeg and the recogniser as two programs that live on their pipes. */
export function liveRecogniser({ ffmpeg, heard, ended }: LiveOptions): LiveRecogniser {
  // It needs nothing that is told to this process, and least of all its secrets.
  const program = spawn(process.execPath, listening, { cwd: tmpdir(), env: {}, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  let over = false;
  let line = '';
  let complaint = '';
  const stop = (why: string | null): void => {
    if (over) return;
    over = true;
    decoder.stop();
    program.kill('SIGKILL');
    if (why !== null) ended(why);
  };
  const decoder = liveSound({
    ffmpeg, ended: (why) => { stop(why); },
    sound: (bytes) => {
      program.stdin.write(bytes);
      if (program.stdin.writableLength > mostWaitingBytes) stop('the recogniser is too slow');
    },
  });
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (line + text).split('\n');
    line = lines.pop() ?? '';
    try {
      for (const one of lines) if (!over) heard(heardOf(JSON.parse(one) as Said));
    } catch (error) {
      // A library that writes where it should not must not end this process.
      stop(`the recogniser said what cannot be read (${String(error)})`);
    }
  });
  program.stderr.setEncoding('utf8').on('data', (text: string) => { complaint = (complaint + text).slice(-mostComplaint); });
  // What is written to one that has died fails; its end is told by itself.
  program.stdin.on('error', () => undefined);
  program.once('error', (cause: Error) => { stop(`the recogniser could not be started (${cause.message})`); });
  program.once('close', () => { stop(complaint === '' ? 'the recogniser ended' : `the recogniser ended: ${complaint.trim()}`); });
  return { write: (bytes) => { decoder.write(bytes); }, stop: () => { stop(null); } };
}

const heardOf = ({ whole, words }: Said): LiveHeard => ({ whole, fromMs: words[0]?.fromMs ?? 0, toMs: words.at(-1)?.toMs ?? 0, text: words.map(({ text }) => text).join(' '), words });
