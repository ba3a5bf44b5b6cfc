import type { JobName, JobProgress, RoomId } from '@yaji/contracts';
import type { Redis } from 'ioredis';
import { keepSubscribed, RedisAway, type Report } from './redis.ts';

/** How the jobs of a room stand, for whoever shows it. */
export type JobNews = {
  /** Without Redis nothing happens: the next step tells again. */
  tell(roomId: RoomId, progress: JobProgress): Promise<void>;
  /** The latest word on each job of a room; empty without Redis. */
  latest(roomId: RoomId): Promise<JobProgress[]>;
  listen(heard: (roomId: RoomId, progress: JobProgress) => void): () => void;
};

/** A job that nobody does yet. */
export const waiting = (jobId: string, name: JobName): JobProgress => ({ jobId, name, state: 'waiting', percent: 0, leftMs: null, step: null, error: null });

const channel = 'yaji.jobs';
const keyOf = (roomId: RoomId): string => `yaji.jobs.${roomId}`;
const keptSeconds = 7 * 86_400;

export function redisJobNews({ talk, hear, report }: { talk: Redis; hear: Redis; report: Report }): JobNews {
  const listeners = new Set<(roomId: RoomId, progress: JobProgress) => void>();
  keepSubscribed(hear, report, () => hear.subscribe(channel));
  hear.on('message', (from: string, text: string) => {
    if (from !== channel) return;
    const { roomId, progress } = JSON.parse(text) as { roomId: RoomId; progress: JobProgress };
    for (const heard of listeners) heard(roomId, progress);
  });
  return {
    async tell(roomId, progress) {
      const key = keyOf(roomId);
      await talk.multi().hset(key, progress.jobId, JSON.stringify(progress)).expire(key, keptSeconds)
        .publish(channel, JSON.stringify({ roomId, progress })).exec()
        .catch((error: unknown) => { report(new RedisAway(error)); });
    },
    async latest(roomId) {
      const told = await talk.hvals(keyOf(roomId)).catch((error: unknown) => {
        report(new RedisAway(error));
        return [];
      });
      return told.map((text) => JSON.parse(text) as JobProgress);
    },
    listen(heard) {
      const own: typeof heard = (roomId, progress) => { heard(roomId, progress); };
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
