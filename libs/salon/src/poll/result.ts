import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Poll } from './poll.ts';
import { borda, instantRunoff, type Runoff } from './ranking.ts';

/** One line of a result. `id`: the option, the rating, or the words as first written. `count`: answers, or a ranking's points. `share`: 0 to 1. */
export type Line = { id: string; count: number; share: number; mine: boolean };
/** `mean`: of a rating. `runoff`: of a ranking. Both null otherwise. */
export type PollResult = { answers: number; lines: Line[]; mean: number | null; runoff: Runoff | null };

const ratings = ['5', '4', '3', '2', '1'] as const;
const wordsMost = 40;

/** The options of a choice, in its order. */
const optionsOf = (choice: string): string[] => choice.split('>');

/** [P6] The result, from what the viewer knows. `counts`: of `countsOf`. `me`: whose own answer is marked; null: nobody's. */
export function resultOf(poll: DeepReadonly<Poll>, counts: ReadonlyMap<string, number>, me: ParticipantId | null): PollResult {
  const answers = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const own = me === null ? null : poll.answers[me] ?? null;
  const line = (id: string, count: number, mine: boolean): Line => ({ id, count, share: share(count, answers), mine });
  const { plan } = poll;
  if (plan.kind === 'rating') {
    const sum = [...counts].reduce((total, [rating, count]) => total + Number(rating) * count, 0);
    return { answers, lines: ratings.map((rating) => line(rating, counts.get(rating) ?? 0, own === rating)), mean: answers === 0 ? null : sum / answers, runoff: null };
  }
  if (plan.kind === 'words' || plan.kind === 'text') return { answers, lines: inOneSpelling(counts).map(({ words, count }) => line(words, count, own === words)), mean: null, runoff: null };
  const options = plan.options.map(({ optionId }) => optionId);
  const ballots = [...counts].map(([choice, count]) => [optionsOf(choice), count] as const);
  if (plan.kind === 'ranking') {
    const lines = borda(options, ballots).map(({ option, points }) => ({ ...line(option, points, false), share: share(points, answers * (options.length - 1)) }));
    return { answers, lines, mean: null, runoff: instantRunoff(options, ballots) };
  }
  const chosen = (option: string) => ballots.filter(([choice]) => choice.includes(option)).reduce((sum, [, count]) => sum + count, 0);
  return { answers, lines: options.map((option) => line(option, chosen(option), own !== null && optionsOf(own).includes(option))), mean: null, runoff: null };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The same words in whatever case and width are one line; the most frequent first. */
function inOneSpelling(counts: ReadonlyMap<string, number>): { words: string; count: number }[] {
  const lines = new Map<string, { words: string; count: number }>();
  for (const [written, count] of counts) {
    const key = written.normalize('NFKC').trim().toLowerCase();
    const before = lines.get(key);
    lines.set(key, { words: before?.words ?? written, count: (before?.count ?? 0) + count });
  }
  return [...lines.values()].sort((one, other) => other.count - one.count).slice(0, wordsMost);
}
