import type { EntryId } from '@yaji/contracts';
import { entriesInOrder, estimates, mayDo } from '@yaji/salon';
import { pendingOf } from '../../../live/pending.ts';
import { isMe, type RoomView } from '../../../live/room-view.ts';
import { type Plate, plateOf } from '../../member/plate.ts';

export type Estimate = { fromMs: number; toMs: number };
export type QueueRow = { entryId: EntryId; place: number; plate: Plate; mine: boolean; firstTime: boolean; addedBy: Plate | null; estimate: Estimate | null; leaving: boolean };
/** What a person can do about the floor now. */
export type MyPlace =
  | { state: 'may-raise' }
  | { state: 'raising' }
  | { state: 'waiting'; entryId: EntryId; place: number; estimate: Estimate | null; raisedAt: number; leaving: boolean }
  | { state: 'speaking' }
  | { state: 'list-closed' }
  | { state: 'listens' };
export type QueuePanel = { speaking: Plate | null; open: boolean; rows: QueueRow[]; mine: MyPlace; limitMs: number };

export function queuePanel(view: RoomView): QueuePanel {
  const { room, now, pending } = view;
  const spoken = new Set(room.floor.past.map(({ participantId }) => participantId));
  const when = estimates(room, now);
  const rows = withMoves(entriesInOrder(room), pending).map(({ entryId, participantId, addedBy }, index): QueueRow => ({
    entryId, place: index + 1, plate: plateOf(room, participantId), mine: isMe(view, participantId), firstTime: !spoken.has(participantId),
    addedBy: addedBy === null || addedBy === participantId ? null : plateOf(room, addedBy),
    estimate: when.get(entryId) ?? null,
    leaving: pendingOf(pending, 'floor.withdraw', (data) => data.entryId === entryId),
  }));
  const { current, list } = room.floor;
  return { speaking: current && plateOf(room, current.participantId), open: list === 'open', rows, mine: myPlace(view, rows), limitMs: room.rules.turnLimitMs };
}

type Waiting = ReturnType<typeof entriesInOrder>;

/** The queue as it will be: whoever drags an entry must not see it jump back while the server is asked. */
function withMoves(queue: Waiting, pending: RoomView['pending']): Waiting {
  const moved = [...queue];
  for (const command of pending) {
    if (command.type !== 'floor.move') continue;
    const from = moved.findIndex(({ entryId }) => entryId === command.data.entryId);
    if (from >= 0) moved.splice(command.data.index, 0, ...moved.splice(from, 1));
  }
  return moved;
}

function myPlace(view: RoomView, rows: readonly QueueRow[]): MyPlace {
  const { room, me, pending } = view;
  if (isMe(view, room.floor.current?.participantId)) return { state: 'speaking' };
  const row = rows.find(({ mine }) => mine);
  const raisedAt = room.floor.queue.find(({ entryId }) => entryId === row?.entryId)?.raisedAt;
  if (row && raisedAt !== undefined) return { state: 'waiting', entryId: row.entryId, place: row.place, estimate: row.estimate, raisedAt, leaving: row.leaving };
  if (pendingOf(pending, 'floor.request')) return { state: 'raising' };
  if (!mayDo(me.role, 'floor.request')) return { state: 'listens' };
  return room.floor.list === 'closed' ? { state: 'list-closed' } : { state: 'may-raise' };
}
