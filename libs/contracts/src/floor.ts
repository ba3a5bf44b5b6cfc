import { z } from 'zod';
import { EntryId, ItemId, LimitMs, MicrophoneId, OrganisationId, ParticipantId, RoomId, TopicId, TurnNumber } from './ids.ts';
import { FloorMode, Lane, OrderPolicies, Stance } from './order.ts';
import { command, event, eventWithLaterWords } from './shape.ts';
import { Key, text } from './text.ts';

/** The number of the last turn that the sender has seen (0 before the first): a stale "next" must not skip a speaker. */
const afterTurn = z.int().min(0);
const byMs = z.int().min(1_000).max(3_600_000);
const playlist = z.array(ParticipantId).max(200);

/** What a hand is raised for. `answers`: the waiting entry, or that of the turn under way, under which it is to stand. */
const wish = {
  lane: Lane.optional(), category: Key.optional(), stance: Stance.optional(), answers: EntryId.optional(), note: text(250).optional(),
};
/** Whose speaking time it is: a person's, or an organisation's. */
export const Holder = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('person'), participantId: ParticipantId }),
  z.strictObject({ of: z.literal('organisation'), organisationId: OrganisationId }),
]);
export type Holder = z.infer<typeof Holder>;

export const floorCommands = {
  'floor.request': command('floor.request', wish),
  'floor.withdraw': command('floor.withdraw', { entryId: EntryId }),
  'floor.add': command('floor.add', { participantId: ParticipantId, ...wish }),
  /** Puts a waiting entry at `index` (from 0) of the list as it is served, whatever the rule says. */
  'floor.move': command('floor.move', { entryId: EntryId, index: z.int().min(0) }),
  /** Back to the rule: what was moved by hand stands again where it belongs. */
  'floor.restoreOrder': command('floor.restoreOrder', {}),
  'floor.setOrder': command('floor.setOrder', { policies: OrderPolicies }),
  /** `playlist`: who speaks in which order; left out: as the programme names the speakers of the running item. */
  'floor.setMode': command('floor.setMode', { mode: FloorMode, playlist: playlist.optional() }),
  'floor.closeList': command('floor.closeList', {}),
  'floor.reopenList': command('floor.reopenList', {}),
  'floor.grantNext': command('floor.grantNext', { afterTurn }),
  /** `lane`: as what, where no entry waits; left out: as the entry says, or normally. */
  'floor.grantTo': command('floor.grantTo', {
    participantId: ParticipantId, afterTurn, limitMs: LimitMs.optional(), microphone: MicrophoneId.optional(), entryId: EntryId.optional(), lane: Lane.optional(),
  }),
  'floor.pause': command('floor.pause', { turn: TurnNumber }),
  'floor.resume': command('floor.resume', { turn: TurnNumber }),
  'floor.extend': command('floor.extend', { turn: TurnNumber, byMs }),
  'floor.end': command('floor.end', { turn: TurnNumber }),
  'floor.undo': command('floor.undo', { turn: TurnNumber }),
  /** Gives the rest of one's turn to somebody. */
  'floor.yield': command('floor.yield', { turn: TurnNumber, participantId: ParticipantId }),
  /** Who has the floor names who speaks next. */
  'floor.nominate': command('floor.nominate', { turn: TurnNumber, participantId: ParticipantId }),
  'floor.veto': command('floor.veto', { turn: TurnNumber }),
  /** The interpreter speaks and the speaker's clock waits; null: the speaker goes on. */
  'floor.interpret': command('floor.interpret', { turn: TurnNumber, participantId: ParticipantId.nullable() }),
  'floor.topUp': command('floor.topUp', { holder: Holder, byMs }),
  'floor.transfer': command('floor.transfer', { from: Holder, to: Holder, byMs }),
};

export const floorServerCommands = {
  /** What the media plane heard of a turn, net of silence. */
  'floor.measure': command('floor.measure', { turn: TurnNumber, speechMs: z.int().min(0) }),
  /** What it heard of somebody while the floor was open to all on the stage; each word is told once. */
  'floor.measureOpen': command('floor.measureOpen', { participantId: ParticipantId, speechMs: z.int().min(1).max(3_600_000) }),
  /** Who has contributed in another room of the salon, as its log tells it at number `upTo`, and how long contributions there have been lately. */
  'floor.hearElsewhere': command('floor.hearElsewhere', { roomId: RoomId, upTo: z.int().min(0), spoken: z.array(ParticipantId).max(10_000), turnMs: z.int().min(0).nullable() }),
};

export const TurnEnding = z.enum(['ended', 'next', 'expired', 'left', 'closed', 'yielded']);
export type TurnEnding = z.infer<typeof TurnEnding>;

export const floorEvents = {
  FloorRequested: eventWithLaterWords('FloorRequested', {
    entryId: EntryId, participantId: ParticipantId,
    lane: Lane.optional(), category: Key.nullable().optional(), stance: Stance.nullable().optional(), answers: EntryId.nullable().optional(),
  }, { note: z.string().nullable() }),
  FloorWithdrawn: event('FloorWithdrawn', { entryId: EntryId }),
  FloorMoved: event('FloorMoved', { entryId: EntryId, index: z.int().min(0) }),
  FloorOrderRestored: event('FloorOrderRestored', {}),
  /** `seed`: decides where the lot does. */
  FloorOrderSet: event('FloorOrderSet', { policies: OrderPolicies, seed: z.string() }),
  FloorModeSet: event('FloorModeSet', { mode: FloorMode, playlist }),
  FloorListClosed: event('FloorListClosed', {}),
  FloorListReopened: event('FloorListReopened', {}),
  /**
   * `replaces`: the turn that this grant ended, if one was under way; `interrupts`: the one that it made wait; `yieldedBy`: the one whose
   * rest it is; `interpreted`: there is as much time again for an interpreter; `draw`: by which lot, among how many.
   */
  TurnStarted: event('TurnStarted', {
    turn: TurnNumber, participantId: ParticipantId, entryId: EntryId.nullable(), microphone: MicrophoneId.nullable(),
    limitMs: z.int().min(0), itemId: ItemId.nullable(), topicId: TopicId.nullable(), replaces: TurnNumber.nullable(),
    lane: Lane.optional(), interrupts: TurnNumber.nullable().optional(), yieldedBy: TurnNumber.nullable().optional(), interpreted: z.boolean().optional(),
    draw: z.strictObject({ seed: z.string(), among: z.int().min(1) }).nullable().optional(),
  }),
  TurnPaused: event('TurnPaused', { turn: TurnNumber }),
  TurnResumed: event('TurnResumed', { turn: TurnNumber }),
  TurnExtended: event('TurnExtended', { turn: TurnNumber, byMs: z.int() }),
  /** It waits, with exactly what is left of it, until what interrupted it is over. */
  TurnInterrupted: event('TurnInterrupted', { turn: TurnNumber }),
  TurnContinued: event('TurnContinued', { turn: TurnNumber }),
  /** `tookMs`: the clock's time, pauses not counted. */
  TurnEnded: event('TurnEnded', { turn: TurnNumber, reason: TurnEnding, tookMs: z.int().min(0) }),
  /** The grant was a mistake: the turn did not take place, its entry waits again. */
  TurnUndone: event('TurnUndone', { turn: TurnNumber }),
  /** The end was a mistake: the turn goes on with what was left. */
  TurnReopened: event('TurnReopened', { turn: TurnNumber }),
  TurnMeasured: event('TurnMeasured', { turn: TurnNumber, speechMs: z.int().min(0) }),
  TurnNominated: event('TurnNominated', { turn: TurnNumber, participantId: ParticipantId }),
  TurnVetoed: event('TurnVetoed', { turn: TurnNumber }),
  InterpretationStarted: event('InterpretationStarted', { turn: TurnNumber, participantId: ParticipantId }),
  InterpretationEnded: event('InterpretationEnded', { turn: TurnNumber }),
  SpeechMeasured: event('SpeechMeasured', { participantId: ParticipantId, speechMs: z.int().min(1), itemId: ItemId.nullable(), topicId: TopicId.nullable() }),
  /** `spoke`: who has contributed there since it was last heard of; `undone`: whose contribution did not take place. */
  HeardElsewhere: event('HeardElsewhere', { roomId: RoomId, upTo: z.int().min(0), spoke: z.array(ParticipantId), undone: z.array(ParticipantId), turnMs: z.int().min(0).nullable() }),
  TimeToppedUp: event('TimeToppedUp', { holder: Holder, byMs: z.int() }),
  TimeTransferred: event('TimeTransferred', { from: Holder, to: Holder, byMs: z.int() }),
};
