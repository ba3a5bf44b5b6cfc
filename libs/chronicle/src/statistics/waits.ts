import type { EntryId, Lane, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';
import { plateOf, type Plate } from '../plate.ts';
import type { Log } from '../replay.ts';

/** Somebody who asked for the floor. `startedAt` null: did not get it; `waitedMs`: until then, or until the hand went down or the log ended. UTC milliseconds. */
export type Wait = { who: Plate; lane: Lane; askedAt: number; startedAt: number | null; waitedMs: number; outcome: 'spoke' | 'withdrew' | 'waiting' | 'gone' };
/** Of those who got the floor; null where nobody did. Milliseconds. */
export type Waiting = { waits: Wait[]; medianMs: number | null; longestMs: number | null };

type Hand = { participantId: ParticipantId; lane: Lane; askedAt: number; startedAt: number | null; turn: number | null; withdrawnAt: number | null };

function handsIn(log: Log): Map<EntryId, Hand> {
  const hands = new Map<EntryId, Hand>();
  for (const { type, data, at } of log) {
    switch (type) {
      case 'FloorRequested': hands.set(data.entryId, { participantId: data.participantId, lane: data.lane ?? 'normal', askedAt: at, startedAt: null, turn: null, withdrawnAt: null }); break;
      case 'FloorWithdrawn': {
        const hand = hands.get(data.entryId);
        if (hand) hand.withdrawnAt = at;
        break;
      }
      case 'TurnStarted': {
        const hand = data.entryId === null ? undefined : hands.get(data.entryId);
        if (hand) Object.assign(hand, { startedAt: at, turn: data.turn });
        break;
      }
      case 'TurnUndone': {
        const hand = [...hands.values()].find(({ turn }) => turn === data.turn);
        if (hand) Object.assign(hand, { startedAt: null, turn: null });
        break;
      }
      default:
    }
  }
  return hands;
}

/** In the order of asking. A turn that was undone was not had. */
export function waitingIn(log: Log, room: DeepReadonly<Room>): Waiting {
  const queued = new Set(room.floor.queue.map(({ entryId }) => entryId));
  const waits = [...handsIn(log)].map(([entryId, { participantId, lane, askedAt, startedAt, withdrawnAt }]): Wait => {
    const outcome = startedAt !== null ? 'spoke' : withdrawnAt !== null ? 'withdrew' : queued.has(entryId) ? 'waiting' : 'gone';
    return { who: plateOf(room, participantId), lane, askedAt, startedAt, outcome, waitedMs: (startedAt ?? withdrawnAt ?? room.lastAt) - askedAt };
  });
  const had = waits.filter(({ outcome }) => outcome === 'spoke').map(({ waitedMs }) => waitedMs).sort((one, other) => one - other);
  return { waits, medianMs: had[Math.floor((had.length - 1) / 2)] ?? null, longestMs: had.at(-1) ?? null };
}
