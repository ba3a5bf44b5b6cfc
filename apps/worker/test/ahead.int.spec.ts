import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it, jest } from '@jest/globals';
import { renderAhead } from '../src/recording/ahead/render-ahead.ts';
import { makeClip } from '../src/recording/clip.ts';
import { longTurnsIn } from '../src/recording/ahead/long-turns.ts';
import { desk, type Desk, ends, grants, logOf, roomId, starts, zero } from './rooms.ts';
import { inspect, store } from './synthetic.ts';

jest.setTimeout(240_000);

let one: Desk;
afterAll(() => rm(one.publisher.dataDir, { recursive: true, force: true }));

const running = logOf(starts(0), grants(2, 'ann', 0));
const over = logOf(starts(0), grants(2, 'ann', 0), ends(140, 1));

async function cuts(): Promise<Map<string, number>> {
  const folder = join(one.publisher.dataDir, 'rooms', roomId, 'studio');
  const names = (await readdir(folder)).filter((name) => name.startsWith('cut-'));
  return new Map(await Promise.all(names.map(async (name): Promise<[string, number]> => [name, (await stat(join(folder, name))).mtimeMs])));
}

it('a turn that goes on is made into film minute by minute, and its clip finds those minutes made', async () => {
  one = await desk(running);
  const wanted = { startsAt: 0, seconds: 145, zero };
  await Promise.all([store(one.tracks, { ...wanted, trackId: 'ann-mic', name: 'ann', sound: 440 }), store(one.tracks, { ...wanted, trackId: 'ann-cam', name: 'ann', colour: 'red' })]);
  expect(await longTurnsIn([roomId], one.archive)).toEqual([{ roomId, turn: 1, startedAt: zero + 2_000 }]);
  const signal = new AbortController().signal;
  expect(await renderAhead({ roomId, turn: 1, until: zero + 50_000 }, one.publisher, signal)).toBe(0);
  expect(await renderAhead({ roomId, turn: 1, until: zero + 135_000 }, one.publisher, signal)).toBe(2);
  const ahead = await cuts();
  expect(ahead.size).toBe(2);
  one.archive.room.log = over;
  await makeClip({ roomId, upTo: over.length, turn: 1 }, one.publisher, one.course);
  const after = await cuts();
  expect([...ahead].every(([name, at]) => after.get(name) === at)).toBe(true);
  expect(after.size).toBe(3);
  const clip = one.archive.clipRows.get(1);
  expect(Math.abs((await inspect(join(one.publisher.dataDir, clip?.fileId ?? ''))).durationMs - 138_000)).toBeLessThan(60);
});
