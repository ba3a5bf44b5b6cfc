import type { QuestionId, RoomId, Translation } from '@yaji/contracts';
import type { Redis } from 'ioredis';

/** One wording of a question; `digest`: of its text. */
export type WordingKey = { questionId: QuestionId; digest: string };

/** What the processes have had translated, so that each wording is translated once. Forgotten after a day; without Redis nothing is known and nothing may be begun. */
export type Translations = {
  /** In the order of what was asked for; null: not translated yet. `unknown` without Redis. */
  known(roomId: RoomId, wordings: readonly WordingKey[]): Promise<(Translation | null)[] | 'unknown'>;
  /** Whether the caller is to translate it: no other process is told so for half a minute. */
  claim(roomId: RoomId, wording: WordingKey): Promise<boolean>;
  /** Takes a claim back: nothing was tried. */
  release(roomId: RoomId, wording: WordingKey): Promise<void>;
  keep(roomId: RoomId, wording: WordingKey, translation: Translation): Promise<void>;
  /** Of one wording, or of the whole room. */
  forget(roomId: RoomId, wording?: WordingKey): Promise<void>;
};

const keptSeconds = 86_400;
/** Longer than a translation may take. One that fails is not tried again before: a pause for all processes alike. */
const claimedMs = 30_000;

const keyOf = (roomId: RoomId): string => `yaji.translations.${roomId}`;
const claimOf = (roomId: RoomId, wording: WordingKey): string => `yaji.translating.${roomId}.${fieldOf(wording)}`;
/** The digest is part of the name, so that forgetting an old wording never loses a new one. */
const fieldOf = ({ questionId, digest }: WordingKey): string => `${questionId} ${digest}`;

export function redisTranslations(redis: Redis): Translations {
  // The connection itself reports that it is away.
  const ifThere = <T>(work: () => Promise<T>, otherwise: T): Promise<T> => work().catch(() => otherwise);
  return {
    known: (roomId, wordings) => ifThere<(Translation | null)[] | 'unknown'>(async () => {
      const texts = await redis.hmget(keyOf(roomId), ...wordings.map(fieldOf));
      return texts.map((text) => (text === null ? null : JSON.parse(text) as Translation));
    }, 'unknown'),
    claim: (roomId, wording) => ifThere(async () => (await redis.set(claimOf(roomId, wording), '', 'PX', claimedMs, 'NX')) === 'OK', false),
    async release(roomId, wording) {
      await ifThere(() => redis.del(claimOf(roomId, wording)), 0);
    },
    async keep(roomId, wording, translation) {
      await ifThere(() => redis.multi().hset(keyOf(roomId), fieldOf(wording), JSON.stringify(translation)).expire(keyOf(roomId), keptSeconds).exec(), null);
    },
    async forget(roomId, wording) {
      await ifThere(() => (wording ? redis.hdel(keyOf(roomId), fieldOf(wording)) : redis.del(keyOf(roomId))), 0);
    },
  };
}
