import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Reads phrases aloud into one WAV file (48 kHz mono), each followed by so much silence; answers its path. */
export async function phrasesIntoFile(folder: string, phrases: readonly string[], silenceSeconds: number): Promise<string> {
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
  return all;
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

/** A caption's first appearance on a display, UTC milliseconds. */
export type Seen = { line: string; at: number };

/** To be put into a hall display: notes when a line is first drawn. */
export function noteSeen(): void {
  const seen: Seen[] = [];
  Object.assign(window, { seen });
  const look = () => {
    for (const row of document.querySelectorAll('[data-testid=captions] [data-line]')) {
      const line = row.getAttribute('data-line') ?? '';
      // The picture that shows it is the next one.
      if (!seen.some((one) => one.line === line)) requestAnimationFrame(() => { if (!seen.some((one) => one.line === line)) seen.push({ line, at: performance.timeOrigin + performance.now() }); });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}
