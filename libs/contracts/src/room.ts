import { z } from 'zod';
import { PlannedItem } from './agenda.ts';
import { PlannedAward } from './award.ts';
import { BallotTerms, Electorate } from './ballot.ts';
import { CaptionSource } from './caption.ts';
import { LimitMs, MicrophoneId, RoomId, SalonId } from './ids.ts';
import { Person, Place, PlateWords, Role } from './member.ts';
import { PlannedMotion } from './motion.ts';
import { PlannedPoll } from './poll.ts';
import { FloorMode, OrderCategory, OrderPolicies } from './order.ts';
import { command, event } from './shape.ts';
import { Key, Language, localText } from './text.ts';

const BudgetMs = z.int().min(10_000).max(86_400_000);
const HallMicrophone = z.strictObject({ microphoneId: MicrophoneId, title: localText(60) });

/** The settings of a room, copied into its log when it opens. */
export const RoomRules = z.strictObject({
  turnLimitMs: LimitMs.default(180_000),
  /** The speaker is warned when this much is left. */
  warnMs: z.int().min(0).max(600_000).default(30_000),
  /** What happens when a turn's time is up: a warning only, or its end. */
  atLimit: z.enum(['warn', 'end', 'soft-close']).default('warn'),
  /** `soft-close`: for so long after the limit the sound fades, then the turn ends. */
  softCloseMs: z.int().min(1_000).max(120_000).default(30_000),
  /** Roles that wait in the lobby until a moderator admits them. */
  lobby: z.array(Role).max(7).default([]),
  anonymousQuestions: z.boolean().default(true),
  /** Questions of one person that may wait for approval at once. */
  pendingQuestions: z.int().min(1).max(50).default(3),
  /** One person asks at most once in so long; moderators may at any time. */
  questionEveryMs: z.int().min(0).max(600_000).default(10_000),
  /** `automatic`: recording starts with the first agenda item. */
  recording: z.enum(['automatic', 'by-hand']).default('automatic'),
  /** How many of the next speakers are connected in the green room. */
  greenRoom: z.int().min(0).max(8).default(2),
  /** How the normal lane is ordered when the room opens. */
  order: OrderPolicies.default([]),
  mode: FloorMode.default('queue'),
  /** Roles that may use the privileged lanes; moderators always may. */
  lanes: z.strictObject({
    interposed: z.array(Role).max(7).default(['speaker']),
    intervention: z.array(Role).max(7).default(['speaker']),
    'point-of-order': z.array(Role).max(7).default(['speaker']),
  }).default({ interposed: ['speaker'], intervention: ['speaker'], 'point-of-order': ['speaker'] }),
  /** Kinds of points of order; where there are any, each names one. */
  categories: z.array(OrderCategory).max(12).default([]),
  closedListTakesPointsOfOrder: z.boolean().default(true),
  /** So many turns may be interrupted at once by an interposed question or a point of order. */
  interruptionDepth: z.int().min(0).max(8).default(2),
  /** `consecutive`: each turn has time for its interpreter as well. */
  interpretation: z.enum(['none', 'consecutive']).default('none'),
  /** What one person, or all of one organisation, may speak in this room; null: as long as they are given the floor. */
  personBudgetMs: BudgetMs.nullable().default(null),
  organisationBudgetMs: BudgetMs.nullable().default(null),
  /** Named groups, in the order in which they alternate. */
  groups: z.array(Key).max(12).default([]),
  /** Whether a motion needs somebody beside its mover before it is put to the vote. */
  seconder: z.enum(['needed', 'not-needed']).default('needed'),
  /** Votes of others that one elector may hold. */
  proxiesPerHolder: z.int().min(0).max(50).default(2),
  /** How motions are voted on unless something else is said. */
  ballots: BallotTerms.prefault({}),
  /** Who writes down what is said when the room opens. */
  captions: CaptionSource.default('off'),
  /** Microphones of the hall. */
  microphones: z.array(HallMicrophone).max(12).default([]),
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
    polls: z.array(PlannedPoll).max(40).optional(),
    electorate: Electorate.optional(),
    motions: z.array(PlannedMotion).max(100).optional(),
    awards: z.array(PlannedAward).max(20).optional(),
  }),
  /** Time has passed; decides nothing unless a deadline has. */
  'room.tick': command('room.tick', {}),
};

export const roomEvents = {
  RoomOpened: event('RoomOpened', plan),
  RoomClosed: event('RoomClosed', {}),
};
