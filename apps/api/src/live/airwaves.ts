import { Redis } from 'ioredis';

/** Short-lived words between processes: what is missed is gone, and nothing that counts depends on it. */
export type Airwaves = {
  /** Whether it went out; without Redis it does not. */
  say(topic: string, roomId: string, words: unknown): Promise<boolean>;
  close(): void;
};

type Heard = (topic: string, roomId: string, words: unknown) => void;
type AirwavesOptions = { url: string; topics: readonly string[]; heard: Heard; report: (error: unknown) => void };

const options = { enableOfflineQueue: false, maxRetriesPerRequest: 0, connectTimeout: 2_000, commandTimeout: 1_000, retryStrategy: (times: number) => Math.min(times * 50, 1_000) };

/** Channels are `<topic>.<roomId>`, their words JSON. Connects in the background, and again after every outage. */
export function openAirwaves({ url, topics, heard, report }: AirwavesOptions): Airwaves {
  const talk = new Redis(url, options);
  const hear = new Redis(url, { ...options, autoResubscribe: false });
  // The messaging library watches the same Redis and tells of its outages once.
  talk.on('error', () => undefined);
  hear.on('error', () => undefined);
  hear.on('ready', () => { hear.psubscribe(...topics.map((topic) => `${topic}.*`)).catch(report); });
  hear.on('pmessage', (_pattern: string, channel: string, text: string) => {
    const dot = channel.indexOf('.');
    try {
      heard(channel.slice(0, dot), channel.slice(dot + 1), JSON.parse(text));
    } catch (error) {
      report(error);
    }
  });
  return {
    say: (topic, roomId, words) => talk.publish(`${topic}.${roomId}`, JSON.stringify(words)).then(() => true, () => false),
    close: () => {
      talk.disconnect();
      hear.disconnect();
    },
  };
}
