import type { MotionId } from '@yaji/contracts';
import type { Contribution, Debate } from '../debate.ts';
import type { AskingRecord, Decision, MotionRecord } from '../motion.ts';
import { voteToMarkdown } from './votes-markdown.ts';
import { nameAndOrganisation, titleOf, type Writing } from './writing.ts';

/** Left out where nothing was moved. */
export function motionsToMarkdown(motions: readonly MotionRecord[], w: Writing): string[] {
  const numbers = new Map(motions.map(({ motionId }, index) => [motionId, index + 1]));
  return motions.length === 0 ? [] : [`## ${w.say.motions}`, ...motions.flatMap((motion) => motionEntry(motion, numbers, w))];
}

function motionEntry(motion: MotionRecord, numbers: ReadonlyMap<MotionId, number>, w: Writing): string[] {
  const { say, clock, quote } = w;
  const { amends, movedText, withdrawnAt, resolved } = motion;
  return [
    `### ${numbers.get(motion.motionId) ?? 0}. ${titleOf(motion.title, w)}`,
    ...(amends === null ? [] : [say.amendmentTo(numbers.get(amends) ?? 0)]),
    ...(movedText === null ? [] : [say.asMoved, quote(movedText), say.asAmended]),
    quote(motion.text), moverLine(motion, w), ...debateLines(motion.debate, w), ...stepsOf(motion, w),
    ...(withdrawnAt === null ? [] : [say.withdrawn(clock(withdrawnAt))]),
    ...(withdrawnAt === null && resolved === null ? [say.undecided] : []),
  ];
}

function moverLine({ movedBy, secondedBy, movedAt }: MotionRecord, w: Writing): string {
  const { say, clock } = w;
  const moved = say.moved(movedBy && nameAndOrganisation(movedBy, w), clock(movedAt));
  return `${moved}${secondedBy === null ? '' : say.seconded(nameAndOrganisation(secondedBy, w))}${say.stop}`;
}

/** Left out where nobody spoke to it. */
function debateLines({ contributions, ...figures }: Debate, { say, name }: Writing): string[] {
  if (contributions.length === 0) return [];
  const speaker = ({ speaker: plate, lane }: Contribution): string => (lane === 'normal' ? name(plate) : say.lane(name(plate), say.lanes[lane]));
  const sides = (['pro', 'contra', 'neither'] as const).flatMap((side) => {
    const who = contributions.filter(({ stance }) => (stance ?? 'neither') === side).map(speaker);
    return who.length === 0 ? [] : [`- ${say.stances[side]}${say.colon}${who.join(say.list)}`];
  });
  return [say.debate(figures), sides.join('\n')];
}

function stepsOf({ steps }: MotionRecord, w: Writing): string[] {
  const votes = steps.flatMap((step) => (step.kind === 'vote' ? [step.ballotId] : []));
  return steps.flatMap((step) => (step.kind === 'asking' ? askingEntry(step, w) : voteToMarkdown(step, votes, w)));
}

function askingEntry(asking: AskingRecord, w: Writing): string[] {
  const { say, clock } = w;
  const heading = `#### ${say.asking}${say.times(clock(asking.askedAt), clock(asking.endedAt))}`;
  return [heading, say.asked(clock(asking.until), asking.present, asking.of), outcomeOf(asking, w)];
}

function outcomeOf({ endedAt, objectedBy, sentence }: AskingRecord, w: Writing): string {
  const { say, clock, text } = w;
  if (sentence !== null) return `**${text(sentence)}**`;
  if (objectedBy !== null) return say.objected(nameAndOrganisation(objectedBy, w), clock(endedAt));
  return endedAt === null ? say.askingOpen : say.askingEnded(clock(endedAt));
}

/** Left out while the room has resolved nothing. */
export function decisionsToMarkdown(decisions: readonly Decision[], w: Writing): string[] {
  return decisions.length === 0 ? [] : [`## ${w.say.decisions}`, ...decisions.map((decision, index) => decisionEntry(decision, index, w))];
}

function decisionEntry({ title, text, at, sentence }: Decision, index: number, w: Writing): string {
  const within = '   ';
  const quote = w.quote(text).split('\n').map((line) => `${within}${line}`).join('\n');
  return [`${index + 1}. **${titleOf(title, w)}** (${w.clock(at)})`, quote, `${within}**${w.text(sentence)}**`].join('\n\n');
}
