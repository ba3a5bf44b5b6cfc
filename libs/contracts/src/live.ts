import type { JobName } from './jobs.ts';
import type { SecretVote } from './ballot.ts';
import type { CaptionAck, CaptionLine } from './caption.ts';
import type { ChatAck, ChatMessage, ChatNews } from './chat.ts';
import type { Told } from './log.ts';
import type { BallotId, ParticipantId, QuestionId, RoomId } from './ids.ts';
import type { Role } from './member.ts';
import type { RecordingTrouble } from './recording.ts';
import type { Refusal } from './refusal.ts';
import type { PushState } from './stream.ts';
import type { Language, LocalText } from './text.ts';

/**
 * The live room: Socket.IO namespace `/live`, WebSocket transport only, one socket per person, page and room.
 * Connect with `auth: { token, roomId, place? }`; `token` is the session token of `POST /api/join`.
 */
export type LiveAuth = { token: string; roomId: string; place?: 'remote' | 'hall' };
/** Why a connection was not taken: `data` of the client's `connect_error`. After `unavailable` it may try again. */
export type LiveDoorFault = { code: 'live/unauthorised' | 'live/not-found' | 'live/unavailable' };

/** Answer to a command: the number of the last event it made (or of the head, when it made none), or why not. */
export type Ack = { ok: true; seq: number } | { ok: false; refusal: Refusal; seq: number };

/** The room as this viewer may see it after event `seq`. `room` is a `Room` of @yaji/salon. `now`: server's UTC milliseconds. */
export type Snapshot<Room = unknown> = { seq: number; room: Room; me: { participantId: ParticipantId; role: Role }; now: number };

/** The answer to `catchUp`: the missing events, or a snapshot where the gap is too wide. */
export type CaughtUp<Room = unknown> = { events: Told[] } | { snapshot: Snapshot<Room> };

/** Counted, never logged. */
export type Presence = { remote: number; hall: number };

/**
 * One step of a long job, as the desk shows it. `percent` 0 to 100; `leftMs` null where it cannot be told. `error`: why it failed, or why the
 * last attempt did; null where it failed because a job that it needs did.
 */
export type JobProgress = {
  jobId: string; name: JobName; state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  percent: number; leftMs: number | null; step: string | null; error: string | null;
};

/** Somebody may have the floor in another room of the salon while they have it here: from `fromMs` to `toMs` from now. */
export type DueElsewhere = { participantId: ParticipantId; roomId: RoomId; title: LocalText; fromMs: number; toMs: number };

/** What a question says in the salon's other languages, by a machine. `language`: what it is written in; null where that is not known. */
export type Translation = { language: Language | null; texts: LocalText };

/** What a client may say. Each is answered by its acknowledgement. */
export type LiveRequests = {
  command: (envelope: unknown, ack: (answer: Ack) => void) => void;
  catchUp: (request: { after: number }, ack: (answer: CaughtUp) => void) => void;
  /** For the offset of the client's clock. */
  time: (ack: (answer: { now: number }) => void) => void;
  /** Where to go for sound and picture; refused for those who are not admitted and for seats in the hall; its display and its microphones get one. */
  mediaPass: (ack: (answer: { url: string; token: string } | { refusal: Refusal }) => void) => void;
  /** Where the stream of the room is to be had, for whoever could have a `mediaPass`: a list of parts (HLS) for any player. Ask again every few minutes. */
  streamPass: (ack: (answer: { url: string } | { refusal: Refusal }) => void) => void;
  /** A vote in a secret ballot; acknowledged once it is in the box. Said again with the same tracker it is answered as the first time. */
  vote: (request: SecretVote, ack: (answer: Ack) => void) => void;
  /** Which of the votes that one casts are in the box of a secret ballot. */
  voted: (request: { ballotId: BallotId }, ack: (answer: { voted: ParticipantId[] }) => void) => void;
  reaction: (request: { kind: Reaction }) => void;
  /** A `ChatRequest`; acknowledged after the commit. */
  chat: (request: unknown, ack: (answer: ChatAck) => void) => void;
  /** What happened in the chat since change `after`. From now on this socket is told of it, until its next `snapshot` or `standing`. */
  chatAfter: (request: { after: number | null; newest?: number }, ack: (answer: ChatNews | { refusal: Refusal }) => void) => void;
  /** Messages before number `before`, by number. */
  chatBefore: (request: { before: number }, ack: (answer: { messages: ChatMessage[] } | { refusal: Refusal }) => void) => void;
  /** A `CaptionRequest`. */
  caption: (request: unknown, ack: (answer: CaptionAck) => void) => void;
  /** The latest lines, those that are not final among them. Whoever is inside is told the next without asking. */
  captionsNow: (ack: (answer: { lines: CaptionLine[] } | { refusal: Refusal }) => void) => void;
};
export const reactions = ['applause', 'heart', 'idea'] as const;
export type Reaction = (typeof reactions)[number];

/** `opensAt`: UTC milliseconds. `message`: what the moderator answered. */
export type LiveStanding = { state: 'waiting' | 'declined' | 'removed' | 'not-open-yet'; opensAt?: number; message?: string };

/** What the server says. */
export type LiveNotices = {
  snapshot: (snapshot: Snapshot) => void;
  events: (told: { events: Told[]; now: number }) => void;
  /** The viewer's standing changed (admitted, another role): throw the state away, a `snapshot` follows. */
  resync: () => void;
  /** Still in the lobby, with the moderator's answer if there is one; or refused for good. */
  standing: (standing: LiveStanding) => void;
  presence: (presence: Presence) => void;
  reactions: (counts: Partial<Record<Reaction, number>>) => void;
  /** How many votes are in the box of a secret ballot that is open; at most once a second. */
  turnout: (turnout: { ballotId: BallotId; votes: number }) => void;
  jobs: (jobs: JobProgress[]) => void;
  /** The speaker's microphone brings nothing: told to the speaker and to the moderators. */
  notHeard: (notice: { participantId: ParticipantId; since: number } | { participantId: ParticipantId; since: null }) => void;
  /** To moderators: everything that is wrong with the recording. Said again every few seconds; empty when it is over. */
  recordingTrouble: (troubles: RecordingTrouble[]) => void;
  /** To moderators: how the pushes that run get on. Said again every few seconds while there are any; empty when there are none. */
  pushStates: (states: PushState[]) => void;
  /** Who is due in two rooms: everybody to the moderators, oneself to everybody else. Said again every few seconds; empty when it is over. */
  dueElsewhere: (due: DueElsewhere[]) => void;
  /** To sockets that have asked `chatAfter`. */
  chat: (news: ChatNews) => void;
  /** To whoever may read the question; null: there is none any more. After a `snapshot` all that there are, then those that are new. */
  translations: (translations: Record<QuestionId, Translation | null>) => void;
  /** Lines that are new, or said otherwise than before. */
  captions: (lines: CaptionLine[]) => void;
  refused: (refusal: Refusal) => void;
};
