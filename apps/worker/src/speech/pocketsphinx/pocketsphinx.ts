import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProgramFailed, run } from '../../recording/program.ts';
import { wavOf } from '../sound/wav.ts';
import { type Heard, msOf, SpeechFailed, type Transcriber } from '../transcriber.ts';
import { timesReader } from './read-times.ts';

/** Debian's package `pocketsphinx`, with the American English model of `pocketsphinx-en-us`. */
export const pocketsphinxProgram = 'pocketsphinx_continuous';
const quietArgs = ['-time', 'yes', '-logfn', '/dev/null'] as const;

const pieceMs = 30_000;
/** It takes about half as long as the sound on an idle machine. */
const slowness = 10;
const startMs = 30_000;

export const understandsEnglish = (language: string | null): boolean => language === null || /^en\b/.test(language);

/** A small recogniser of English that is a program of the distribution: one run for each piece. */
export const pocketsphinx = (): Transcriber => ({
  source: 'engine', pieceMs, understands: understandsEnglish,
  async transcribe(sound, _hints, signal) {
    const file = join(tmpdir(), `yaji-speech-${randomUUID()}.wav`);
    const heard: Heard[] = [];
    const reader = timesReader((one) => heard.push({ ...one, language: 'en' }));
    try {
      await writeFile(file, wavOf(sound), { mode: 0o600 });
      await run({ path: pocketsphinxProgram, args: ['-infile', file, ...quietArgs], cwd: tmpdir(), limitMs: startMs + msOf(sound) * slowness, signal, heard: reader.take });
      reader.end();
    } catch (error) {
      if (error instanceof ProgramFailed) throw new SpeechFailed(error.isAbsent ? 'refused' : 'away', error.message, error);
      throw error;
    } finally {
      await rm(file, { force: true });
    }
    return heard;
  },
});
