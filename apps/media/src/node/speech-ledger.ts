import type { RoomId } from '@yaji/contracts';
import type { Log } from '@yaji/platform';
import type { Redis } from 'ioredis';
import type { SpeechLedger } from '../listening/speech-ledger.ts';

/** A turn is over long before. */
const keptSeconds = 14_400;
const keyOf = (roomId: RoomId, turn: number): string => `yaji.speech.${roomId}.${turn}`;

/** Keeps what was heard of running turns, so that a restart of this program loses two seconds of them and not all. */
export const redisSpeechLedger = (redis: Redis, log: Log): SpeechLedger => ({
  read: async (roomId, turn) => {
    try {
      return Number(await redis.get(keyOf(roomId, turn)) ?? 0);
    } catch (cause) {
      log.warn({ roomId, turn, err: cause }, 'what was heard of a turn before could not be read');
      return 0;
    }
  },
  write: (roomId, turn, speechMs) => {
    redis.set(keyOf(roomId, turn), speechMs, 'EX', keptSeconds).catch((cause: unknown) => log.debug({ roomId, turn, err: cause }, 'what was heard of a turn could not be kept'));
  },
});
