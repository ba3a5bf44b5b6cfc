import type { Bell } from '@yaji/engine';
import { redisBell } from './bell.ts';
import { type CaptionNews, redisCaptions } from './captions.ts';
import { redisJobNews, type JobNews } from './job-progress.ts';
import { jobQueues, type JobQueues } from './job-queues.ts';
import { type Leases, redisLeases } from './leases.ts';
import { redisMediaNodes, type MediaNodes } from './media-nodes.ts';
import { redisPresence, type Presence } from './presence.ts';
import { connectRedis, isReady, whenReady, type Report } from './redis.ts';
import { redisTranslations, type Translations } from './translations.ts';

/** Everything a process says through Redis, over two connections. All of it may be lost; nothing that counts is. */
export type Messaging = {
  bell: Bell;
  presence: Presence;
  mediaNodes: MediaNodes;
  queues: JobQueues;
  jobNews: JobNews;
  translations: Translations;
  captions: CaptionNews;
  leases: Leases;
  /** Whether Redis answers now; a separate signal, never a reason to be restarted. */
  isThere(): boolean;
  /** How long Redis takes to answer, milliseconds; null when it does not within a second. */
  ping(): Promise<number | null>;
  /** Waits for Redis at most so long; answers whether it is there. */
  whenThere(withinMs: number): Promise<boolean>;
  close(): Promise<void>;
};

/** Connects in the background and again after every outage. `report` hears of each outage and of each message that was lost. */
export function openMessaging(url: string, report: Report): Messaging {
  const talk = connectRedis(url, report);
  const hear = connectRedis(url, report);
  const jobNews = redisJobNews({ talk, hear, report });
  const queues = jobQueues({ talk, news: jobNews });
  return {
    bell: redisBell({ talk, hear, report }),
    presence: redisPresence(talk),
    mediaNodes: redisMediaNodes(talk),
    translations: redisTranslations(talk), captions: redisCaptions(talk), leases: redisLeases(talk),
    queues, jobNews,
    isThere: () => isReady(talk) && isReady(hear),
    async ping() {
      const askedAt = performance.now();
      return talk.ping().then(() => Math.round((performance.now() - askedAt) * 10) / 10, () => null);
    },
    whenThere: async (withinMs) => (await Promise.all([whenReady(talk, withinMs), whenReady(hear, withinMs)])).every(Boolean),
    async close() {
      await queues.close();
      talk.disconnect();
      hear.disconnect();
    },
  };
}
