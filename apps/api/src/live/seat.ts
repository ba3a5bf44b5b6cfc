import type { LiveNotices, LiveRequests, ParticipantId, Person, Place, PlateWords, Role, RoomId, SalonId } from '@yaji/contracts';
import type { Viewer } from '@yaji/salon';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { Credit } from './credit.ts';

/** How a socket stands in the room at this moment; null until it has entered. */
export type Placed = { sees: Viewer['sees']; role: Role | null; standing: string };

/** Who sits at a socket: settled at the door, for one room. */
export type Seat = {
  readonly salonId: SalonId;
  readonly roomId: RoomId;
  readonly participantId: ParticipantId;
  readonly invitationId: string;
  readonly person: Person;
  readonly plate: PlateWords;
  readonly place: Place;
  readonly credit: Credit;
  /** Reactions have a credit of their own. */
  readonly applause: Credit;
  /** So have captions: whoever speaks brings several a second. */
  readonly captions: Credit;
  placed: Placed | null;
};

export type LiveSocket = Socket<LiveRequests, LiveNotices, DefaultEventsMap, { seat: Seat }>;
export type LiveNamespace = Namespace<LiveRequests, LiveNotices, DefaultEventsMap, { seat: Seat }>;

/** Socket rooms are this process's own: each process follows the log by itself and tells its own sockets. */
export const classChannel = (roomId: RoomId, sees: 'inside' | 'moderating'): string => `${roomId}.${sees}`;
/** Those who have asked for the chat, as long as they stay in their class. */
export const chatChannel = (roomId: RoomId, sees: 'inside' | 'moderating'): string => `${roomId}.chat.${sees}`;
export const personChannel = (roomId: RoomId, participantId: ParticipantId): string => `${roomId}.${participantId}`;
