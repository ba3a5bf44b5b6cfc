import { z } from 'zod';
import { ItemKind } from './agenda.ts';
import { AwardPlan, Nominee } from './award.ts';
import { BallotTerms } from './ballot.ts';
import { Role } from './member.ts';
import { PollPlan } from './poll.ts';
import { RoomRules } from './room.ts';
import { Country, Key, Language, localText } from './text.ts';

const ProgrammeTopic = z.strictObject({ id: Key, title: localText(300), minutes: z.number().min(0).max(1_440) });
const ProgrammeItem = z.strictObject({
  id: Key, kind: ItemKind, title: localText(300), minutes: z.number().min(0).max(1_440),
  /** Left out: right after the item before. */
  startsAt: z.iso.datetime({ offset: true }).optional(),
  speakers: z.array(Key).max(200).default([]),
  topics: z.array(ProgrammeTopic).max(20).default([]),
});
const ProgrammeMotion = z.strictObject({ id: Key, title: localText(300), text: localText(4_000), mover: Key.optional(), seconder: Key.optional(), terms: BallotTerms.optional() });
/** `picture`: a PNG, JPEG or WebP of at most 200 kB as data URI. */
const ProgrammeNominee = z.strictObject({ id: Key, title: localText(200), about: Nominee.shape.about, picture: z.string().max(280_000).regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/).optional() });
const ProgrammeAward = z.strictObject({ id: Key, title: localText(300), method: AwardPlan.shape.method, electorate: AwardPlan.shape.electorate, nominees: z.array(ProgrammeNominee).min(2).max(40) });
const ProgrammeRoom = z.strictObject({
  id: Key, title: localText(300), rules: RoomRules.partial().default({}), agenda: z.array(ProgrammeItem).min(1).max(200),
  polls: z.array(PollPlan.extend({ id: Key })).max(40).default([]),
  motions: z.array(ProgrammeMotion).max(100).default([]),
  awards: z.array(ProgrammeAward).max(20).default([]),
});

/** What a salon is made from: one JSON document. Cross references are checked by `checkProgramme`. */
export const Programme = z.strictObject({
  title: localText(300),
  summary: localText(4_000).optional(),
  host: localText(200).optional(),
  startsAt: z.iso.datetime({ offset: true }),
  /** IANA zone of the salon. */
  timeZone: z.string().max(60),
  languages: z.array(Language).min(1).max(8),
  /** The accent colour of the salon's pages. */
  accent: z.string().regex(/^#[0-9a-fA-F]{6}$/).optional(),
  listed: z.boolean().default(true),
  /** Doors of the lobby open this long before the start. */
  doorsOpenMinutes: z.int().min(0).max(10_080).default(60),
  organisations: z.array(z.strictObject({ id: Key, name: localText(200), country: Country.optional() })).max(1_000).default([]),
  people: z.array(z.strictObject({
    id: Key, name: localText(120), role: Role, organisation: Key.optional(), group: Key.optional(), country: Country.optional(), languages: z.array(Language).max(8).default([]),
  })).max(2_000).default([]),
  /** Who has a vote: the delegates of members. `proxy`: who casts it in their place. */
  register: z.array(z.strictObject({ person: Key, weight: z.int().min(1).max(1_000_000).default(1), proxy: Key.optional() })).max(2_000).default([]),
  rooms: z.array(ProgrammeRoom).min(1).max(40),
});
export type Programme = z.infer<typeof Programme>;
export type ProgrammeFault = { path: string; message: string };
