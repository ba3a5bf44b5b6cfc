import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
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

/** What is heard between two sentences that are spoken one by one. */
const gapMs = 160;
const bytesPerMs = 96;

/** A sentence of a spoken file, milliseconds of it. */
export type SpokenSentence = { text: string; fromMs: number; toMs: number };

const sentencesOf = (words: string): string[] => [...new Intl.Segmenter('zh', { granularity: 'sentence' }).segment(words)].map(({ segment }) => segment.trim()).filter((text) => text !== '');

/** As `speakIntoFile`, sentence by sentence, and tells where each of them lies in the file. */
export async function speakSentences(folder: string, name: string, { words, ...voice }: Voice): Promise<{ file: string; sentences: SpokenSentence[] }> {
  const sounds: Buffer[] = [];
  const sentences: SpokenSentence[] = [];
  const lengthMs = () => Math.round(sounds.reduce((sum, { length }) => sum + length, 0) / bytesPerMs);
  for (const [n, text] of sentencesOf(words).entries()) {
    const spoken = await readFile(await speakIntoFile(folder, `${name}-${n}`, { ...voice, words: text }));
    const sound = spoken.subarray(spoken.indexOf('data') + 8);
    const fromMs = lengthMs();
    sounds.push(sound, Buffer.alloc(gapMs * bytesPerMs));
    sentences.push({ text, fromMs, toMs: fromMs + Math.round(sound.length / bytesPerMs) });
    await rm(join(folder, `${name}-${n}.wav`));
  }
  const [raw, file] = [join(folder, `${name}.s16`), join(folder, `${name}.wav`)];
  await writeFile(raw, Buffer.concat(sounds));
  await run(process.env['YAJI_FFMPEG'] ?? 'ffmpeg', ['-loglevel', 'error', '-y', '-f', 's16le', '-ar', '48000', '-ac', '1', '-i', raw, '-c:a', 'pcm_s16le', file]);
  await rm(raw);
  return { file, sentences };
}

/** Part of a media file as 16 kHz mono, −1 to 1; less where the file is shorter. */
export async function samplesOf(file: string, { fromMs = 0, lengthMs = Number.MAX_SAFE_INTEGER }: { fromMs?: number; lengthMs?: number } = {}): Promise<Float32Array> {
  const span = lengthMs === Number.MAX_SAFE_INTEGER ? [] : ['-t', String(lengthMs / 1_000)];
  const { stdout } = await run(process.env['YAJI_FFMPEG'] ?? 'ffmpeg', ['-loglevel', 'error', '-ss', String(fromMs / 1_000), ...span, '-i', file, '-vn', '-ac', '1', '-ar', '16000', '-f', 'f32le', 'pipe:1'], { encoding: 'buffer', maxBuffer: 256 * 1_024 * 1_024 });
  return new Float32Array(new Uint8Array(stdout).buffer);
}
