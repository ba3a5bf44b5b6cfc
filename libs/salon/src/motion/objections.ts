import type { BallotTerms, RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { askable } from '../ballot/askable.ts';
import { countOf, electorsOf, frozen, isVoting, presentFor } from '../ballot/electorate.ts';
import { isQuorumLost, quorumOf, voided } from '../ballot/majority.ts';
import { noObjectionSentence, sentenceOf } from '../ballot/sentence.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Motion } from './motion.ts';
import { openFault } from './votable.ts';

type Asking = { withinMs: number; terms: BallotTerms; at: number };

const electorsFor = (room: DeepReadonly<Room>, { electorate }: DeepReadonly<BallotTerms>) => (electorate === 'everybody' ? null : frozen(room.electorate));

/** [MO6] Asked again while it is being asked, it changes nothing. */
export function askObjections(room: DeepReadonly<Room>, { motionId, objections, stands }: DeepReadonly<Motion>, { withinMs, terms, at }: Asking): Verdict {
  if (objections !== null) return accept();
  if (isVoting(room)) return refuse('ballot/another-open');
  const fault = openFault(room, motionId);
  if (fault) return refuse(fault);
  if (stands !== null) return refuse('motion/over');
  const asked = askable(room, { ...terms, secrecy: 'named' });
  return asked.ok ? accept({ type: 'ObjectionsAsked', data: { motionId, until: at + withinMs, terms, present: asked.value.present[terms.quorum?.of ?? 'members'] } }) : asked;
}

/** [MO6] */
export function object(room: DeepReadonly<Room>, { motionId, objections }: DeepReadonly<Motion>, { by }: MemberStamp): Verdict {
  if (objections === null) return refuse('motion/no-objections-asked');
  const electors = electorsFor(room, objections.terms);
  if (electorsOf({ electors }, by).length === 0) return refuse('ballot/not-entitled');
  return accept({ type: 'MotionObjected', data: { motionId, objectedBy: by } });
}

/** [MO6] The time to object is over. */
export function objectionsOver(room: DeepReadonly<Room>, { motionId, objections }: DeepReadonly<Motion>): RoomEvent[] {
  if (objections === null) return [];
  const { terms, present } = objections;
  const electors = electorsFor(room, terms);
  const closing = presentFor(room, electors);
  const opening = { members: present, weight: present };
  const quorum = electors && quorumOf(terms.quorum && { ...terms.quorum }, { opening, closing, entitled: countOf(electors) });
  const result = isQuorumLost(quorum) ? voided('quorum', quorum) : { ...voided('quorum', quorum), outcome: 'carried' as const, voidBecause: null, unanimous: true };
  return [{ type: 'ObjectionsOver', data: { motionId, result, sentence: result.outcome === 'void' ? sentenceOf(terms, result) : noObjectionSentence(quorum) } }];
}
