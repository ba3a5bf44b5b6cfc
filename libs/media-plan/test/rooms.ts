import type { ParticipantId, Place, Role } from '@yaji/contracts';
import { emptyRoom, type Member, type Room, type Standing, type Turn } from '@yaji/salon';

export const id = (name: string): ParticipantId => name as ParticipantId;

export const member = (name: string, more: Partial<{ role: Role; standing: Standing; place: Place | null }> = {}): Member => ({
  participantId: id(name), role: 'attendee', organisationId: null, country: null, languages: [], group: null, name: null, organisation: null,
  standing: 'admitted', place: 'remote', announced: true, checkedIn: false, message: null, firstJoinedAt: 0, leftAt: null, presentMs: 0, joinedAt: 0, ...more,
});

export const turnOf = (name: string, running = true): Turn => ({
  turn: 1, participantId: id(name), lane: 'normal', microphone: null, entry: null, index: 0, listed: null, itemId: null, topicId: null, startedAt: 0,
  clock: { allottedMs: 60_000, spentMs: 0, runningSince: running ? 0 : null }, replaces: null, interrupts: null, yieldedBy: null, interpretation: null, nominee: null,
});

/** An open room with these members; the first `waiting` of them have raised their hand. */
export function room(members: readonly Member[], change: (room: Room) => void = () => undefined): Room {
  const made = emptyRoom();
  made.phase = 'open';
  for (const one of members) made.members[one.participantId] = one;
  change(made);
  return made;
}

export const waits = (made: Room, name: string): void => {
  made.floor.asked += 1;
  made.floor.queue.push({
    entryId: `entry-${name}` as Room['floor']['queue'][number]['entryId'], participantId: id(name), asked: made.floor.asked, raisedAt: 0, addedBy: null,
    lane: 'normal', category: null, stance: null, note: null, answers: null, pin: null,
  });
};
