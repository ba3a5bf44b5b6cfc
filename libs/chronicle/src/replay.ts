import type { ItemId, ParticipantId, Recorded, RecordingLayout, TopicId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { apply, emptyRoom, type Room, voiceOf } from '@yaji/salon';
import { type Company, companyOf, isOpen } from './recording/beside.ts';

export type Log = readonly Recorded[];

/** A time in which nothing changed that a recording shows. UTC milliseconds; never empty. */
export type Stretch = {
  fromAt: number;
  toAt: number;
  /** Who has the floor, or had it paused; null: nobody, or a turn that was undone. */
  turn: number | null;
  /** Whose page is heard: the speaker's, the interpreter's, or that of the hall's microphone; null while the turn is paused, or nobody's is. */
  voice: ParticipantId | null;
  /** Who is to be heard: the speaker, an interpreter, or on an open floor everybody on the stage. */
  heard: 'speaker' | 'interpreter' | 'stage' | null;
  /** Nobody has the floor, and whoever is on the stage may speak. */
  open: boolean;
  company: Company;
  itemId: ItemId | null;
  topicId: TopicId | null;
  recorded: boolean;
};

/** The room after the last record. */
export function replay(log: Log): DeepReadonly<Room> {
  const room = emptyRoom();
  for (const record of log) apply(room, record);
  return room;
}

type Told = Omit<Stretch, 'fromAt' | 'toAt'>;

const told = (room: DeepReadonly<Room>, layout: RecordingLayout): Told => ({
  turn: room.floor.current?.turn ?? null,
  ...heardIn(room),
  open: isOpen(room),
  company: companyOf(room, layout),
  itemId: room.agenda.runningItem,
  topicId: room.agenda.runningTopic,
  recorded: room.phase === 'open' && room.recording.running,
});

function heardIn(room: DeepReadonly<Room>): Pick<Stretch, 'voice' | 'heard'> {
  const turn = room.floor.current;
  if (turn?.interpretation?.by && turn.interpretation.clock.runningSince !== null) return { voice: voiceOf(room), heard: 'interpreter' };
  if (turn) return turn.clock.runningSince === null ? { voice: null, heard: null } : { voice: voiceOf(room), heard: 'speaker' };
  return { voice: null, heard: isOpen(room) ? 'stage' : null };
}

/** The room's time from its first event to its last, or on to `until`, cut wherever something changed: no overlap, no hole. */
export function stretchesOf(log: Log, layout: RecordingLayout = 'speaker', until = 0): Stretch[] {
  const room = emptyRoom();
  const undone = new Set<number>();
  const stretches: Stretch[] = [];
  let at = log[0]?.at ?? 0;
  for (const record of log) {
    if (record.at > at) stretches.push({ fromAt: at, toAt: record.at, ...told(room, layout) });
    at = Math.max(at, record.at);
    if (record.type === 'TurnUndone') undone.add(record.data.turn);
    apply(room, record);
  }
  if (until > at) stretches.push({ fromAt: at, toAt: until, ...told(room, layout) });
  return stretches.map((one) => (one.turn !== null && undone.has(one.turn) ? withoutTurn(one) : one));
}

const withoutTurn = (stretch: Stretch): Stretch => ({ ...stretch, turn: null, voice: null, heard: null, company: { layout: 'speaker', beside: [] } });
