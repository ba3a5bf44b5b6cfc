import type { CommandOf, Holder } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating } from '../../policy.ts';
import type { Room } from '../../room/room.ts';
import type { MemberStamp } from '../../stamp.ts';
import { accept, refuse, type Verdict } from '../../verdict.ts';
import { budgetOf } from './budget.ts';

const isKnown = ({ members }: DeepReadonly<Room>, holder: DeepReadonly<Holder>): boolean =>
  (holder.of === 'person' ? members[holder.participantId] !== undefined : Object.values(members).some(({ organisationId }) => organisationId === holder.organisationId));

/** [F41] The chair gives more. */
export function topUp(room: DeepReadonly<Room>, { holder, byMs }: CommandOf<'floor.topUp'>['data']): Verdict {
  if (!isKnown(room, holder)) return refuse('floor/unknown-holder');
  return budgetOf(room, holder) ? accept({ type: 'TimeToppedUp', data: { holder, byMs } }) : refuse('floor/no-budget');
}

/** [F41] One's own time, given to somebody: no more than there is. */
export function transfer(room: DeepReadonly<Room>, { from, to, byMs }: CommandOf<'floor.transfer'>['data'], { by, role }: MemberStamp): Verdict {
  const own = from.of === 'person' && from.participantId === by;
  if (!own && !isModerating(role)) return refuse('floor/not-yours');
  if (!isKnown(room, from) || !isKnown(room, to)) return refuse('floor/unknown-holder');
  const budget = budgetOf(room, from);
  if (!budget || !budgetOf(room, to)) return refuse('floor/no-budget');
  return budget.leftMs < byMs ? refuse('floor/budget-short') : accept({ type: 'TimeTransferred', data: { from, to, byMs } });
}
