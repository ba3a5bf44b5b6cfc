import type { ActionId, FloorMode, LocalText, OrderPolicy, ParticipantId, Role, Told } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating, type Room } from '@yaji/salon';
import type english from '../../i18n/en.json';
import { holderName } from '../floor/ledger/holder.ts';

type Logged = Exclude<keyof typeof english.log, 'by'>;
type Named = DeepReadonly<LocalText>;
/** What stands in the sentence beside names, said by the page in its language. */
type Further = { role?: Role; mode?: FloorMode; policies?: readonly DeepReadonly<OrderPolicy>[] };
/** What somebody who presides did, as the desk tells it. `who`: to whom; `what`: with what. */
export type LogLine = { seq: number; at: number; by: ParticipantId; did: Logged; who: Named | null; what: Named | null; minutes: number | null } & Further;

const told: Record<Logged, true> = {
  TurnStarted: true, TurnPaused: true, TurnResumed: true, TurnExtended: true, TurnEnded: true, TurnUndone: true, TurnReopened: true, TurnVetoed: true,
  FloorRequested: true, FloorWithdrawn: true, FloorMoved: true, FloorListClosed: true, FloorListReopened: true,
  FloorOrderRestored: true, FloorOrderSet: true, FloorModeSet: true, TimeToppedUp: true, TimeTransferred: true, TimeBankAccepted: true,
  InterpretationStarted: true, InterpretationEnded: true,
  ItemStarted: true, ItemFinished: true, ItemSkipped: true, TopicStarted: true, TopicFinished: true, TopicSkipped: true,
  QuestionEdited: true, QuestionApproved: true, QuestionDeclined: true, QuestionPinned: true, QuestionUnpinned: true, QuestionMerged: true, QuestionLetSpeak: true,
  QuestionAnswered: true, QuestionDeferred: true, QuestionDone: true, QuestionReopened: true,
  PollPrepared: true, PollOpened: true, PollClosed: true, PollPublished: true, PollDiscarded: true,
  MotionMoved: true, MotionSeconded: true, MotionPut: true, MotionTakenAway: true, MotionWithdrawn: true, ObjectionsAsked: true, BallotOpened: true, BallotClosed: true, VotingEnded: true,
  TieDecided: true, ElectorateSet: true, ProxyGiven: true, ProxyWithdrawn: true, AwardPrepared: true, AwardRevealed: true,
  MemberAdmitted: true, MemberDeclined: true, MemberCheckedIn: true, MemberRoleChanged: true, MemberRemoved: true, MicrophoneHanded: true, MicrophoneReturned: true,
  ActionMarked: true, ActionReworded: true, ActionWithdrawn: true, ActionRestored: true,
  StageJoined: true, StageLeft: true, StageArranged: true, CaptionsChosen: true, RecordingStarted: true, RecordingStopped: true, PushStarted: true, PushStopped: true, RoomClosed: true,
};
const isLogged = (type: string): type is Logged => Object.hasOwn(told, type);
const minutesOf = (ms: number): number => Math.round(ms / 60_000);

/** Those whose acts the others at the desk must know of. */
const presides = ({ members }: DeepReadonly<Room>, by: ParticipantId): boolean => {
  const role = members[by]?.role ?? 'attendee';
  return isModerating(role) || role === 'usher';
};

/** Null for what needs no telling: what nobody who presides did, and what follows of itself. */
export function logLine(room: DeepReadonly<Room>, event: Told): LogLine | null {
  const { type, by, seq, at } = event;
  if (by === null || !isLogged(type) || !presides(room, by)) return null;
  if (event.type === 'TurnEnded' && event.data.reason !== 'ended') return null;
  return { seq, at, by, did: type, who: whoOf(room, event), what: titleOf(room, event), minutes: null, ...further(room, event) };
}

function further({ members, rules }: DeepReadonly<Room>, event: Told): Partial<LogLine> {
  switch (event.type) {
    case 'TurnExtended': return { minutes: minutesOf(event.data.byMs) };
    case 'MemberRoleChanged': return { role: event.data.role };
    case 'FloorOrderSet': return { policies: event.data.policies };
    case 'FloorModeSet': return { mode: event.data.mode };
    case 'TimeToppedUp': return { who: holderName(members, event.data.holder), minutes: minutesOf(event.data.byMs) };
    case 'TimeTransferred': return { who: holderName(members, event.data.from), what: holderName(members, event.data.to), minutes: minutesOf(event.data.byMs) };
    case 'TimeBankAccepted': return { minutes: Math.max(1, minutesOf(event.data.winsMs)) };
    case 'MicrophoneHanded': {
      const what = rules.microphones.find(({ microphoneId }) => microphoneId === event.data.microphoneId)?.title ?? {};
      return event.data.participantId === null ? { did: 'MicrophoneReturned', what } : { what };
    }
    // In whatever language it is: the label is a name.
    case 'PushStarted': return { what: { und: event.data.label } };
    case 'MotionPut': return event.data.motionId === null ? { did: 'MotionTakenAway' } : {};
    case 'QuestionPinned': return event.data.questionId === null ? { did: 'QuestionUnpinned' } : {};
    default: return {};
  }
}

function whoOf({ floor, members }: DeepReadonly<Room>, { data }: Told): Named | null {
  const id = 'participantId' in data ? data.participantId : 'entryId' in data ? floor.queue.find(({ entryId }) => entryId === data.entryId)?.participantId : null;
  return id ? members[id]?.name ?? null : null;
}

function titleOf(room: DeepReadonly<Room>, { data }: Told): Named | null {
  if ('actionId' in data) return markedAs(room, data.actionId);
  if ('pollId' in data) return room.polls.find(({ pollId }) => pollId === data.pollId)?.plan.title ?? null;
  if ('motionId' in data || 'ballotId' in data || 'awardId' in data) return votedOn(room, data);
  return 'itemId' in data && data.itemId !== null ? plannedAs(room, data) : null;
}

/** What people write has no language that is known. */
function markedAs({ actions }: DeepReadonly<Room>, actionId: ActionId): Named | null {
  const what = actions.find((action) => action.actionId === actionId)?.what ?? null;
  return what === null ? null : { und: what };
}

/** An item of the agenda, or the topic of it. */
function plannedAs({ agenda }: DeepReadonly<Room>, data: { itemId?: string | null; topicId?: string | null }): Named | null {
  const item = agenda.items.find(({ itemId }) => itemId === data.itemId);
  if (data.topicId === undefined) return item?.title ?? null;
  return item?.topics.find(({ topicId }) => topicId === data.topicId)?.title ?? null;
}

/** The motion or award that something is about, by itself or by its ballot. */
function votedOn({ motions, ballots, awards }: DeepReadonly<Room>, data: { motionId?: string | null; ballotId?: string; awardId?: string | null }): Named | null {
  const ballot = ballots.find(({ ballotId }) => ballotId === data.ballotId);
  const [motionId, awardId] = [data.motionId ?? ballot?.motionId, data.awardId ?? ballot?.awardId];
  return motions.find((motion) => motion.motionId === motionId)?.title ?? awards.find((award) => award.awardId === awardId)?.plan.title ?? null;
}
