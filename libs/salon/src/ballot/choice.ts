import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { Ballot } from './ballot.ts';

/** [B13] Of a motion yes, no or abstain; of an award nominees, each once, approved ones in the order of the shortlist. */
export function choiceFits({ awards }: DeepReadonly<Pick<Room, 'awards'>>, { motionId, awardId }: DeepReadonly<Pick<Ballot, 'motionId' | 'awardId'>>, choice: string): boolean {
  if (motionId !== null) return choice === 'yes' || choice === 'no' || choice === 'abstain';
  const plan = awards.find((award) => award.awardId === awardId)?.plan;
  if (!plan) return false;
  const chosen = choice.split('>');
  const places = chosen.map((optionId) => plan.nominees.findIndex((nominee) => nominee.optionId === optionId));
  if (places.includes(-1) || new Set(places).size !== places.length) return false;
  return plan.method === 'ranked' || places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
}
