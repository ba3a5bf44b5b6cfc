import type { PushFault, PushId, PushSeen, PushState } from '@yaji/contracts';
import { mostPushes } from '@yaji/salon';
import type { RoomView } from '../../live/room-view.ts';

/** What was heard of a push; `againAt`: when it is tried again, by the server's clock. */
export type HeardPush = Omit<PushState, 'againInMs'> & { againAt: number | null };
/** How a push gets on; `failed`: it was given up. `againSeconds` null: not waiting. */
export type PushLine = { pushId: PushId; label: string; state: PushState['state'] | 'failed'; why: PushFault | null; againSeconds: number | null };

/** Those that run, then those that were given up. What nothing was heard of is only just beginning. */
export function pushLines({ room: { stream }, now }: Pick<RoomView, 'room' | 'now'>, heard: readonly HeardPush[]): PushLine[] {
  const running = stream.pushes.map(({ pushId, label }): PushLine => {
    const { state, why, againAt } = heard.find((one) => one.pushId === pushId) ?? { state: 'connecting' as const, why: null, againAt: null };
    return { pushId, label, state, why, againSeconds: againAt === null ? null : Math.max(0, Math.ceil((againAt - now) / 1_000)) };
  });
  return [...running, ...stream.failed.map(({ pushId, label, why }): PushLine => ({ pushId, label, state: 'failed', why, againSeconds: null }))];
}

/** An address, and how it gets on where it is pushed to or was. */
export type PushRow = { seen: PushSeen; line: PushLine | null; runs: boolean; mayStart: boolean };
export function pushRows(lines: readonly PushLine[], addresses: readonly PushSeen[]): PushRow[] {
  const count = lines.filter(({ state }) => state !== 'failed').length;
  return addresses.map((seen) => {
    const line = lines.find(({ pushId }) => pushId === seen.pushId) ?? null;
    const runs = line !== null && line.state !== 'failed';
    return { seen, line, runs, mayStart: !runs && seen.host !== null && count < mostPushes };
  });
}
