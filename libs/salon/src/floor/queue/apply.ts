import type { EntryId, EventOf, Stamped } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import type { Entry, Floor } from '../floor.ts';
import { entriesInOrder } from './order.ts';

type QueueEvent = EventOf<'FloorRequested' | 'FloorWithdrawn' | 'FloorMoved' | 'FloorOrderRestored' | 'FloorOrderSet' | 'FloorModeSet' | 'FloorListClosed' | 'FloorListReopened'>;

export function applyQueue(room: Room, event: QueueEvent & Stamped): void {
  const { floor } = room;
  switch (event.type) {
    case 'FloorRequested': request(floor, event); return;
    case 'FloorWithdrawn': takeOut(room, event.data.entryId); return;
    case 'FloorMoved': {
      const entry = floor.queue.find(({ entryId }) => entryId === event.data.entryId);
      if (entry) entry.pin = { index: event.data.index, by: event.by, at: event.at };
      return;
    }
    case 'FloorOrderRestored': for (const entry of floor.queue) entry.pin = null; return;
    case 'FloorOrderSet': floor.order = { policies: [...event.data.policies], seed: event.data.seed }; return;
    case 'FloorModeSet': Object.assign(floor, { mode: event.data.mode, playlist: [...event.data.playlist], nominee: null }); return;
    case 'FloorListClosed': floor.list = 'closed'; return;
    case 'FloorListReopened': floor.list = 'open'; return;
    default: assertNever(event);
  }
}

function request(floor: Floor, { data, words, at, by }: EventOf<'FloorRequested'> & Stamped): void {
  const { entryId, participantId, lane = 'normal', category = null, stance = null, answers = null } = data;
  floor.asked += 1;
  floor.queue.push({
    entryId, participantId, asked: floor.asked, raisedAt: at, addedBy: by === participantId ? null : by,
    lane, category, stance, note: words?.note ?? null, answers, pin: null,
  });
}

/** Takes an entry out of the list; who stands behind it by hand moves up. Answers the entry and where it stood. */
export function takeOut(room: Room, entryId: EntryId | null): { entry: Entry | null; index: number } {
  const { queue } = room.floor;
  const at = queue.findIndex((entry) => entry.entryId === entryId);
  if (at < 0) return { entry: null, index: 0 };
  const index = placeOf(room, entryId);
  const [entry = null] = queue.splice(at, 1);
  for (const { pin } of queue) if (pin && pin.index > index) pin.index -= 1;
  return { entry, index };
}

/** Where it stands in the list as it is served. By the rule alone nobody needs to know: only what was moved by hand is counted in places. */
function placeOf(room: Room, entryId: EntryId | null): number {
  return room.floor.queue.some(({ pin }) => pin) ? entriesInOrder(room).findIndex((entry) => entry.entryId === entryId) : 0;
}

/** Puts an entry back where it was asked for. */
export function putBack({ queue }: Floor, entry: Entry, index: number): void {
  for (const { pin } of queue) if (pin && pin.index >= index) pin.index += 1;
  const after = queue.findIndex(({ asked }) => asked > entry.asked);
  queue.splice(after < 0 ? queue.length : after, 0, entry);
}
