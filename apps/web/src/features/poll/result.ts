import type { LocalText, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { borda, countsOf, instantRunoff, isWords, optionsOf, type Poll, type Runoff } from '@yaji/salon';

/** One line of a chart. `title`: of an option; null: `words` says it. `share`: of those who answered, 0 to 1. */
export type Bar = { id: string; title: DeepReadonly<LocalText> | null; words: string; count: number; share: number; mine: boolean };
/** `mean`: of a rating. `runoff`: of a ranking, whose bars are Borda points. */
export type PollResult = { answers: number; bars: Bar[]; mean: number | null; runoff: Runoff | null };

const ratings = ['5', '4', '3', '2', '1'] as const;
const wordsMost = 40;

/** The result as it is drawn, from what the viewer knows. */
export function resultOf(poll: DeepReadonly<Poll>, me: ParticipantId): PollResult {
  const counts = countsOf(poll);
  const answers = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const own = poll.answers[me] ?? null;
  const bar = (id: string, count: number, mine: boolean): Bar => {
    const title = poll.plan.options.find(({ optionId }) => optionId === id)?.title ?? null;
    return { id, title, words: id, count, share: answers === 0 ? 0 : count / answers, mine };
  };
  if (poll.plan.kind === 'rating') {
    const sum = [...counts].reduce((total, [rating, count]) => total + Number(rating) * count, 0);
    return { answers, bars: ratings.map((rating) => bar(rating, counts.get(rating) ?? 0, own === rating)), mean: answers === 0 ? null : sum / answers, runoff: null };
  }
  if (isWords(poll.plan)) return { answers, bars: wordBars(counts, own, bar), mean: null, runoff: null };
  const options = poll.plan.options.map(({ optionId }) => optionId);
  const ballots = [...counts].map(([choice, count]) => [optionsOf(choice), count] as const);
  if (poll.plan.kind === 'ranking') {
    const bars = borda(options, ballots).map(({ option, points }) => ({ ...bar(option, points, false), share: share(points, answers * (options.length - 1)) }));
    return { answers, bars, mean: null, runoff: instantRunoff(options, ballots) };
  }
  const chosen = (option: string) => ballots.filter(([choice]) => choice.includes(option)).reduce((sum, [, count]) => sum + count, 0);
  return { answers, bars: options.map((option) => bar(option, chosen(option), own !== null && optionsOf(own).includes(option))), mean: null, runoff: null };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** What was written in the same words, whatever their case, is one line; the most frequent first. */
function wordBars(counts: ReadonlyMap<string, number>, own: string | null, bar: (id: string, count: number, mine: boolean) => Bar): Bar[] {
  const lines = new Map<string, { words: string; count: number }>();
  for (const [written, count] of counts) {
    const key = written.normalize('NFKC').trim().toLowerCase();
    lines.set(key, { words: lines.get(key)?.words ?? written, count: (lines.get(key)?.count ?? 0) + count });
  }
  return [...lines.values()].sort((one, other) => other.count - one.count).slice(0, wordsMost).map(({ words, count }) => bar(words, count, own === words));
}
