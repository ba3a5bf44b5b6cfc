import type { EntryId, Lane, OrderCategory } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating, mayDo, mayUse } from '@yaji/salon';
import { isMe, type RoomView } from '../../../../live/room-view.ts';
import { type Plate, plateOf } from '../../../member/plate.ts';

/** What a hand can be raised for at this moment. `answerable`: the entries that an answer may stand under, first who has the floor. */
export type Choices = {
  lanes: readonly Lane[];
  categories: readonly Pick<DeepReadonly<OrderCategory>, 'category' | 'title'>[];
  answerable: readonly { entryId: EntryId; plate: Plate }[];
};

const lanes: readonly Lane[] = ['normal', 'point-of-order', 'intervention', 'interposed'];
/** Whoever answers somebody further down the list can wait for their turn to come nearer. */
const answerableMost = 12;
const none: Choices = { lanes: [], categories: [], answerable: [] };

export function choicesOf(view: RoomView, own: readonly { lane: Lane }[]): Choices {
  const { room: { floor, rules, phase }, me } = view;
  const hasFloor = [floor.current, ...floor.interrupted].some((turn) => isMe(view, turn?.participantId));
  if (phase !== 'open' || hasFloor || !mayDo(me.role, 'floor.request')) return none;
  const passes = (lane: Lane) => floor.list === 'open' || isModerating(me.role) || (lane === 'point-of-order' && rules.closedListTakesPointsOfOrder);
  const free = lanes.filter((lane) => mayUse(rules, me.role, lane) && passes(lane) && !own.some((row) => row.lane === lane));
  return free.length === 0 ? none : { lanes: free, categories: rules.categories, answerable: answerable(view) };
}

function answerable(view: RoomView): Choices['answerable'] {
  const { current, interrupted, queue } = view.room.floor;
  return [...[current, ...interrupted].map((turn) => turn?.entry), ...queue]
    .filter((entry) => entry !== null && entry !== undefined)
    .filter(({ answers, participantId }) => answers === null && !isMe(view, participantId)).slice(0, answerableMost)
    .map(({ entryId, participantId }) => ({ entryId, plate: plateOf(view.room, participantId) }));
}
