import type { CommandOf, EntryId, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating } from '../../policy.ts';
import type { Room } from '../../room/room.ts';
import type { MemberStamp } from '../../stamp.ts';
import { accept, refuse, type Verdict } from '../../verdict.ts';
import { hasFloor } from '../turn/end.ts';
import { mayUse } from './lanes.ts';
import { entriesInOrder } from './order.ts';

type Wish = CommandOf<'floor.request'>['data'];

/** A hand goes up, one's own or one added by name. The command's id becomes the entry's. */
export function raise(room: DeepReadonly<Room>, wish: Wish & { participantId: ParticipantId }, stamp: MemberStamp): Verdict {
  const { floor, members } = room;
  const { note = null, ...said } = wish;
  const { participantId, lane = 'normal' } = said;
  if (members[participantId]?.standing !== 'admitted') return refuse('member/unknown');
  if (hasFloor(floor, participantId)) return refuse('floor/already-speaking');
  if (floor.queue.some((entry) => entry.participantId === participantId && entry.lane === lane)) return accept();
  const fault = faultOf(room, wish, stamp);
  if (fault) return fault;
  // Only what was said: a thousand pages read every hand.
  return accept({ type: 'FloorRequested', data: { entryId: stamp.commandId as string as EntryId, ...said }, words: note === null ? null : { note } });
}

/** [F5] [F22] [F25] */
function faultOf(room: DeepReadonly<Room>, wish: Wish, { role }: MemberStamp): Verdict | null {
  const { floor, rules } = room;
  const { lane = 'normal', answers } = wish;
  if (!mayUse(rules, role, lane)) return refuse('floor/lane-not-yours');
  const passes = isModerating(role) || (lane === 'point-of-order' && rules.closedListTakesPointsOfOrder);
  if (floor.list === 'closed' && !passes) return refuse('floor/list-closed');
  const fault = categoryFault(rules, wish);
  if (fault) return fault;
  return answers === undefined || canBeAnswered(room, answers) ? null : refuse('floor/unknown-entry');
}

/** [F23] */
function categoryFault({ categories }: DeepReadonly<Room['rules']>, { lane, category }: Wish): Verdict | null {
  const isPointOfOrder = lane === 'point-of-order';
  if (category === undefined) return isPointOfOrder && categories.length > 0 ? refuse('floor/category-needed') : null;
  return isPointOfOrder && categories.some((one) => one.category === category) ? null : refuse('floor/unknown-category');
}

/** What waits, or is being said, and is no answer itself. */
function canBeAnswered({ floor }: DeepReadonly<Room>, entryId: EntryId): boolean {
  const entry = floor.queue.find((one) => one.entryId === entryId) ?? [floor.current, ...floor.interrupted].map((turn) => turn?.entry).find((one) => one?.entryId === entryId);
  return Boolean(entry) && entry?.answers === null;
}

export function withdraw(room: DeepReadonly<Room>, entryId: EntryId, stamp: MemberStamp): Verdict {
  const entry = room.floor.queue.find((one) => one.entryId === entryId);
  if (!entry) return refuse('floor/unknown-entry');
  const own = entry.participantId === stamp.by || entry.addedBy === stamp.by;
  return own || isModerating(stamp.role) ? accept({ type: 'FloorWithdrawn', data: { entryId } }) : refuse('floor/not-yours');
}

/** [F33] */
export function move(room: DeepReadonly<Room>, { entryId, index }: CommandOf<'floor.move'>['data']): Verdict {
  const list = entriesInOrder(room);
  const from = list.findIndex((one) => one.entryId === entryId);
  if (from < 0) return refuse('floor/unknown-entry');
  const to = Math.min(index, list.length - 1);
  return to === from ? accept() : accept({ type: 'FloorMoved', data: { entryId, index: to } });
}
