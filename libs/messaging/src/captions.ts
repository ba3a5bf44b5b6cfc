import type { CaptionLine, RoomId } from '@yaji/contracts';
import type { Redis } from 'ioredis';

/** What recognisers of the house hear, told to the processes that tell it to people. What is lost is read from the table by who comes late. */
export type CaptionNews = { tell(roomId: RoomId, line: CaptionLine): Promise<void> };

export const redisCaptions = (redis: Redis): CaptionNews => ({
  // The connection itself reports that it is away.
  tell: (roomId, line) => redis.publish(`caption.${roomId}`, JSON.stringify({ saidBy: null, line })).then(() => undefined, () => undefined),
});
