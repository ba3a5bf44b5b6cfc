import type { RoomId } from '@yaji/contracts';
import type { Log } from '@yaji/platform';
import type { Redis } from 'ioredis';
import type { NotHeard } from '../listening/not-heard.ts';

/** Tells the api, on channel `notice.<roomId>`, what it passes on to the people concerned. A notice that cannot be sent is lost. */
export const redisNotices = (redis: Redis, log: Log) => (roomId: RoomId, notice: NotHeard): void => {
  redis.publish(`notice.${roomId}`, JSON.stringify({ kind: 'notHeard', ...notice })).catch((cause: unknown) => {
    log.warn({ roomId, err: cause }, 'a notice could not be sent');
  });
};
