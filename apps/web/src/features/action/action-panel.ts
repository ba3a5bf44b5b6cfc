import type { ActionId, LocalText, OrganisationId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Action, Room } from '@yaji/salon';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';
import { type Plate, plateOf } from '../member/plate.ts';

/** `what` null: erased. `markedBy` null: unknown. `busy`: something was said about it that the room has not shown yet. */
export type ActionRow = {
  actionId: ActionId; kind: Action['kind']; what: string | null; who: Plate[]; organisation: DeepReadonly<LocalText> | null; others: string | null; by: string | null;
  markedAt: number; markedBy: Plate | null; busy: boolean; mark: DeepReadonly<Action>;
};
export type ActionPanel = { tasks: ActionRow[]; decisions: ActionRow[] };

/** What was agreed and stands, in the order of marking. */
export function actionPanel(view: RoomView): ActionPanel {
  const rows = view.room.actions.filter(({ withdrawn }) => !withdrawn).map((mark) => row(view, mark));
  return { tasks: rows.filter(({ kind }) => kind === 'action'), decisions: rows.filter(({ kind }) => kind === 'decision') };
}

function row({ room, pending }: RoomView, mark: DeepReadonly<Action>): ActionRow {
  const { actionId, kind, what, who, organisation, others, by, markedAt, markedBy } = mark;
  const isThis = (data: { actionId: ActionId }): boolean => data.actionId === actionId;
  return {
    actionId, kind, what, others, by, markedAt, mark, who: who.map((one) => plateOf(room, one)), markedBy: markedBy && plateOf(room, markedBy),
    organisation: organisationName(room, organisation),
    busy: pendingOf(pending, 'action.withdraw', isThis) || pendingOf(pending, 'action.reword', isThis),
  };
}

/** As one of its people was introduced. */
export function organisationName({ members }: DeepReadonly<Room>, organisation: OrganisationId | null): DeepReadonly<LocalText> | null {
  if (organisation === null) return null;
  return Object.values(members).find((member) => member.organisationId === organisation && member.organisation !== null)?.organisation ?? null;
}
