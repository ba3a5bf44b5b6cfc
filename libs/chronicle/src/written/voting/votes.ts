import type { BallotId } from '@yaji/contracts';
import type { RollCallLine, VoteRecord } from '../../ballot.ts';
import { fact, heading, type Part, strong, table } from '../../document/blocks.ts';
import type { Block } from '../../document/document.ts';
import { NOTHING, type Writing } from '../writing.ts';

/** `votes`: all on the same motion, in their order; by its place among them a vote is known. */
export function voteBlocks(vote: VoteRecord, votes: readonly BallotId[], w: Writing): Block[] {
  const { say, clock } = w;
  const earlier = vote.corrects === null ? -1 : votes.indexOf(vote.corrects);
  const about = [say.secrecies[vote.secrecy], say.majorities[vote.majority], ...(earlier < 0 ? [] : [say.inPlaceOf(earlier + 1)])].join(say.comma);
  return [
    heading(3, `${say.vote(votes.indexOf(vote.ballotId) + 1)}${say.times(clock(vote.openedAt), clock(vote.closedAt))}`),
    fact(`${about}${say.stop}`), ...figures(vote, w), ...sentences(vote, w), ...rollCall(vote, w), ...pseudonyms(vote, w),
    ...(vote.digest === null ? [] : [fact(say.digest(w.words(vote.digest)))]),
  ];
}

/** Of a vote that is void, or not counted yet, only who was there. */
function figures({ entitled, present, cast, result, base }: VoteRecord, { say }: Writing): Block[] {
  const counted = result === null || result.outcome === 'void' ? null : result;
  const head = [say.entitled, say.presentOpening, say.presentClosing, say.cast, say.yes, say.no, say.abstaining, say.needed, say.quorum];
  const votes = counted === null ? [NOTHING, NOTHING, NOTHING, NOTHING] : [`${counted.yes}`, `${counted.no}`, `${counted.abstain}`, say.neededOf(counted.needed, counted.base, base)];
  return table(head, [[
    entitled === null ? say.everybody : say.size(entitled), say.size(present.opening), present.closing === null ? NOTHING : say.size(present.closing), cast === null ? NOTHING : say.size(cast),
    ...votes, result?.quorum ? say.quorumOf(result.quorum) : NOTHING,
  ]]);
}

function sentences({ status, sentence, tie }: VoteRecord, { say, text, name, clock }: Writing): Block[] {
  if (status !== 'closed') return [fact(status === 'open' ? say.votingOpen : say.counting)];
  const decided = tie === null ? [] : [fact(say.byChair(tie.by && name(tie.by), clock(tie.at))), fact(strong(text(tie.sentence)))];
  return [...(sentence === null ? [] : [fact(strong(text(sentence)))]), ...decided];
}

function choiceOf(choice: string, { say, words }: Writing): string {
  switch (choice) {
    case 'yes': return say.yes;
    case 'no': return say.no;
    case 'abstain': return say.abstaining;
    default: return words(choice);
  }
}

/** Weights and proxies have their columns only where there are some. */
function rollCall({ rollCall: lines }: VoteRecord, w: Writing): Block[] {
  const { say, text, name } = w;
  const proxy: Column<RollCallLine> = [say.castBy, (line) => (line.proxy === null ? NOTHING : name(line.proxy))];
  return inColumns([
    [say.name, ({ elector }) => name(elector)], [say.organisation, ({ elector }) => text(elector.organisation)], [say.ballot, ({ choice }) => choiceOf(choice, w)],
    ...weights(lines, w), ...(lines.some((line) => line.proxy !== null) ? [proxy] : []),
  ], lines);
}

function pseudonyms({ pseudonyms: lines }: VoteRecord, w: Writing): Block[] {
  return inColumns([[w.say.pseudonym, ({ pseudonym }) => w.words(pseudonym)], [w.say.ballot, ({ choice }) => choiceOf(choice, w)], ...weights(lines, w)], lines);
}

type Column<T> = [head: string, cell: (line: T) => Part];

const weights = (lines: readonly { weight: number }[], { say }: Writing): Column<{ weight: number }>[] =>
  (lines.some(({ weight }) => weight !== 1) ? [[say.weight, ({ weight }) => String(weight)]] : []);

const inColumns = <T>(columns: readonly Column<T>[], lines: readonly T[]): Block[] => table(columns.map(([head]) => head), lines.map((line) => columns.map(([, cell]) => cell(line))));
