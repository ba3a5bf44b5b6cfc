import type { ParticipantId, PollAnswer, PollId, PollPlan } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';

/**
 * `answers`: what each chose, as `choiceOf` writes it; a viewer sees only his own there. `others`: how many others chose what, as far as a
 * viewer may know it. Together they are the result.
 */
export type Poll = {
  pollId: PollId; plan: PollPlan; status: 'prepared' | 'open' | 'closed'; published: boolean; openedAt: number | null; closedAt: number | null;
  answers: Record<ParticipantId, string>; others: Record<string, number>;
};

/** One answer as a text that equal answers share: options in their order, a rating, or words. */
export function choiceOf(answer: DeepReadonly<PollAnswer>): string {
  if ('options' in answer) return answer.options.join('>');
  return 'rating' in answer ? String(answer.rating) : answer.text;
}

/** Everybody may see how it stands. */
export const isShown = ({ plan, published }: DeepReadonly<Poll>): boolean => plan.results === 'live' || published;

export const isWords = ({ kind }: DeepReadonly<PollPlan>): boolean => kind === 'words' || kind === 'text';

const takesOptions = ({ kind }: DeepReadonly<PollPlan>): boolean => kind === 'single' || kind === 'multiple' || kind === 'ranking';

/** [P1] */
export function optionsFit(plan: DeepReadonly<PollPlan>): boolean {
  const ids = plan.options.map(({ optionId }) => optionId);
  return takesOptions(plan) ? ids.length >= 2 && new Set(ids).size === ids.length : ids.length === 0;
}

/** How many chose what. */
export function countsOf({ answers, others }: DeepReadonly<Pick<Poll, 'answers' | 'others'>>): Map<string, number> {
  const counts = new Map(Object.entries(others));
  for (const choice of Object.values(answers)) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  return counts;
}
