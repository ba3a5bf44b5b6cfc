import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A sound that is said round and round. `startsMs`: where each phrase begins in it. */
export type Round = { file: string; startsMs: number[]; lengthMs: number };

const headBytes = 44;
/** How long a WAV file is by its head (bytes a second at 28). Milliseconds. */
const lengthOf = (wav: Buffer): number => ((wav.length - headBytes) / wav.readUInt32LE(28)) * 1_000;

/** Reads phrases aloud into one WAV file (48 kHz mono), each followed by so much silence. */
export async function phrasesIntoFile(folder: string, phrases: readonly string[], silenceSeconds: number): Promise<Round> {
  const spoken = await Promise.all(phrases.map(async (phrase, n) => {
    const file = join(folder, `phrase-${n}.wav`);
    await run('espeak-ng', ['-v', 'en-us', '-s', '150', '-w', file, phrase]);
    return file;
  }));
  const parts = spoken.map((_, n) => `[${n}]aresample=48000,apad=pad_dur=${silenceSeconds}[p${n}]`).join(';');
  const all = join(folder, 'phrases.wav');
  await run(process.env['YAJI_FFMPEG'] ?? 'ffmpeg', [
    '-loglevel', 'error', '-y', ...spoken.flatMap((file) => ['-i', file]), '-filter_complex', `${parts};${spoken.map((_, n) => `[p${n}]`).join('')}concat=n=${spoken.length}:v=0:a=1`,
    '-ac', '1', '-c:a', 'pcm_s16le', all,
  ]);
  const startsMs: number[] = [];
  let lengthMs = 0;
  for (const file of spoken) {
    startsMs.push(lengthMs);
    lengthMs += lengthOf(await readFile(file)) + silenceSeconds * 1_000;
  }
  return { file: all, startsMs, lengthMs };
}

/** When a phrase began and ended at a microphone, UTC milliseconds. */
export type Spoken = { from: number; to: number };

/** To be put into a speaker's page: notes when the page's own microphone brings a phrase, before anything is sent. */
export function noteSpoken(): void {
  const [windowLength, everyMs, threshold, silenceMs] = [256, 5, 0.01, 700];
  const spoken: Spoken[] = [];
  Object.assign(window, { spoken });
  const native = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const now = () => performance.timeOrigin + performance.now();
  navigator.mediaDevices.getUserMedia = async (wishes) => {
    const stream = await native(wishes);
    if (stream.getAudioTracks().length === 0) return stream;
    const context = new AudioContext({ latencyHint: 'interactive' });
    const analyser = context.createAnalyser();
    analyser.fftSize = windowLength;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(windowLength);
    setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      if (!samples.some((sample) => Math.abs(sample) > threshold)) return;
      const [at, last] = [now(), spoken.at(-1)];
      if (last && at - last.to < silenceMs) last.to = at;
      else spoken.push({ from: at, to: at });
    }, everyMs);
    return stream;
  };
}

/** What a line said on a display from this moment on, UTC milliseconds. */
export type Seen = { line: string; text: string; final: boolean; at: number };

/** To be put into a hall display: notes when a line is first drawn, and whenever it is drawn otherwise. */
export function noteSeen(): void {
  const seen: Seen[] = [];
  Object.assign(window, { seen });
  const last = new Map<string, string>();
  const look = () => {
    for (const row of document.querySelectorAll('[data-testid=captions] [data-line]')) {
      const [line, text, final] = [row.getAttribute('data-line') ?? '', row.querySelector(':scope > bdi')?.textContent ?? '', row.getAttribute('data-final') === 'true'];
      if (last.get(line) === `${text} ${final}`) continue;
      last.set(line, `${text} ${final}`);
      // The picture that shows it is the next one.
      requestAnimationFrame(() => { seen.push({ line, text, final, at: performance.timeOrigin + performance.now() }); });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-final', 'data-line'] });
}
