import type { ParticipantId, TopicId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import type { PastTurn } from '../floor.ts';

/** What speaking time is added up by. */
export type Account = 'person' | 'organisation' | 'country' | 'language' | 'topic';

/**
 * [F40] What one turn adds: what the media plane heard of it, or what its clock shows where nothing was measured (spoken in the hall without
 * a microphone of ours). The one definition of speaking time; queue, budgets, minutes and statistics all use it.
 */
export const turnMs = ({ tookMs, speechMs }: Pick<PastTurn, 'tookMs' | 'speechMs'>): number => speechMs ?? tookMs;

/** A line of the ledger. `clockMs`: by the clock; `speechMs`: as booked. `turns`: how many, open speech not counted. */
export type LedgerLine = { clockMs: number; speechMs: number; turns: number };

type Booking = LedgerLine & { participantId: ParticipantId; topicId: TopicId | null };

function bookings({ floor }: DeepReadonly<Room>): Booking[] {
  const turns = floor.past.map((turn): Booking => ({ participantId: turn.participantId, topicId: turn.topicId, clockMs: turn.tookMs, speechMs: turnMs(turn), turns: 1 }));
  const open = floor.openSpeech.map(({ participantId, topicId, speechMs }): Booking => ({ participantId, topicId, clockMs: speechMs, speechMs, turns: 0 }));
  return [...turns, ...open];
}

function accountOf({ members }: DeepReadonly<Room>, { participantId, topicId }: Booking, by: Account): string {
  const member = members[participantId];
  switch (by) {
    case 'person': return participantId;
    case 'organisation': return member?.organisationId ?? '';
    case 'country': return member?.country ?? '';
    case 'language': return member?.languages[0] ?? '';
    case 'topic': return topicId ?? '';
  }
}

/** [F40] The speaking time of the turns that are over and of the open floor. The key '' gathers who or what belongs to none. */
export function ledger(room: DeepReadonly<Room>, by: Account): Map<string, LedgerLine> {
  const lines = new Map<string, LedgerLine>();
  for (const booking of bookings(room)) {
    const key = accountOf(room, booking, by);
    const line = lines.get(key) ?? { clockMs: 0, speechMs: 0, turns: 0 };
    lines.set(key, { clockMs: line.clockMs + booking.clockMs, speechMs: line.speechMs + booking.speechMs, turns: line.turns + booking.turns });
  }
  return lines;
}

/** The booked time alone. */
export const bookedMs = (room: DeepReadonly<Room>, by: Account): Map<string, number> => new Map([...ledger(room, by)].map(([key, { speechMs }]) => [key, speechMs]));
