import type { CaptionSource, Electorate, Language, LocalText, MotionId, QuestionId, RoomId, RoomRules, SalonId } from '@yaji/contracts';
import type { Action } from '../action/action.ts';
import type { Agenda } from '../agenda/agenda.ts';
import { emptyAgenda } from '../agenda/agenda.ts';
import type { Award } from '../award/award.ts';
import type { Ballot } from '../ballot/ballot.ts';
import type { Floor } from '../floor/floor.ts';
import { emptyFloor } from '../floor/floor.ts';
import type { Members } from '../member/member.ts';
import type { Motion } from '../motion/motion.ts';
import type { Poll } from '../poll/poll.ts';
import type { Question } from '../question/question.ts';
import type { Stage } from '../stage/stage.ts';
import { emptyStage } from '../stage/stage.ts';
import type { Recording } from '../recording/recording.ts';
import { emptyRecording } from '../recording/recording.ts';
import type { Stream } from '../stream/stream.ts';
import { emptyStream } from '../stream/stream.ts';

/** The live room as its log tells it: plain data that survives JSON. Only `apply` changes one, only its owner holds one. */
export type Room = {
  /** `planned` until RoomOpened; nothing but the end follows `closed`. */
  phase: 'planned' | 'open' | 'closed';
  salonId: SalonId | null;
  roomId: RoomId | null;
  title: LocalText;
  languages: Language[];
  rules: RoomRules;
  openedAt: number | null;
  closedAt: number | null;
  /** The time of the latest event, UTC milliseconds. */
  lastAt: number;
  members: Members;
  floor: Floor;
  agenda: Agenda;
  /** In the order of asking. */
  questions: Question[];
  /** What is put before the room. */
  pinnedQuestion: QuestionId | null;
  /** In the order of preparing. */
  polls: Poll[];
  /** In the order of moving. */
  motions: Motion[];
  /** The one before the room. */
  motionPut: MotionId | null;
  electorate: Electorate;
  /** In the order of opening. */
  ballots: Ballot[];
  awards: Award[];
  /** Action items and decisions in the order of marking, withdrawn ones too. */
  actions: Action[];
  stage: Stage;
  recording: Recording;
  /** Who writes down what is said. */
  captions: CaptionSource;
  stream: Stream;
};

export const defaultRules: RoomRules = {
  turnLimitMs: 180_000, warnMs: 30_000, atLimit: 'warn', lobby: [], anonymousQuestions: true,
  pendingQuestions: 3, questionEveryMs: 10_000, recording: 'automatic', greenRoom: 2, softCloseMs: 30_000, order: [], mode: 'queue',
  lanes: { interposed: ['speaker'], intervention: ['speaker'], 'point-of-order': ['speaker'] }, categories: [], closedListTakesPointsOfOrder: true,
  interruptionDepth: 2, interpretation: 'none', personBudgetMs: null, organisationBudgetMs: null, groups: [], microphones: [],
  captions: 'off', seconder: 'needed', proxiesPerHolder: 2,
  ballots: { secrecy: 'named', electorate: 'register', majority: 'simple', base: 'yes-no', tie: 'lost', quorum: null, closesAfterMs: null },
};

export const emptyRoom = (): Room => ({
  phase: 'planned', salonId: null, roomId: null, title: {}, languages: [], rules: { ...defaultRules, lobby: [] },
  openedAt: null, closedAt: null, lastAt: 0, members: {}, floor: emptyFloor(), agenda: emptyAgenda(), questions: [], pinnedQuestion: null, polls: [],
  motions: [], motionPut: null, electorate: { electors: [], proxies: [] }, ballots: [], awards: [], actions: [],
  stage: emptyStage(), recording: emptyRecording(), captions: 'off', stream: emptyStream(),
});
