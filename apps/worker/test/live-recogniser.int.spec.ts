import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { type LiveHeard, liveRecogniser } from '../src/speech/live/recogniser.ts';
import { pocketsphinxProgram } from '../src/speech/pocketsphinx/pocketsphinx.ts';

const here = ((): boolean => {
  try {
    return execFileSync('which', [pocketsphinxProgram]).length > 0;
  } catch (missing) {
    return (missing as { status?: number }).status !== 1;
  }
})();

/** What is known of a child while it runs, by its parent. */
const children = (): string => execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' });

(here ? it : it.skip)('a sound that goes on is heard word by word while it goes on, whole after a pause, and nothing is left when it is stopped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yaji-live-'));
  const file = join(folder, 'sound.mkv');
  execFileSync('espeak-ng', ['-v', 'en-us', '-s', '150', '-w', join(folder, 'said.wav'), 'People want to know the answer.']);
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', join(folder, 'said.wav'), '-af', 'adelay=500,apad=pad_dur=3', '-ar', '48000', '-ac', '2', '-c:a', 'libopus', '-live', '1', '-cluster_time_limit', '20', file]);
  const heard: LiveHeard[] = [];
  const ended: string[] = [];
  const recogniser = liveRecogniser({ ffmpeg: 'ffmpeg', heard: (one) => heard.push(one), ended: (why) => ended.push(why) });
  try {
    recogniser.write(await readFile(file));
    for (let look = 0; look < 200 && !heard.some(({ whole }) => whole); look += 1) await pause(100);
    expect(children()).toContain('listen.ts');
  } finally {
    recogniser.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const [half, whole] = [heard.filter((one) => !one.whole), heard.find((one) => one.whole)];
  expect([half.length > 1, (half[0]?.words?.length ?? 0) < (whole?.words?.length ?? 0), ended]).toEqual([true, true, []]);
  expect(half.some(({ text }) => /\bpeople\b/.test(text))).toBe(true);
  expect(heard.every(({ fromMs, toMs, words }) => fromMs >= 200 && toMs < 6_000 && (words?.length ?? 0) > 0)).toBe(true);
  for (let look = 0; look < 50 && children().includes('listen.ts'); look += 1) await pause(100);
  expect(children()).not.toContain('listen.ts');
}, 40_000);

(here ? it : it.skip)('a recogniser that is killed says so once, and takes its other half with it', async () => {
  const ended: string[] = [];
  liveRecogniser({ ffmpeg: 'ffmpeg', heard: () => undefined, ended: (why) => ended.push(why) });
  const pidOf = (name: string): number => Number(execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' }).split('\n').find((line) => line.includes(name))?.trim().split(' ')[0] ?? 0);
  process.kill(pidOf('listen.ts'), 'SIGKILL');
  for (let look = 0; look < 100 && (ended.length === 0 || pidOf('matroska') > 0); look += 1) await pause(50);
  expect([ended, pidOf('matroska')]).toEqual([['the recogniser ended'], 0]);
});
