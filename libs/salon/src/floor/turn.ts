import type { EventOf, TurnEnding } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { spentMs } from './clock.ts';
import type { Turn } from './floor.ts';

/** The end of a turn now, with the time its clock shows. */
export const endOf = (turn: DeepReadonly<Turn>, reason: TurnEnding, at: number): EventOf<'TurnEnded'> =>
  ({ type: 'TurnEnded', data: { turn: turn.turn, reason, tookMs: Math.round(spentMs(turn.clock, at)) } });
