import { z } from 'zod';
import { EntryId, ItemId, MicrophoneId, ParticipantId, TopicId, TurnNumber } from './ids.ts';
import { command, event } from './shape.ts';

/** A speaking limit in milliseconds: from ten seconds to two hours. */
export const LimitMs = z.int().min(10_000).max(7_200_000);
/** The number of the last turn that the sender has seen (0 before the first): a stale "next" must not skip a speaker. */
const afterTurn = z.int().min(0);

export const floorCommands = {
  'floor.request': command('floor.request', {}),
  'floor.withdraw': command('floor.withdraw', { entryId: EntryId }),
  'floor.add': command('floor.add', { participantId: ParticipantId }),
  /** Puts a waiting entry at `index` (from 0) of the queue. */
  'floor.move': command('floor.move', { entryId: EntryId, index: z.int().min(0) }),
  'floor.closeList': command('floor.closeList', {}),
  'floor.reopenList': command('floor.reopenList', {}),
  'floor.grantNext': command('floor.grantNext', { afterTurn }),
  'floor.grantTo': command('floor.grantTo', { participantId: ParticipantId, afterTurn, limitMs: LimitMs.optional(), microphone: MicrophoneId.optional() }),
  'floor.pause': command('floor.pause', { turn: TurnNumber }),
  'floor.resume': command('floor.resume', { turn: TurnNumber }),
  'floor.extend': command('floor.extend', { turn: TurnNumber, byMs: z.int().min(1_000).max(3_600_000) }),
  'floor.end': command('floor.end', { turn: TurnNumber }),
  'floor.undo': command('floor.undo', { turn: TurnNumber }),
};

export const floorServerCommands = {
  /** What the media plane heard of a turn, net of silence. */
  'floor.measure': command('floor.measure', { turn: TurnNumber, speechMs: z.int().min(0) }),
};

export const TurnEnding = z.enum(['ended', 'next', 'expired', 'left', 'closed']);
export type TurnEnding = z.infer<typeof TurnEnding>;

export const floorEvents = {
  FloorRequested: event('FloorRequested', { entryId: EntryId, participantId: ParticipantId }),
  FloorWithdrawn: event('FloorWithdrawn', { entryId: EntryId }),
  FloorMoved: event('FloorMoved', { entryId: EntryId, index: z.int().min(0) }),
  FloorListClosed: event('FloorListClosed', {}),
  FloorListReopened: event('FloorListReopened', {}),
  /** `replaces`: the turn that this grant ended, if one was under way. */
  TurnStarted: event('TurnStarted', {
    turn: TurnNumber, participantId: ParticipantId, entryId: EntryId.nullable(), microphone: MicrophoneId.nullable(),
    limitMs: z.int().min(0), itemId: ItemId.nullable(), topicId: TopicId.nullable(), replaces: TurnNumber.nullable(),
  }),
  TurnPaused: event('TurnPaused', { turn: TurnNumber }),
  TurnResumed: event('TurnResumed', { turn: TurnNumber }),
  TurnExtended: event('TurnExtended', { turn: TurnNumber, byMs: z.int() }),
  /** `tookMs`: the clock's time, pauses not counted. */
  TurnEnded: event('TurnEnded', { turn: TurnNumber, reason: TurnEnding, tookMs: z.int().min(0) }),
  /** The grant was a mistake: the turn did not take place, its entry waits again. */
  TurnUndone: event('TurnUndone', { turn: TurnNumber }),
  /** The end was a mistake: the turn goes on with what was left. */
  TurnReopened: event('TurnReopened', { turn: TurnNumber }),
  TurnMeasured: event('TurnMeasured', { turn: TurnNumber, speechMs: z.int().min(0) }),
};
