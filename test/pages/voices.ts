import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How somebody sounds, and what they say: `voice` is one of espeak-ng's, `pitch` 0 to 99, `wordsPerMinute` 80 to 450. */
export type Voice = { voice: string; pitch: number; wordsPerMinute: number; words: string };

// Breaths are shortened to a tenth of a second, so that a microphone that is open is a microphone that is heard.
const tighten = 'silenceremove=start_periods=1:start_threshold=-45dB:stop_periods=-1:stop_duration=0.1:stop_threshold=-45dB,loudnorm=I=-18,aresample=48000';

/** Reads the words aloud into a WAV file (48 kHz mono) that a fake microphone can repeat; answers its path. */
export async function speakIntoFile(folder: string, name: string, { voice, pitch, wordsPerMinute, words }: Voice): Promise<string> {
  const raw = join(folder, `${name}.raw.wav`);
  const file = join(folder, `${name}.wav`);
  await run('espeak-ng', ['-v', voice, '-p', String(pitch), '-s', String(wordsPerMinute), '-w', raw, words]);
  await run(process.env['YAJI_FFMPEG'] ?? 'ffmpeg', ['-loglevel', 'error', '-y', '-i', raw, '-af', tighten, '-ac', '1', '-c:a', 'pcm_s16le', file]);
  await rm(raw);
  return file;
}
