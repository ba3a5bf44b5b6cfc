import type { Holder, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import { isContribution } from '../queue/lanes.ts';
import { turnMs } from './ledger.ts';
import { limitMs } from './limit.ts';

/** Nobody is given less than this, whatever is left: half a sentence helps no one. Milliseconds. */
export const leastTurnMs = 30_000;

/** What a holder may speak in this room, has spoken and has left (negative: overdrawn), milliseconds. */
export type Budget = { totalMs: number; usedMs: number; leftMs: number };

export const keyOfHolder = (holder: DeepReadonly<Holder>): string => (holder.of === 'person' ? `person ${holder.participantId}` : `organisation ${holder.organisationId}`);

const belongs = ({ members }: DeepReadonly<Room>, participantId: ParticipantId, holder: DeepReadonly<Holder>): boolean =>
  (holder.of === 'person' ? holder.participantId === participantId : holder.organisationId === members[participantId]?.organisationId);

/** [F41] Null where the rules give no budget of that kind. Contributions and open speech use it; points of order and interposed questions do not. */
export function budgetOf(room: DeepReadonly<Room>, holder: DeepReadonly<Holder>): Budget | null {
  const { rules, floor } = room;
  const given = holder.of === 'person' ? rules.personBudgetMs : rules.organisationBudgetMs;
  if (given === null) return null;
  const turns = floor.past.filter(({ lane, participantId }) => isContribution(lane) && belongs(room, participantId, holder));
  const open = floor.openSpeech.filter(({ participantId }) => belongs(room, participantId, holder));
  const usedMs = turns.reduce((sum, turn) => sum + turnMs(turn), 0) + open.reduce((sum, { speechMs }) => sum + speechMs, 0);
  const totalMs = given + (floor.extraMs[keyOfHolder(holder)] ?? 0);
  return { totalMs, usedMs, leftMs: totalMs - usedMs };
}

/** [F41] The limit of somebody's contribution that begins now: no more than is left of a budget, and never less than half a minute. */
export function grantedMs(room: DeepReadonly<Room>, participantId: ParticipantId): number {
  const organisationId = room.members[participantId]?.organisationId ?? null;
  const holders: Holder[] = [{ of: 'person', participantId }, ...(organisationId ? [{ of: 'organisation' as const, organisationId }] : [])];
  const left = holders.flatMap((holder) => budgetOf(room, holder)?.leftMs ?? []);
  const limit = limitMs(room);
  return left.length === 0 ? limit : Math.min(limit, Math.max(leastTurnMs, ...[Math.min(...left)]));
}
