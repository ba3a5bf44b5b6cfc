import { randomUUID } from 'node:crypto';
import type { CommandId, PushFault, PushId, PushState, RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { PushAddresses } from '@yaji/persistence';
import type { Studio } from '../../studio/studio.ts';
import { Encoding } from './encoding.ts';
import { Push } from './push.ts';

const lookEveryMs = 500;
/** Said again, for moderators who come later. */
const againMs = 5_000;

/**
 * `isHome`: whether this node is the one that carries the room; of several that know it only that one pushes. `ready`: resolves when a program has
 * something to show. `giveUpMs`: a push that does not arrive for so long ends.
 */
export type PushingOptions = {
  ffmpeg: string; addresses: Pick<PushAddresses, 'find'>; isHome: (roomId: RoomId) => Promise<boolean>; ready: () => Promise<void>; allowPrivate: boolean; giveUpMs?: number | undefined;
};
export type Pushing = PushingOptions & { engine: Engine; tell: (states: readonly PushState[]) => void };

/** Pushes what the room's log says is pushed, and tells how that gets on. Returns how to stop. */
export function watchPushes(studio: Studio, pushing: Pushing): () => void {
  const { program, roomId, log } = studio;
  const { ffmpeg, isHome } = pushing;
  const encoding = new Encoding({ ffmpeg, program, roomId, log });
  const running = new Map<string, Push>();
  const told = { text: '[]', at: 0 };
  let isOver = false;
  let isLooking = false;
  const agree = async (): Promise<void> => {
    const wanted = studio.scene.pushes.length > 0 && await isHome(roomId) ? studio.scene.pushes : [];
    if (isOver) return;
    const byKey = new Map(wanted.map((push) => [`${push.pushId} ${push.startedAt}`, push]));
    for (const [key, push] of running) {
      if (byKey.has(key)) continue;
      push.stop();
      running.delete(key);
    }
    for (const [key, { pushId }] of byKey) if (!running.has(key)) running.set(key, openPush(pushId, studio, { ...pushing, encoding }));
  };
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    await agree().catch((cause: unknown) => log.error({ roomId, err: cause }, 'what is to be pushed of a room could not be looked after; it is tried again'));
    isLooking = false;
    if (!isOver) tellStates([...running.values()].map(({ state }) => state), told, pushing.tell);
  };
  const looking = setInterval(() => void look(), lookEveryMs);
  return () => {
    isOver = true;
    clearInterval(looking);
    for (const push of running.values()) push.stop();
  };
}

function openPush(pushId: PushId, { roomId, log }: Studio, { ffmpeg, encoding, addresses, ready, allowPrivate, giveUpMs, engine }: Pushing & { encoding: Encoding }): Push {
  const giveUp = async (why: PushFault): Promise<void> => {
    const outcome = await engine.handle(roomId, { type: 'stream.endPush', data: { pushId, why } }, { by: null, commandId: randomUUID() as CommandId });
    if (!outcome.ok) log.info({ roomId, pushId, code: outcome.refusal.code }, 'the end of a push was not taken');
  };
  return new Push({ pushId, roomId, ffmpeg, encoding, log, allowPrivate, giveUpMs, ready, find: () => addresses.find(roomId, pushId), giveUp });
}

/** When something has changed other than how long a pause still is, and again and again while there is anything to tell. */
function tellStates(states: PushState[], told: { text: string; at: number }, tell: (states: readonly PushState[]) => void): void {
  const text = JSON.stringify(states.map(({ againInMs, ...state }) => ({ ...state, waits: againInMs !== null })));
  const now = Date.now();
  if (text === told.text && (states.length === 0 || now - told.at < againMs)) return;
  Object.assign(told, { text, at: now });
  tell(states);
}
