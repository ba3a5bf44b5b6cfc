import type { AwardLine, AwardPlan } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { instantRunoff } from '../poll/ranking.ts';

/** [AW3] Every nominee's place, best first. Ranked: who won the run-off, then who left it later. Approval: by approvals; equal ones share a place. */
export function placesOf({ method, nominees }: DeepReadonly<AwardPlan>, tally: Readonly<Record<string, number>>): AwardLine[] {
  const options = nominees.map(({ optionId }) => optionId);
  const ballots = Object.entries(tally).map(([choice, votes]) => [choice.split('>'), votes] as const);
  return method === 'approval' ? byApproval(options, ballots) : byRunoff(options, ballots);
}

type Ballots = readonly (readonly [readonly string[], number])[];

function byApproval(options: readonly string[], ballots: Ballots): AwardLine[] {
  const lines = options.map((optionId) => ({ optionId, votes: ballots.filter(([chosen]) => chosen.includes(optionId)).reduce((sum, [, votes]) => sum + votes, 0) }));
  lines.sort((one, other) => other.votes - one.votes);
  return lines.map(({ optionId, votes }) => ({ optionId, votes, place: 1 + lines.filter((other) => other.votes > votes).length }));
}

/** A run-off ends when somebody has won; who is still in then stands by the votes of that round. */
function byRunoff(options: readonly string[], ballots: Ballots): AwardLine[] {
  const { rounds } = instantRunoff(options, ballots);
  const last = rounds.at(-1)?.votes ?? [];
  const left = rounds.toReversed().flatMap(({ votes, out }) => votes.filter(({ option }) => option === out));
  const lines = [...last.filter(({ option }) => !left.some((one) => one.option === option)), ...left].map(({ option, votes }) => ({ optionId: option, votes }));
  return lines.map(({ optionId, votes }, at) => ({ optionId, votes, place: at + 1 - equalBefore(last, lines, at) }));
}

/** Those of the last round who have equal votes share a place; who left earlier was told apart by the run-off's own rule. */
function equalBefore(last: readonly { option: string; votes: number }[], lines: readonly { optionId: string; votes: number }[], at: number): number {
  const ending = new Set(last.map(({ option }) => option));
  const me = lines[at];
  return me && ending.has(me.optionId) ? lines.slice(0, at).filter((other) => ending.has(other.optionId) && other.votes === me.votes).length : 0;
}
