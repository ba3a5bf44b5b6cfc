import { z } from 'zod';

export const SalonId = z.uuid().brand<'SalonId'>();
export const RoomId = z.uuid().brand<'RoomId'>();
export const ParticipantId = z.uuid().brand<'ParticipantId'>();
export const OrganisationId = z.uuid().brand<'OrganisationId'>();
export const CommandId = z.uuid().brand<'CommandId'>();
/** A waiting entry of the queue; equals the id of the command that made it. */
export const EntryId = z.uuid().brand<'EntryId'>();
/** Equals the id of the command that asked the question. */
export const QuestionId = z.uuid().brand<'QuestionId'>();
/** Equals the id of the command that prepared the poll. */
export const PollId = z.uuid().brand<'PollId'>();
/** Equals the id of the command that moved the motion; that of an award, of the one that prepared it. */
export const MotionId = z.uuid().brand<'MotionId'>();
export const AwardId = z.uuid().brand<'AwardId'>();
/** Equals the id of the command that opened the ballot. */
export const BallotId = z.uuid().brand<'BallotId'>();
/** Equals the id of the command that marked the action item or decision. */
export const ActionId = z.uuid().brand<'ActionId'>();
/** Of a message of the chat; its writer's client makes it. */
export const MessageId = z.uuid().brand<'MessageId'>();
/** Of a line of what was said. */
export const LineId = z.uuid().brand<'LineId'>();
/** Of an address that the program of a room can be pushed to; the api makes it. */
export const PushId = z.uuid().brand<'PushId'>();
/** Short names given by the programme, unique in a room. */
export const ItemId = z.string().regex(/^[a-z0-9-]{1,40}$/).brand<'ItemId'>();
export const TopicId = z.string().regex(/^[a-z0-9-]{1,40}$/).brand<'TopicId'>();
export const MicrophoneId = z.string().regex(/^[a-z0-9-]{1,40}$/).brand<'MicrophoneId'>();
/** Counts the turns of a room from 1; a number is never used twice. */
export const TurnNumber = z.int().min(1);
/** A speaking limit in milliseconds: from ten seconds to two hours. */
export const LimitMs = z.int().min(10_000).max(7_200_000);

export type SalonId = z.infer<typeof SalonId>;
export type RoomId = z.infer<typeof RoomId>;
export type ParticipantId = z.infer<typeof ParticipantId>;
export type OrganisationId = z.infer<typeof OrganisationId>;
export type CommandId = z.infer<typeof CommandId>;
export type EntryId = z.infer<typeof EntryId>;
export type PollId = z.infer<typeof PollId>;
export type MotionId = z.infer<typeof MotionId>;
export type AwardId = z.infer<typeof AwardId>;
export type BallotId = z.infer<typeof BallotId>;
export type QuestionId = z.infer<typeof QuestionId>;
export type ActionId = z.infer<typeof ActionId>;
export type MessageId = z.infer<typeof MessageId>;
export type LineId = z.infer<typeof LineId>;
export type PushId = z.infer<typeof PushId>;
export type ItemId = z.infer<typeof ItemId>;
export type TopicId = z.infer<typeof TopicId>;
export type MicrophoneId = z.infer<typeof MicrophoneId>;
