import { z } from 'zod';
import { PlannedItem } from './agenda.ts';
import { LimitMs } from './floor.ts';
import { RoomId, SalonId } from './ids.ts';
import { Person, Place, PlateWords, Role } from './member.ts';
import { command, event } from './shape.ts';
import { Language, localText } from './text.ts';

/** The settings of a room, copied into its log when it opens. */
export const RoomRules = z.strictObject({
  turnLimitMs: LimitMs.default(180_000),
  /** The speaker is warned when this much is left. */
  warnMs: z.int().min(0).max(600_000).default(30_000),
  /** What happens when a turn's time is up: a warning only, or its end. */
  atLimit: z.enum(['warn', 'end']).default('warn'),
  /** Roles that wait in the lobby until a moderator admits them. */
  lobby: z.array(Role).max(7).default([]),
  anonymousQuestions: z.boolean().default(true),
  /** Questions of one person that may wait for approval at once. */
  pendingQuestions: z.int().min(1).max(50).default(3),
  /** `automatic`: recording starts with the first agenda item. */
  recording: z.enum(['automatic', 'by-hand']).default('automatic'),
  /** How many of the next speakers are connected in the green room. */
  greenRoom: z.int().min(0).max(8).default(2),
});
export type RoomRules = z.infer<typeof RoomRules>;

export const roomCommands = { 'room.close': command('room.close', {}) };

const plan = {
  salonId: SalonId,
  roomId: RoomId,
  title: localText(300),
  languages: z.array(Language).min(1).max(8),
  agenda: z.array(PlannedItem).max(200),
  rules: RoomRules,
};
export const RoomPlan = z.strictObject(plan);
export type RoomPlan = z.infer<typeof RoomPlan>;

export const roomServerCommands = {
  'room.open': command('room.open', {
    plan: RoomPlan,
    people: z.array(z.strictObject({ person: Person, plate: PlateWords, place: Place.nullable() })).max(2_000),
  }),
  /** Time has passed; decides nothing unless a deadline has. */
  'room.tick': command('room.tick', {}),
};

export const roomEvents = {
  RoomOpened: event('RoomOpened', plan),
  RoomClosed: event('RoomClosed', {}),
};
