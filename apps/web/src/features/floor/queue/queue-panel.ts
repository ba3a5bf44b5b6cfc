import type { CommandOf, EntryId, FloorMode, Lane, LocalText, Stance } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type Entry, estimates, mayDo, nextUp, type Placed, type Reason, serviceOrder, spokenInSalon } from '@yaji/salon';
import { pendingOf } from '../../../live/pending.ts';
import { isMe, type RoomView } from '../../../live/room-view.ts';
import { type Plate, plateOf } from '../../member/plate.ts';
import { type Choices, choicesOf } from './wish/choices.ts';

export type Estimate = { fromMs: number; toMs: number };
/** One who waits. `question`: what they asked in writing; `answers`: whom; `moved`: by whose hand and when, where the chair gave the place. */
export type QueueRow = {
  entryId: EntryId; place: number; plate: Plate; mine: boolean; firstTime: boolean; addedBy: Plate | null; estimate: Estimate | null; leaving: boolean;
  lane: Lane; category: DeepReadonly<LocalText> | null; stance: Stance | null; note: string | null; question: string | null; answers: Plate | null;
  moved: { by: Plate | null; at: number } | null; reasons: readonly Reason[];
};
/** What a person can do about the normal list now. */
export type MyPlace =
  | { state: 'may-raise' | 'raising' | 'speaking' | 'interrupted' | 'list-closed' | 'listens' }
  | { state: 'waiting'; entryId: EntryId; leaving: boolean };
/** What a hand is raised for. */
export type Wish = CommandOf<'floor.request'>['data'];
export type Withdraw = (data: CommandOf<'floor.withdraw'>['data']) => void;
/**
 * `own`: one's own entries, one for each lane at most. `coming`: who speaks in a fixed order before the list. `upNext`: whom "next" would
 * give the floor to; null: nobody, or the lot will tell. `named`: by the speaker of a nomination.
 */
export type QueuePanel = {
  speaking: Plate | null; lane: Lane | null; open: boolean; rows: QueueRow[]; mine: MyPlace; own: QueueRow[]; choices: Choices;
  mode: FloorMode; coming: Plate[]; named: Plate | null; upNext: Plate | null; limitMs: number;
};

export function queuePanel(view: RoomView): QueuePanel {
  const { room, now, pending } = view;
  const { current, list, mode, playlist } = room.floor;
  const spoken = spokenInSalon(room);
  const served = serviceOrder(room);
  const when = estimates(room, now, served.map(({ entry }) => entry));
  const rows = withMoves(served, pending).map((placed, index): QueueRow => ({
    ...rowOf(view, placed), place: index + 1, firstTime: !spoken.has(placed.entry.participantId), estimate: mode === 'open' ? null : when.get(placed.entry.entryId) ?? null,
  }));
  const own = rows.filter(({ mine }) => mine);
  const named = mode === 'nomination' ? current?.nominee ?? room.floor.nominee : null;
  return {
    speaking: current && plateOf(room, current.participantId), lane: current?.lane ?? null, open: list === 'open', rows, own, mode,
    mine: myPlace(view, own), choices: choicesOf(view, own), limitMs: room.rules.turnLimitMs,
    coming: mode === 'playlist' ? playlist.map((id) => plateOf(room, id)) : [], named: named && plateOf(room, named), upNext: upNext(view),
  };
}

type Unplaced = Omit<QueueRow, 'place' | 'firstTime' | 'estimate'>;

function rowOf(view: RoomView, { entry, reasons }: Placed): Unplaced {
  const { room, pending } = view;
  const { entryId, participantId, addedBy, lane, stance, note, category, pin } = entry;
  return {
    entryId, plate: plateOf(room, participantId), mine: isMe(view, participantId), lane, stance, note, reasons,
    addedBy: addedBy === null || addedBy === participantId ? null : plateOf(room, addedBy),
    leaving: pendingOf(pending, 'floor.withdraw', (data) => data.entryId === entryId),
    category: room.rules.categories.find((one) => one.category === category)?.title ?? null,
    question: room.questions.find((one) => one.entryId === entryId)?.text ?? null,
    answers: answeredBy(room, entry),
    moved: pin && { by: pin.by === null ? null : plateOf(room, pin.by), at: pin.at },
  };
}

/** Whom an entry answers: somebody who waits, speaks or has spoken. */
function answeredBy(room: RoomView['room'], { answers }: DeepReadonly<Entry>): Plate | null {
  if (answers === null) return null;
  const { queue, past, interrupted, current } = room.floor;
  const asked = [...queue, ...[...past, ...interrupted, current].map((turn) => turn?.entry)].find((entry) => entry?.entryId === answers);
  return asked ? plateOf(room, asked.participantId) : null;
}

/** By a draw only a privileged or moved entry is known to be next. */
function upNext({ room }: RoomView): Plate | null {
  const next = nextUp(room, null);
  if (!next || (room.floor.mode === 'draw' && next.entry?.lane === 'normal' && !next.entry.pin) || room.floor.mode === 'open') return null;
  return plateOf(room, next.participantId);
}

/** The queue as it will be: whoever drags an entry must not see it jump back while the server is asked. */
function withMoves(queue: readonly Placed[], pending: RoomView['pending']): Placed[] {
  const moved = [...queue];
  for (const command of pending) {
    if (command.type !== 'floor.move') continue;
    const from = moved.findIndex(({ entry }) => entry.entryId === command.data.entryId);
    if (from >= 0) moved.splice(command.data.index, 0, ...moved.splice(from, 1));
  }
  return moved;
}

function myPlace(view: RoomView, own: readonly QueueRow[]): MyPlace {
  const { room: { floor }, me, pending } = view;
  if (isMe(view, floor.current?.participantId)) return { state: 'speaking' };
  if (floor.interrupted.some(({ participantId }) => isMe(view, participantId))) return { state: 'interrupted' };
  const row = own.find(({ lane }) => lane === 'normal');
  if (row) return { state: 'waiting', entryId: row.entryId, leaving: row.leaving };
  if (pendingOf(pending, 'floor.request', ({ lane = 'normal' }) => lane === 'normal')) return { state: 'raising' };
  if (!mayDo(me.role, 'floor.request')) return { state: 'listens' };
  return floor.list === 'closed' ? { state: 'list-closed' } : { state: 'may-raise' };
}
