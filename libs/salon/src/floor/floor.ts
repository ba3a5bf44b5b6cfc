import type { EntryId, FloorMode, ItemId, Lane, MicrophoneId, OrderPolicy, ParticipantId, RoomId, Stance, TopicId, TurnEnding } from '@yaji/contracts';
import type { Clock } from './time/clock.ts';

/** A place that the chair gave by hand: counted from 0 in the list as it is served. */
export type Pin = { index: number; by: ParticipantId | null; at: number };

/**
 * Somebody waiting for the floor. `asked`: rises with each entry of the room. `note`: what they wrote; null when nothing, or erased.
 * `answers`: the entry under which it stands.
 */
export type Entry = {
  entryId: EntryId; participantId: ParticipantId; asked: number; raisedAt: number; addedBy: ParticipantId | null;
  lane: Lane; category: string | null; stance: Stance | null; note: string | null; answers: EntryId | null;
  pin: Pin | null;
};

/** An interpreter's part of a turn. `clock`: its allotment is as long as the speaker's. `by`: who interprets now; null: the speaker speaks. */
export type Interpretation = { clock: Clock; by: ParticipantId | null };

/** One contribution, from grant to end. */
export type Turn = {
  turn: number;
  participantId: ParticipantId;
  lane: Lane;
  microphone: MicrophoneId | null;
  entry: Entry | null;
  /** The place in the list that the entry was taken from; that in the playlist, where the person was on it. */
  index: number;
  listed: number | null;
  itemId: ItemId | null;
  topicId: TopicId | null;
  startedAt: number;
  clock: Clock;
  /** The turn that this grant ended; the one that it made wait; the one whose rest this is. */
  replaces: number | null;
  interrupts: number | null;
  yieldedBy: number | null;
  /** Null where no interpreter follows the speaker. */
  interpretation: Interpretation | null;
  /** Whom the speaker names as the next. */
  nominee: ParticipantId | null;
};

/** A turn that waits for the end of what interrupted it. `ran`: its clock ran, and will again. */
export type Interrupted = Turn & { ran: boolean };

/** A turn that is over. `tookMs`: the clock's time; `speechMs`: what the media plane heard, net of silence. */
export type PastTurn = Turn & { endedAt: number; reason: TurnEnding; tookMs: number; speechMs: number | null };

/** What was heard of somebody while the floor was open. */
export type OpenSpeech = { participantId: ParticipantId; itemId: ItemId | null; topicId: TopicId | null; speechMs: number };

/** What is known of another room of the salon at number `upTo` of its log. `turnMs`: how long contributions there have been lately; null: none yet. */
export type Elsewhere = { upTo: number; spoken: ParticipantId[]; turnMs: number | null };

export type Floor = {
  list: 'open' | 'closed';
  /** How many have asked so far. */
  asked: number;
  /** In the order of asking. In which order they are served, `serviceOrder` says. */
  queue: Entry[];
  order: { policies: OrderPolicy[]; seed: string };
  mode: FloorMode;
  /** Who has still to speak, in that order, where the mode is `playlist`. */
  playlist: ParticipantId[];
  /** Named by the last speaker of a nomination, for whom the floor waits. */
  nominee: ParticipantId | null;
  current: Turn | null;
  /** The turns that wait for its end, the latest last. */
  interrupted: Interrupted[];
  /** In the order of their end; turns that were undone are not among them. */
  past: PastTurn[];
  /** The highest turn number given out. */
  turns: number;
  openSpeech: OpenSpeech[];
  /** Speaking time given to (or taken from) a holder beside the rule's budget, milliseconds. */
  extraMs: Record<string, number>;
  /** The salon's other rooms, as far as they have been heard of. */
  elsewhere: Record<RoomId, Elsewhere>;
};

export const emptyFloor = (): Floor => ({
  list: 'open', asked: 0, queue: [], order: { policies: [], seed: '' }, mode: 'queue', playlist: [], nominee: null,
  current: null, interrupted: [], past: [], turns: 0, openSpeech: [], extraMs: {}, elsewhere: {},
});
