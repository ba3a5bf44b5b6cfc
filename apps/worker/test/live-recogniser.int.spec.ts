import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { liveRecogniser } from '../src/speech/live/recogniser.ts';
import { pocketsphinxProgram } from '../src/speech/pocketsphinx/pocketsphinx.ts';
import type { Heard } from '../src/speech/transcriber.ts';

const here = ((): boolean => {
  try {
    return execFileSync('which', [pocketsphinxProgram]).length > 0;
  } catch (missing) {
    return (missing as { status?: number }).status !== 1;
  }
})();

(here ? it : it.skip)('a sound that goes on is heard in utterances while it goes on, and nothing is left when it is stopped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yaji-live-'));
  const file = join(folder, 'sound.mkv');
  execFileSync('espeak-ng', ['-v', 'en-us', '-w', join(folder, 'said.wav'), 'Good evening and welcome to the river.']);
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', join(folder, 'said.wav'), '-af', 'adelay=500,apad=pad_dur=3', '-ar', '48000', '-ac', '2', '-c:a', 'libopus', '-live', '1', '-cluster_time_limit', '20', file]);
  const heard: Heard[] = [];
  const ended: string[] = [];
  const recogniser = liveRecogniser({ ffmpeg: 'ffmpeg', heard: (one) => heard.push(one), ended: (why) => ended.push(why) });
  recogniser.write(await readFile(file));
  for (let look = 0; look < 200 && heard.length === 0; look += 1) await pause(100);
  recogniser.stop();
  await rm(folder, { recursive: true, force: true });
  expect([heard.length > 0, ended]).toEqual([true, []]);
  expect(heard.every(({ fromMs, toMs, words }) => fromMs >= 200 && toMs < 6_000 && (words?.length ?? 0) > 0)).toBe(true);
  expect((await readdir(tmpdir())).filter((name) => name.startsWith('yaji-hearing-'))).toEqual([]);
}, 40_000);
