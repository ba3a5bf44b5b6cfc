import type { EventType, ParticipantId, Recorded, Told } from '@yaji/contracts';
import { namedIn, seal, type Viewer } from '@yaji/salon';
import type { LiveRoom } from './live-room.ts';
import { place, placedBy, sameAs } from './placing.ts';
import { classChannel, personChannel } from './seat.ts';

/** What comes thick and fast is told together, this often: less often where telling is dear, but never so seldom that a list stands still. */
const gatherMs = { least: 40, most: 200 };

/**
 * Between those bounds telling takes one part in so many of this process's time. A broadcast to a thousand sockets costs tens of
 * milliseconds, and in a storm of hands everybody waits for an answer: the rest is for hearing.
 */
const partOfTime = 8;

/** What people wait for with open ears is told at once. */
const urgent = new Set<EventType>([
  'RoomOpened', 'RoomClosed', 'TurnStarted', 'TurnPaused', 'TurnResumed', 'TurnExtended', 'TurnInterrupted', 'TurnContinued', 'TurnEnded', 'TurnUndone', 'TurnReopened',
  'TurnNominated', 'TurnVetoed', 'InterpretationStarted', 'InterpretationEnded', 'FloorModeSet', 'TimeBankAccepted',
  'MemberAdmitted', 'MemberDeclined', 'MemberRoleChanged', 'MemberRemoved',
]);

/**
 * Tells the room's sockets of new records: at once, or shortly together with the next. Order is the log's. What is not urgent is left to
 * a timer even when it is due, so that whoever caused it is answered first.
 */
export function tellSockets(live: LiveRoom, records: readonly Recorded[]): void {
  live.unsent.push(...records);
  if (records.some(({ type }) => urgent.has(type))) flush(live);
  else live.sendTimer ??= setTimeout(() => { flush(live); }, Math.max(0, live.sentAt + gatherFor(live.tellingMs) - Date.now()));
}

/** How long to gather after a telling that took `tellingMs`. */
export const gatherFor = (tellingMs: number): number => Math.min(gatherMs.most, Math.max(gatherMs.least, tellingMs * partOfTime));

/** Tells everything that waits. The state of the feed is then exactly what the sockets have been told. */
export function flush(live: LiveRoom): void {
  if (live.sendTimer) clearTimeout(live.sendTimer);
  live.sendTimer = null;
  const records = live.unsent;
  live.unsent = [];
  if (records.length === 0) return;
  const began = performance.now();
  live.sentAt = Date.now();
  const moved = movedBy(live, records);
  const own = toldApart(live, records, moved);
  const apart = [...moved, ...own.keys()].map((participantId) => personChannel(live.roomId, participantId));
  for (const sees of ['inside', 'moderating'] as const) {
    const channel = classChannel(live.roomId, sees);
    if (!live.io.adapter.rooms.has(channel)) continue;
    live.io.to(channel).except(apart).emit('events', { events: sealed(records, { participantId: null, sees }), now: live.sentAt });
  }
  for (const [participantId, events] of own) live.io.to(personChannel(live.roomId, participantId)).emit('events', { events, now: live.sentAt });
  for (const participantId of moved) for (const socket of live.sockets.get(participantId) ?? []) place(live, socket);
  live.tellingMs = performance.now() - began;
}

const sealed = (records: readonly Recorded[], viewer: Viewer): Told[] => records.map((record) => seal(record, viewer));

/** Those who sit here and now stand otherwise than they did: a fresh snapshot takes the place of these records for them. */
function movedBy(live: LiveRoom, records: readonly Recorded[]): Set<ParticipantId> {
  const named = new Set(records.flatMap((record) => (record.type.startsWith('Member') ? namedIn(record) : [])));
  const moved = new Set<ParticipantId>();
  for (const participantId of named) {
    for (const { data: { seat } } of live.sockets.get(participantId) ?? []) {
      if (seat.placed && !sameAs(seat.placed, placedBy(live, seat))) moved.add(participantId);
    }
  }
  return moved;
}

/** Those inside who may read more than their class of at least one record, with all records as they may read them. */
function toldApart(live: LiveRoom, records: readonly Recorded[], moved: ReadonlySet<ParticipantId>): Map<ParticipantId, Told[]> {
  const own = new Map<ParticipantId, Told[]>();
  for (const record of records) {
    for (const participantId of namedIn(record)) {
      const sees = seesHere(live, participantId);
      if (sees === null || moved.has(participantId) || own.has(participantId)) continue;
      const viewer = { participantId, sees };
      // `seal` answers the record itself where nothing is hidden.
      if (seal(record, viewer) !== seal(record, { participantId: null, sees })) own.set(participantId, sealed(records, viewer));
    }
  }
  return own;
}

function seesHere(live: LiveRoom, participantId: ParticipantId): 'inside' | 'moderating' | null {
  for (const { data: { seat } } of live.sockets.get(participantId) ?? []) {
    if (seat.placed && seat.placed.sees !== 'outside') return seat.placed.sees;
  }
  return null;
}
