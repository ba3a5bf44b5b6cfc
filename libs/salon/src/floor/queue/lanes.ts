import type { Lane, Role } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating } from '../../policy.ts';
import type { Room } from '../../room/room.ts';

const ranks: Readonly<Record<Lane, number>> = { interposed: 0, intervention: 1, 'point-of-order': 2, normal: 3 };

/** [F4] The lowest is served first. */
export const rankOf = (lane: Lane): number => ranks[lane];

/** [F24] What makes the turn under way wait instead of ending it. */
export const interrupts = (lane: Lane): boolean => lane === 'interposed' || lane === 'point-of-order';

/** [F41] What counts as having spoken, and is taken from a budget. */
export const isContribution = (lane: Lane): boolean => lane === 'normal' || lane === 'intervention';

/** [F22] Whether somebody in this role may use a lane. */
export const mayUse = (rules: DeepReadonly<Room['rules']>, role: Role, lane: Lane): boolean =>
  lane === 'normal' || isModerating(role) || rules.lanes[lane].includes(role);
