export { hopeless, jobWorkers, type JobRun, type JobWork, type JobWorkersOptions } from './job-workers.ts';
export type { JobNews } from './job-progress.ts';
export { jobIdOf, type JobQueues } from './job-queues.ts';
export type { MediaNode, MediaNodes } from './media-nodes.ts';
export { openMessaging, type Messaging } from './open-messaging.ts';
export type { Presence, Present } from './presence.ts';
export { RedisAway } from './redis.ts';
export type { Translations } from './translations.ts';
