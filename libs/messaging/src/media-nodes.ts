import type { Redis } from 'ioredis';

/** A media node that can be joined. `load`: the busiest worker's share of its core, 0 to 1. `people`: those it serves. */
export type MediaNode = { nodeId: string; url: string; load: number; workers?: number; people?: number };

/** Which media nodes live. A node that has not announced itself for 6 s is gone. */
export type MediaNodes = {
  /** To be repeated every 2 s; without Redis nothing happens. */
  announce(node: MediaNode): Promise<void>;
  withdraw(nodeId: string): Promise<void>;
  /** Least loaded first. Without Redis: those last known, since they probably live on; `unknown` when none ever were. */
  list(): Promise<MediaNode[] | 'unknown'>;
};

const livesMs = 6_000;
const key = 'yaji.media-nodes';

type Announced = MediaNode & { at: number };

export function redisMediaNodes(redis: Redis, now: () => number = Date.now): MediaNodes {
  let known: MediaNode[] | 'unknown' = 'unknown';
  const ifThere = async (work: () => Promise<unknown>): Promise<boolean> => work().then(() => true, () => false);
  const read = async (): Promise<void> => {
    const announced = Object.values(await redis.hgetall(key)).map((text) => JSON.parse(text) as Announced);
    const dead = announced.filter(({ at }) => now() - at > livesMs);
    known = announced.filter((one) => !dead.includes(one)).map(({ at: _at, ...node }) => node).sort((a, b) => a.load - b.load);
    const long = dead.filter(({ at }) => now() - at > 10 * livesMs);
    if (long.length > 0) await redis.hdel(key, ...long.map(({ nodeId }) => nodeId));
  };
  return {
    async announce(node) {
      await ifThere(() => redis.hset(key, node.nodeId, JSON.stringify({ ...node, at: now() } satisfies Announced)));
    },
    async withdraw(nodeId) {
      await ifThere(() => redis.hdel(key, nodeId));
    },
    async list() {
      await ifThere(read);
      return known;
    },
  };
}
