import { z } from 'zod';
import { actionCommands, actionEvents } from './action.ts';
import { agendaCommands, agendaEvents } from './agenda.ts';
import { floorCommands, floorEvents, floorServerCommands } from './floor.ts';
import { awardCommands, awardEvents } from './award.ts';
import { ballotCommands, ballotEvents, ballotServerCommands } from './ballot.ts';
import { captionCommands, captionEvents } from './caption.ts';
import { CommandId, type ParticipantId, RoomId } from './ids.ts';
import { memberCommands, memberEvents, memberServerCommands } from './member.ts';
import { motionCommands, motionEvents } from './motion.ts';
import { pollCommands, pollEvents } from './poll.ts';
import { questionCommands, questionEvents } from './question.ts';
import { recordingCommands, recordingEvents } from './recording.ts';
import { roomCommands, roomEvents, roomServerCommands } from './room.ts';
import type { OneOf } from './shape.ts';
import { stageCommands, stageEvents } from './stage.ts';
import { streamCommands, streamEvents, streamServerCommands } from './stream.ts';

/** Everything a client may say in a room. */
export const commandSchemas = { ...roomCommands, ...memberCommands, ...floorCommands, ...agendaCommands, ...questionCommands, ...pollCommands, ...motionCommands, ...ballotCommands, ...awardCommands, ...stageCommands, ...recordingCommands, ...streamCommands, ...actionCommands, ...captionCommands };
/** What only the servers may say. */
export const serverCommandSchemas = { ...roomServerCommands, ...memberServerCommands, ...floorServerCommands, ...ballotServerCommands, ...streamServerCommands };
/** Everything that can have happened in a room. */
export const eventSchemas = { ...roomEvents, ...memberEvents, ...floorEvents, ...agendaEvents, ...questionEvents, ...pollEvents, ...motionEvents, ...ballotEvents, ...awardEvents, ...stageEvents, ...recordingEvents, ...streamEvents, ...actionEvents, ...captionEvents };

export type Command = OneOf<typeof commandSchemas>;
export type ServerCommand = OneOf<typeof serverCommandSchemas>;
export type AnyCommand = Command | ServerCommand;
export type CommandType = Command['type'];
export type RoomEvent = OneOf<typeof eventSchemas>;
export type EventType = RoomEvent['type'];
export type EventOf<T extends EventType> = Extract<RoomEvent, { type: T }>;
export type CommandOf<T extends AnyCommand['type']> = Extract<AnyCommand, { type: T }>;

/** What stands in the place of an event that is not for this viewer: it keeps the number. */
export type Sealed = { type: 'Sealed'; data: Record<string, never> };
/** When and by whom: `at` in UTC milliseconds, never running back within a room; `by` null for the servers themselves. */
export type Stamped = { at: number; by: ParticipantId | null };
/** An event as the log holds it; `seq` counts from 1 without gaps within a room. */
export type Recorded = RoomEvent & Stamped & { seq: number };
/** An event as a viewer may read it. */
export type Told = (RoomEvent | Sealed) & Stamped & { seq: number };

/** What a client sends as message `command` on `/live`. */
export const Envelope = z.strictObject({ commandId: CommandId, roomId: RoomId, type: z.string().max(40), data: z.unknown() });
export type Envelope = z.infer<typeof Envelope>;
