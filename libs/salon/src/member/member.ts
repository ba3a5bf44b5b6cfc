import type { LocalText, OrganisationId, ParticipantId, Place, Role } from '@yaji/contracts';

/** `expected` (on the programme) and `admitted` may enter; `waiting` are in the lobby. */
export type Standing = 'expected' | 'waiting' | 'admitted' | 'declined' | 'removed';

export type Member = {
  participantId: ParticipantId;
  role: Role;
  organisationId: OrganisationId | null;
  country: string | null;
  languages: string[];
  /** Whom the programme counts them with; null: nobody. */
  group: string | null;
  /** What the name plate shows; null once erased. */
  name: LocalText | null;
  organisation: LocalText | null;
  standing: Standing;
  /** Where they are now; null: not here. */
  place: Place | null;
  /** In the hall by an usher's word: no device tells whether they still are. */
  checkedIn: boolean;
  /** Everybody in the room has been told of them; until then only the moderators know. */
  announced: boolean;
  /** What they wrote when they knocked, or were answered. */
  message: string | null;
  firstJoinedAt: number | null;
  leftAt: number | null;
  /** Time present before the current stay, milliseconds. */
  presentMs: number;
  joinedAt: number | null;
};
export type Members = Record<ParticipantId, Member>;
