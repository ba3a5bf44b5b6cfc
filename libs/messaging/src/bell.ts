import { randomUUID } from 'node:crypto';
import type { Recorded, RoomId } from '@yaji/contracts';
import type { Bell } from '@yaji/engine';
import type { Redis } from 'ioredis';
import { isReady, keepSubscribed, RedisAway, type Report } from './redis.ts';

const channel = 'yaji.bell';
/** Larger tidings carry only the number: the log has the rest. */
const largestBytes = 32_768;

type Rung = { from: string; roomId: RoomId; upTo: number; records: Recorded[] };

/** The bell between processes. `talk` and `hear` are two connections, since one that hears cannot talk. */
export function redisBell({ talk, hear, report }: { talk: Redis; hear: Redis; report: Report }): Bell {
  const self = randomUUID();
  const listeners = new Set<Parameters<Bell['listen']>[0]>();
  keepSubscribed(hear, report, () => hear.subscribe(channel));
  hear.on('message', (from: string, text: string) => {
    if (from !== channel) return;
    const rung = JSON.parse(text) as Rung;
    if (rung.from === self) return;
    for (const heard of listeners) heard(rung.roomId, rung.records, rung.upTo);
  });
  return {
    ring(roomId, records) {
      const upTo = records.at(-1)?.seq;
      if (upTo === undefined || !isReady(talk)) return;
      const rung: Rung = { from: self, roomId, upTo, records: [...records] };
      const whole = JSON.stringify(rung);
      const text = Buffer.byteLength(whole) <= largestBytes ? whole : JSON.stringify({ ...rung, records: [] });
      talk.publish(channel, text).catch((error: unknown) => { report(new RedisAway(error)); });
    },
    listen(heard) {
      const own: typeof heard = (roomId, records, upTo) => { heard(roomId, records, upTo); };
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
