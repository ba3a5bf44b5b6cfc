import { describe, expect, it } from '@jest/globals';
import type { RoomId } from '@yaji/contracts';
import type { JobRun, Missed } from '@yaji/messaging';
import { createLog } from '@yaji/platform';
import type { Told } from '../progress.ts';
import { takeStock } from './take-stock.ts';

const roomId = '4a8a9a52-55c1-4f6f-8f3c-0f3a2c1d9e10' as RoomId;
const told: Told[] = [];

const take = (missed: Missed[]): Promise<void> => takeStock(
  { jobId: 'j', data: { roomId, upTo: 9 }, attempt: 1, signal: new AbortController().signal, tell: async () => undefined, missed: async () => missed } satisfies JobRun<'aftermath'>,
  { archive: { log: async () => [], salonOf: async () => ({ timeZone: null, accent: null }), published: async () => null, publish: async () => true }, log: createLog('worker', 'silent') },
  { tell: (one) => told.push(one), signal: new AbortController().signal, now: Date.now },
);

describe('the stock at the end of the aftermath', () => {
  it('is good where nothing was missed, and says why where something was', async () => {
    await take([]);
    expect(told).toMatchObject([{ step: 'stock' }]);
    await expect(take([{ name: 'recording-publish', why: 'no disk' }, { name: 'minutes-render', why: null }])).rejects.toThrow('could not be made: the recording: no disk');
  });

  it('is cancelled where a part was', async () => {
    await expect(take([{ name: 'recording-publish', why: null }])).rejects.toThrow('cancelled');
  });
});
