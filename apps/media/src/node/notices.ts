import type { PushState, RecordingTrouble, RoomId } from '@yaji/contracts';
import type { Log } from '@yaji/platform';
import type { Redis } from 'ioredis';
import type { NotHeard } from '../listening/not-heard.ts';

/** What this node says of a room to the people concerned. */
export type MediaNotice = ({ kind: 'notHeard' } & NotHeard) | { kind: 'recordingTrouble'; troubles: readonly RecordingTrouble[] } | { kind: 'pushStates'; states: readonly PushState[] };

/** Tells the api, on channel `notice.<roomId>`, what it passes on to the people concerned. A notice that cannot be sent is lost. */
export const redisNotices = (redis: Redis, log: Log) => (roomId: RoomId, notice: MediaNotice): void => {
  redis.publish(`notice.${roomId}`, JSON.stringify(notice)).catch((cause: unknown) => {
    log.warn({ roomId, err: cause }, 'a notice could not be sent');
  });
};
