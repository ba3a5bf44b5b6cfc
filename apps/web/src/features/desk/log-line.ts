import type { LocalText, ParticipantId, Told } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating, type Room } from '@yaji/salon';
import type english from '../../i18n/en.json';

type Logged = Exclude<keyof typeof english.log, 'by'>;
/** What somebody who presides did, as the desk tells it. `who` and `what` are named by the page in its language. */
export type LogLine = { seq: number; at: number; by: ParticipantId; what: Logged; who: ParticipantId | null; title: DeepReadonly<LocalText> | null; minutes: number | null; role: string | null };

const told: Record<Logged, true> = {
  TurnStarted: true, TurnPaused: true, TurnResumed: true, TurnExtended: true, TurnEnded: true, TurnUndone: true, TurnReopened: true,
  FloorRequested: true, FloorWithdrawn: true, FloorMoved: true, FloorListClosed: true, FloorListReopened: true,
  ItemStarted: true, ItemFinished: true, ItemSkipped: true, TopicStarted: true, TopicFinished: true, TopicSkipped: true,
  QuestionApproved: true, QuestionDeclined: true, QuestionAnswered: true, QuestionDone: true,
  MemberAdmitted: true, MemberDeclined: true, MemberRoleChanged: true, MemberRemoved: true,
  StageJoined: true, StageLeft: true, StageArranged: true, RecordingStarted: true, RecordingStopped: true, RoomClosed: true,
};
const isLogged = (type: string): type is Logged => Object.hasOwn(told, type);

/** Null for what needs no telling: what nobody who presides did, and what follows of itself. */
export function logLine(room: DeepReadonly<Room>, event: Told): LogLine | null {
  const { type, by, seq, at } = event;
  if (by === null || !isLogged(type) || !isModerating(room.members[by]?.role ?? 'attendee')) return null;
  if (event.type === 'TurnEnded' && event.data.reason !== 'ended') return null;
  const line: LogLine = { seq, at, by, what: type, who: whoOf(room, event), title: titleOf(room, event), minutes: null, role: null };
  if (event.type === 'TurnExtended') return { ...line, minutes: Math.round(event.data.byMs / 60_000) };
  if (event.type === 'MemberRoleChanged') return { ...line, role: event.data.role };
  return line;
}

function whoOf({ floor }: DeepReadonly<Room>, { data }: Told): ParticipantId | null {
  if ('participantId' in data) return data.participantId;
  return 'entryId' in data ? (floor.queue.find(({ entryId }) => entryId === data.entryId)?.participantId ?? null) : null;
}

function titleOf({ agenda }: DeepReadonly<Room>, { data }: Told): DeepReadonly<LocalText> | null {
  if (!('itemId' in data) || data.itemId === null) return null;
  const item = agenda.items.find(({ itemId }) => itemId === data.itemId);
  if (!('topicId' in data)) return item?.title ?? null;
  return item?.topics.find(({ topicId }) => topicId === data.topicId)?.title ?? null;
}
