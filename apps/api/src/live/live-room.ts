import type { ParticipantId, QuestionId, Reaction, Recorded, RoomId } from '@yaji/contracts';
import type { Room } from '@yaji/salon';
import type { Feed } from './feed.ts';
import type { LiveNamespace, LiveSocket } from './seat.ts';
import type { Translated } from './translated.ts';

/** What this process holds of a room that somebody sits in: the feed, the sockets, and what is yet to be told. */
export type LiveRoom = {
  readonly roomId: RoomId;
  readonly feed: Feed;
  readonly io: LiveNamespace;
  readonly sockets: Map<ParticipantId, Set<LiveSocket>>;
  /** Sockets that came before the doors were open. */
  readonly early: Set<LiveSocket>;
  /** Sockets that have entered and are put in their places together. */
  readonly arriving: Set<LiveSocket>;
  arrivedAt: number;
  arrivalTimer: NodeJS.Timeout | null;
  /** What everybody of a class sees alike, made once per number. */
  readonly sharedViews: Map<'inside' | 'moderating', { seq: number; room: Room }>;
  /** Records that wait to be told together. */
  unsent: Recorded[];
  sentAt: number;
  /** What the last telling took. */
  tellingMs: number;
  sendTimer: NodeJS.Timeout | null;
  presenceTimer: NodeJS.Timeout | null;
  doorsTimer: NodeJS.Timeout | null;
  reactions: Partial<Record<Reaction, number>>;
  /** Whether somebody came by a link and has a screen, as far as it was asked; see absence.ts. */
  readonly screened: Map<ParticipantId, boolean>;
  /** Up to which number of its log each other room of the salon has been heard of; see other-rooms.ts. */
  readonly heardOf: Map<RoomId, number>;
  /** Who was last told to be due in another room as well. */
  warned: ReadonlySet<ParticipantId>;
  /** The questions that are compared, and what they say in other languages; see question-translations.ts. */
  readonly translated: Map<QuestionId, Translated>;
  /** Nobody has sat here since then; null while somebody does. */
  emptySince: number | null;
};

export const newLiveRoom = (roomId: RoomId, feed: Feed, io: LiveNamespace, at: number): LiveRoom => ({
  roomId, feed, io, sockets: new Map(), early: new Set(), arriving: new Set(), arrivedAt: 0, arrivalTimer: null, sharedViews: new Map(),
  unsent: [], sentAt: 0, tellingMs: 0, sendTimer: null, presenceTimer: null, doorsTimer: null,
  reactions: {}, screened: new Map(), heardOf: new Map(), warned: new Set(), translated: new Map(), emptySince: at,
});

export function seatSocket(live: LiveRoom, socket: LiveSocket): void {
  const { participantId } = socket.data.seat;
  const own = live.sockets.get(participantId) ?? new Set();
  live.sockets.set(participantId, own.add(socket));
  live.emptySince = null;
}

export function unseatSocket(live: LiveRoom, socket: LiveSocket, at: number): void {
  const { participantId } = socket.data.seat;
  const own = live.sockets.get(participantId);
  live.early.delete(socket);
  live.arriving.delete(socket);
  if (!own?.delete(socket) || own.size > 0) return;
  live.sockets.delete(participantId);
  if (live.sockets.size === 0) live.emptySince = at;
}

export function closeLiveRoom(live: LiveRoom): void {
  for (const timer of [live.sendTimer, live.presenceTimer, live.doorsTimer, live.arrivalTimer]) if (timer) clearTimeout(timer);
  live.feed.close();
}
