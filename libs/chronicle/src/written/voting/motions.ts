import type { MotionId } from '@yaji/contracts';
import type { Contribution, Debate } from '../../debate.ts';
import { fact, heading, list, type Part, quote, strong } from '../../document/blocks.ts';
import type { Block } from '../../document/document.ts';
import type { AskingRecord, MotionRecord } from '../../motion.ts';
import { around, nameAndOrganisation, titleOf, type Writing } from '../writing.ts';
import { voteBlocks } from './votes.ts';

/** Each motion whole: its text, debate and votes. */
export function motionBlocks(motions: readonly MotionRecord[], w: Writing): Block[] {
  const numbers = new Map(motions.map(({ motionId }, index) => [motionId, index + 1]));
  return motions.flatMap((motion) => motionEntry(motion, numbers, w));
}

function motionEntry(motion: MotionRecord, numbers: ReadonlyMap<MotionId, number>, w: Writing): Block[] {
  const { say, when } = w;
  const { amends, movedText, withdrawnAt, resolved } = motion;
  const text = (texts: MotionRecord['text']): Block[] => w.paragraphs(texts).map((paragraph) => quote('', paragraph));
  return [
    heading(2, `${numbers.get(motion.motionId) ?? 0}. ${titleOf(motion.title, w)}`),
    ...(amends === null ? [] : [fact(say.amendmentTo(numbers.get(amends) ?? 0))]),
    ...(movedText === null ? [] : [fact(say.asMoved), ...text(movedText), fact(say.asAmended)]),
    ...text(motion.text), moverLine(motion, w), ...debateLines(motion.debate, w), ...stepsOf(motion, w),
    ...(withdrawnAt === null ? [] : [fact(...around(say.withdrawn, when(withdrawnAt)))]),
    ...(withdrawnAt === null && resolved === null ? [fact(say.undecided)] : []),
  ];
}

function moverLine({ movedBy, secondedBy, movedAt }: MotionRecord, w: Writing): Block {
  const { say, when } = w;
  const seconded = secondedBy === null ? '' : say.seconded(nameAndOrganisation(secondedBy, w));
  return fact(...around((at) => say.moved(movedBy && nameAndOrganisation(movedBy, w), at), when(movedAt)), `${seconded}${say.stop}`);
}

/** Left out where nobody spoke to it. */
function debateLines({ contributions, ...figures }: Debate, { say, name }: Writing): Block[] {
  if (contributions.length === 0) return [];
  const speaker = ({ speaker: plate, lane }: Contribution): string => (lane === 'normal' ? name(plate) : say.lane(name(plate), say.lanes[lane]));
  const sides = (['pro', 'contra', 'neither'] as const).flatMap((side) => {
    const who = contributions.filter(({ stance }) => (stance ?? 'neither') === side).map(speaker);
    return who.length === 0 ? [] : [[`${say.stances[side]}${say.colon}${who.join(say.list)}`]];
  });
  return [fact(say.debate(figures)), ...list(sides)];
}

function stepsOf({ steps }: MotionRecord, w: Writing): Block[] {
  const votes = steps.flatMap((step) => (step.kind === 'vote' ? [step.ballotId] : []));
  return steps.flatMap((step) => (step.kind === 'asking' ? askingEntry(step, w) : voteBlocks(step, votes, w)));
}

function askingEntry(asking: AskingRecord, w: Writing): Block[] {
  const { say, clock } = w;
  return [
    heading(3, `${say.asking}${say.times(clock(asking.askedAt), clock(asking.endedAt))}`),
    fact(say.asked(clock(asking.until), asking.present, asking.of)), fact(...outcomeOf(asking, w)),
  ];
}

function outcomeOf({ endedAt, objectedBy, sentence }: AskingRecord, w: Writing): Part[] {
  const { say, when, text } = w;
  if (sentence !== null) return [strong(text(sentence))];
  if (objectedBy !== null) return around((at) => say.objected(nameAndOrganisation(objectedBy, w), at), when(endedAt));
  return endedAt === null ? [say.askingOpen] : around(say.askingEnded, when(endedAt));
}
