import { z } from 'zod';
import { ItemKind } from './agenda.ts';
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
const ProgrammeRoom = z.strictObject({
  id: Key, title: localText(300), rules: RoomRules.partial().default({}), agenda: z.array(ProgrammeItem).min(1).max(200),
  polls: z.array(PollPlan.extend({ id: Key })).max(40).default([]),
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
  rooms: z.array(ProgrammeRoom).min(1).max(40),
});
export type Programme = z.infer<typeof Programme>;
export type ProgrammeFault = { path: string; message: string };
