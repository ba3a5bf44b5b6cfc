import type { ParticipantId, Place, Presence as Counts, RoomId } from '@yaji/contracts';
import type { Redis } from 'ioredis';

/** Somebody in one place; who sits in the hall and listens at home is counted in both. */
export type Present = { participantId: ParticipantId; place: Place };

/**
 * Who was seen lately, over all processes. Never in the log; a Redis that is away, or came back empty, answers `unknown`: nobody is
 * absent because Redis is.
 */
export type Presence = {
  /** Says that these are here now. To be repeated at least every 15 s. */
  touch(roomId: RoomId, present: readonly Present[]): Promise<void>;
  /** Says that somebody has left this place. */
  leave(roomId: RoomId, present: Present): Promise<void>;
  /** Those seen within the last 30 s. */
  counts(roomId: RoomId): Promise<Counts | 'unknown'>;
  /** UTC milliseconds; null: not seen for a minute or longer, by any process. */
  lastSeen(roomId: RoomId, participantId: ParticipantId): Promise<number | null | 'unknown'>;
};

const countedMs = 30_000;
/** So long must Redis have been keeping book before a missing entry means anything. */
const bookMs = 60_000;
const forgottenSeconds = 86_400;

const keyOf = (roomId: RoomId): string => `yaji.presence.${roomId}`;
/** Since when this Redis keeps book: it may have lost everything with a restart. */
const sinceKey = 'yaji.presence-since';
const memberOf = ({ participantId, place }: Present): string => `${participantId} ${place}`;
const places: readonly Place[] = ['remote', 'hall'];

export function redisPresence(redis: Redis, now: () => number = Date.now): Presence {
  // The connection itself reports that it is away; here it only means that nothing is known.
  const orUnknown = <T>(ask: () => Promise<T>): Promise<T | 'unknown'> => ask().catch(() => 'unknown' as const);
  return {
    async touch(roomId, present) {
      if (present.length === 0) return;
      const at = now();
      const scores = present.flatMap((one) => [at, memberOf(one)]);
      await orUnknown(() => redis.multi().set(sinceKey, at, 'NX').zadd(keyOf(roomId), ...scores).expire(keyOf(roomId), forgottenSeconds).exec());
    },
    async leave(roomId, present) {
      await orUnknown(() => redis.zrem(keyOf(roomId), memberOf(present)));
    },
    counts: (roomId) => orUnknown(async () => {
      const present = await redis.zrangebyscore(keyOf(roomId), now() - countedMs, '+inf');
      const at = (place: Place): number => present.filter((member) => member.endsWith(` ${place}`)).length;
      return { remote: at('remote'), hall: at('hall') };
    }),
    lastSeen: (roomId, participantId) => orUnknown(async () => {
      const members = places.map((place) => memberOf({ participantId, place }));
      const [since, scores] = await Promise.all([redis.get(sinceKey), redis.zmscore(keyOf(roomId), ...members)]);
      const seen = scores.filter((score) => score !== null).map(Number);
      if (seen.length > 0) return Math.max(...seen);
      return since !== null && now() - Number(since) >= bookMs ? null : 'unknown';
    }),
  };
}
