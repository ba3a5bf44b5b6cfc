import { z } from 'zod';
import type { ItemKind } from './agenda.ts';
import { ParticipantId, type RoomId, type SalonId } from './ids.ts';
import { Role } from './member.ts';
import { type Language, Language as LanguageTag, type LocalText, localText } from './text.ts';

/** `POST /api/join`: an invitation (and, for a link that is not made out to a person, a name) against a session. */
export const JoinBody = z.strictObject({
  invitation: z.string().min(1).max(2_000),
  name: localText(120).optional(),
  organisation: localText(200).optional(),
  language: LanguageTag.optional(),
});
export type JoinBody = z.infer<typeof JoinBody>;
export type Joined = { token: string; expiresAt: number; participantId: ParticipantId; role: Role; salonId: SalonId; name: LocalText };

/** `GET /api/invitation` with the invitation as bearer token: whom a link is for, before joining. */
export type InvitationSeen = { salonId: SalonId; role: Role; participantId: ParticipantId | null; name: LocalText | null; organisation: LocalText | null };

/** `POST /api/salons/:salon/invitations` (moderators): a link for a role, or for one person of the programme. */
export const InvitationBody = z.strictObject({
  role: Role,
  participantId: ParticipantId.optional(),
  /** Until when it may be used; at most the end of the salon plus a day when left out. UTC milliseconds. */
  expiresAt: z.int().optional(),
});
export type InvitationBody = z.infer<typeof InvitationBody>;
export type Invitation = { invitationId: string; role: Role; participantId: ParticipantId | null; url: string; expiresAt: number; revokedAt: number | null };

/** `GET /api/salons`. */
export type SalonCard = {
  salonId: SalonId; title: LocalText; host: LocalText | null; startsAt: number; endsAt: number; timeZone: string; languages: Language[]; accent: string | null;
  state: 'coming' | 'live' | 'past'; hasRecording: boolean;
};
export type BookletPerson = { participantId: ParticipantId; name: LocalText; organisation: LocalText | null; country: string | null; role: Role };
export type BookletItem = {
  itemId: string; kind: ItemKind; title: LocalText; plannedStartAt: number; plannedMs: number; speakers: ParticipantId[];
  topics: { topicId: string; title: LocalText; plannedMs: number }[];
};
export type BookletRoom = { roomId: RoomId; title: LocalText; agenda: BookletItem[]; open: boolean; closed: boolean; hasRecording: boolean; hasMinutes: boolean };
/** `GET /api/salons/:salon`: the programme booklet. `.ics` at `/api/salons/:salon/calendar.ics`. */
export type Booklet = SalonCard & { summary: LocalText | null; people: BookletPerson[]; rooms: BookletRoom[] };

/** `POST /api/salons` (operator) with a `Programme`. `id` are the programme's own short names. */
export type SalonMade = {
  salonId: SalonId;
  rooms: { id: string; roomId: RoomId }[];
  /** For whoever has them; `hall` is for the projector and needs no name, `seat` for telephones in the hall, `usher` for those who show people to their places. */
  links: { moderator: string; speaker: string; attendee: string; hall: string; seat: string; usher: string };
  /** Each made out to one person of the programme. */
  people: { id: string; participantId: ParticipantId; url: string }[];
};

/** `GET /api/rooms/:room/seat` (session of a display, usher or moderator): the link that a telephone in the hall takes a seat by. */
export type SeatLink = { url: string };

/** `GET /api/me` (session). */
export type Me = { participantId: ParticipantId; salonId: SalonId; role: Role; name: LocalText; organisation: LocalText | null };

/** `GET /api/rooms/:room/log` (session): every event as this viewer may read it: `{ events: Told[] }`. */

/** Every error of the REST doors. `faults` lists each fault with its path. */
export type Problem = { code: string; message: string; faults?: { path: string; message: string }[] };
