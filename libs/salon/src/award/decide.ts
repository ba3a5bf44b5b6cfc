import type { AwardId, AwardPlan, BallotTerms, Command } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import { opening } from '../ballot/decide.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Award } from './award.ts';
import { placesOf } from './places.ts';

export type AwardCommand = Extract<Command, { type: `award.${string}` }>;

export function decideAward(room: DeepReadonly<Room>, command: AwardCommand, stamp: MemberStamp): Verdict {
  if (command.type === 'award.prepare') return prepare(command.data.plan, stamp);
  const award = room.awards.find(({ awardId }) => awardId === command.data.awardId);
  if (!award) return refuse('award/unknown');
  switch (command.type) {
    case 'award.open': return open(room, award, { ...stamp, closesAfterMs: command.data.closesAfterMs });
    case 'award.reveal': return reveal(room, award, command.data.places);
    default: return assertNever(command);
  }
}

/** [AW1] */
const nomineesFit = ({ nominees }: DeepReadonly<AwardPlan>): boolean => new Set(nominees.map(({ optionId }) => optionId)).size === nominees.length;

const prepare = (plan: AwardPlan, { commandId }: MemberStamp): Verdict =>
  (nomineesFit(plan) ? accept({ type: 'AwardPrepared', data: { awardId: commandId as string as AwardId, plan } }) : refuse('award/nominees-misfit'));

/** [AW2] One vote on an award, unless that was called off. */
function open(room: DeepReadonly<Room>, { awardId, plan, ballotId }: DeepReadonly<Award>, stamp: MemberStamp & { closesAfterMs: number | null }): Verdict {
  const before = room.ballots.find((ballot) => ballot.ballotId === ballotId);
  if (before && (before.status !== 'closed' || before.digest !== null)) return refuse('award/already-voted');
  const terms: BallotTerms = { secrecy: 'secret', electorate: plan.electorate, majority: 'simple', base: 'cast', tie: 'lost', quorum: null, closesAfterMs: stamp.closesAfterMs };
  return opening(room, { motionId: null, awardId, terms, corrects: null }, stamp);
}

/** [AW4] As many places again show nothing new; equal ones are shown together. */
function reveal(room: DeepReadonly<Room>, { awardId, plan, ballotId, lines }: DeepReadonly<Award>, places: number): Verdict {
  const ballot = room.ballots.find((one) => one.ballotId === ballotId);
  if (ballot?.status !== 'closed' || ballot.digest === null) return refuse('award/not-counted');
  if (places > plan.nominees.length) return refuse('award/places-misfit');
  const all = placesOf(plan, ballot.tally);
  const worst = all.at(-places)?.place ?? 1;
  const shown = all.filter(({ place }) => place >= worst);
  if (shown.length <= lines.length) return accept();
  return accept({ type: 'AwardRevealed', data: { awardId, lines: shown, tally: shown.length === all.length ? { ...ballot.tally } : null } });
}
