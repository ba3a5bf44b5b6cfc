import { z } from 'zod';
import { OrganisationId, ParticipantId } from './ids.ts';
import { command, event, eventWithWords } from './shape.ts';
import { Country, Key, Language, localText, text } from './text.ts';

export const Role = z.enum(['owner', 'moderator', 'speaker', 'interpreter', 'usher', 'attendee', 'display']);
export type Role = z.infer<typeof Role>;

/** Where somebody who is present is: in a browser elsewhere, or in the hall. */
export const Place = z.enum(['remote', 'hall']);
export type Place = z.infer<typeof Place>;

const person = {
  participantId: ParticipantId,
  role: Role,
  organisationId: OrganisationId.nullable(),
  country: Country.nullable(),
  languages: z.array(Language).max(8),
  /** Whom the programme counts them with (`rules.groups`); left out: nobody. */
  group: Key.nullable().optional(),
};
/** What a name plate shows. */
export const PlateWords = z.strictObject({ name: localText(120), organisation: localText(200).nullable() });
export type PlateWords = z.infer<typeof PlateWords>;
/** Who somebody is: what the rules may read. */
export const Person = z.strictObject(person);
export type Person = z.infer<typeof Person>;

export const memberCommands = {
  'member.admit': command('member.admit', { participantId: ParticipantId }),
  'member.decline': command('member.decline', { participantId: ParticipantId, message: text(300).nullable() }),
  'member.setRole': command('member.setRole', { participantId: ParticipantId, role: Role }),
  'member.remove': command('member.remove', { participantId: ParticipantId }),
  'member.leave': command('member.leave', {}),
  /** Somebody of the programme is in the hall, with or without a device. */
  'member.checkIn': command('member.checkIn', { participantId: ParticipantId }),
  /** Somebody in the hall without a device; `participantId` is new. */
  'member.introduce': command('member.introduce', { participantId: ParticipantId, ...PlateWords.shape, country: Country.nullable(), languages: z.array(Language).max(8) }),
};

/** Said by the servers only. */
export const memberServerCommands = {
  'member.enter': command('member.enter', { person: Person, plate: PlateWords, place: Place, message: text(300).nullable() }),
  'member.absent': command('member.absent', { participantId: ParticipantId, lastSeenAt: z.int() }),
};

export const memberEvents = {
  MemberExpected: eventWithWords('MemberExpected', { ...person, place: Place.nullable() }, PlateWords.shape),
  MemberKnocked: eventWithWords('MemberKnocked', person, { ...PlateWords.shape, message: z.string().nullable() }),
  MemberAdmitted: event('MemberAdmitted', { participantId: ParticipantId }),
  MemberDeclined: eventWithWords('MemberDeclined', { participantId: ParticipantId }, { message: z.string().nullable() }),
  MemberJoined: eventWithWords('MemberJoined', { ...person, place: Place }, PlateWords.shape),
  MemberCheckedIn: event('MemberCheckedIn', { participantId: ParticipantId }),
  MemberLeft: event('MemberLeft', { participantId: ParticipantId, reason: z.enum(['left', 'absent']) }),
  MemberRoleChanged: event('MemberRoleChanged', { participantId: ParticipantId, role: Role }),
  MemberRemoved: event('MemberRemoved', { participantId: ParticipantId }),
};
