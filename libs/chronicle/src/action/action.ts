import type { ActionId, ItemId, LocalText, TopicId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Action, Room } from '@yaji/salon';
import { plateOf, type Plate } from '../plate.ts';
import { type Log, replay } from '../replay.ts';

/**
 * What somebody is to do. `what`: in the words in which it was written down, null once erased; `organisation`: all of it, beside or instead of people;
 * `others`: whoever else, in words; `by`: the last day, ISO date; `at`: when it was agreed, UTC milliseconds.
 */
export type ActionRecord = { what: string | null; who: Plate[]; organisation?: LocalText | null; others?: string | null; by: string | null; at: number };

/** What the room decided without a vote, as it was written down at the time. `text` null: erased. */
export type MarkedDecision = { text: string | null; at: number };

/** What ran when it was marked; `turn` null: none, or one that was undone. */
type Place = { actionId: ActionId; turn: number | null; itemId: ItemId | null; topicId: TopicId | null };
/** What moderators marked while the room was open, as it was last worded. */
export type Marks = { actions: (Required<ActionRecord> & Place)[]; marked: (MarkedDecision & Place)[] };

/** [CH50] In the order of marking; what was withdrawn is left out. */
export function marksIn(room: DeepReadonly<Room>): Marks {
  const turns = new Set([...room.floor.past, ...(room.floor.current ? [room.floor.current] : [])].map(({ turn }) => turn));
  const standing = room.actions.filter(({ withdrawn }) => !withdrawn);
  const place = ({ actionId, turn, itemId, topicId }: DeepReadonly<Action>): Place => ({ actionId, turn: turn !== null && turns.has(turn) ? turn : null, itemId, topicId });
  return {
    actions: standing.filter(({ kind }) => kind === 'action').map((action) => ({
      ...place(action), what: action.what, who: action.who.map((one) => plateOf(room, one)), organisation: organisationOf(room, action), others: action.others, by: action.by, at: action.markedAt,
    })),
    marked: standing.filter(({ kind }) => kind === 'decision').map((action) => ({ ...place(action), text: action.what, at: action.markedAt })),
  };
}

export const marksOf = (log: Log): Marks => marksIn(replay(log));

/** As one of its people was introduced; null where there is none, or their words were erased. */
function organisationOf({ members }: DeepReadonly<Room>, { organisation }: DeepReadonly<Action>): LocalText | null {
  const named = organisation === null ? undefined : Object.values(members).find((member) => member.organisationId === organisation && member.organisation !== null);
  return named?.organisation ? { ...named.organisation } : null;
}
