import type { EventOf, ParticipantId, TurnEnding } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Floor, Turn } from '../floor.ts';
import { spentMs } from '../time/clock.ts';

/** The end of a turn now, with the time its clock shows. */
export const endOf = (turn: DeepReadonly<Turn>, reason: TurnEnding, at: number): EventOf<'TurnEnded'> =>
  ({ type: 'TurnEnded', data: { turn: turn.turn, reason, tookMs: Math.round(spentMs(turn.clock, at)) } });

/** Somebody speaks, or waits to go on. */
export const hasFloor = ({ current, interrupted }: DeepReadonly<Floor>, participantId: ParticipantId): boolean =>
  current?.participantId === participantId || interrupted.some((turn) => turn.participantId === participantId);

/** [F24] The turn that was made to wait goes on when what interrupted it is over. */
export function continueAfter({ current, interrupted }: DeepReadonly<Floor>): EventOf<'TurnContinued'>[] {
  const waiting = interrupted.at(-1);
  return waiting && current?.interrupts === waiting.turn ? [{ type: 'TurnContinued', data: { turn: waiting.turn } }] : [];
}

/** Everything that is being said or waits to go on is over, the latest first. */
export const endAll = ({ current, interrupted }: DeepReadonly<Floor>, reason: TurnEnding, at: number): EventOf<'TurnEnded'>[] =>
  [...(current ? [current] : []), ...[...interrupted].reverse()].map((turn) => endOf(turn, reason, at));
