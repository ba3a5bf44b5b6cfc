import { sentencesOf, summaryOf } from '@yaji/chronicle';
import { wordsWith } from '../../apps/worker/src/summary/words.ts';
import { benchOptions, type Goal, type Metrics, report } from './report.ts';
import { lead, random, type Sentence, textRank } from './rouge/baselines.ts';
import { interval } from './rouge/interval.ts';
import { type Rouge, rouge, unitsOf } from './rouge/measure.ts';
import { type Meeting, meetings, parts, spokenOf } from './rouge/texts.ts';

/**
 * The extractive summary of 48 meetings against what a minute-taker wrote of them, beside what is easily had: the first sentences, sentences drawn by lot and
 * plain TextRank. Each of these is filled up to exactly the length of our summary, so that length helps nobody. Method and weights are chosen by the
 * development part alone. The held-out and the fresh part are not quite innocent: they were looked at after earlier choices, and because those missed the
 * margin there, there was another. The latest part was written after the last choice, its references before anything was measured on it. It was looked at
 * twice: after that choice, and after short sentences were given a least cost because the summaries of the golden salons read badly without (which made the
 * figures no better).
 */
const seeds = Array.from({ length: 20 }, (_, n) => n + 1);
const methods = ['ours', 'lead', 'random', 'textRank'] as const;
type Method = typeof methods[number];
type Scores = Record<Method, Rouge>;

function scoresOf(meeting: Meeting): Scores {
  const spoken = spokenOf(meeting);
  const words = wordsWith(meeting.turns.map(({ speaker }) => speaker));
  const sentences: Sentence[] = sentencesOf(spoken.lines, spoken.languages).map(({ text, language }) => ({ text, words: words(text, language) }));
  const reference = unitsOf(meeting.reference);
  const statements = summaryOf(spoken, words).topics[0]?.statements ?? [];
  const ours = unitsOf(statements.map(({ text }) => text).join(' '));
  const filled = (order: readonly number[]): Rouge => rouge(upTo(ours.length, sentences, order), reference);
  return { ours: rouge(ours, reference), lead: filled(lead(sentences)), random: mean(seeds.map((seed) => filled(random(sentences, seed)))), textRank: filled(textRank(sentences)) };
}

/** The first of these sentences that have so many units together, the last one cut, in the order of speaking. */
function upTo(length: number, sentences: readonly Sentence[], order: readonly number[]): string[] {
  const chosen: { n: number; units: string[] }[] = [];
  let left = length;
  for (const n of order) {
    if (left <= 0) break;
    const units = unitsOf(sentences[n]?.text ?? '').slice(0, left);
    chosen.push({ n, units });
    left -= units.length;
  }
  return chosen.sort((one, other) => one.n - other.n).flatMap(({ units }) => units);
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const mean = (scores: readonly Rouge[]): Rouge => ({
  rouge1: average(scores.map(({ rouge1 }) => rouge1)), rouge2: average(scores.map(({ rouge2 }) => rouge2)), rougeL: average(scores.map(({ rougeL }) => rougeL)),
});

const languages = ['en', 'zh-CN'] as const;
const kinds = ['rouge1', 'rouge2', 'rougeL'] as const;
/**
 * By so much ours is better than the best of the others at least, in each language, over all texts that nothing was chosen by; and in 95 of 100 other
 * choices of as many texts it is better at all. On each part alone, of six texts, it is better: by how much, so few cannot tell (their intervals are
 * wider than the margin).
 */
const margins: Rouge = { rouge1: 0.02, rouge2: 0.01, rougeL: 0.01 };

const options = benchOptions(60);
const all = meetings().map((meeting) => ({ meeting, scores: scoresOf(meeting) }));
const metrics: Metrics = { meetings: all.length };
const goals: Goal[] = [{ metric: 'meetings', atLeast: 20 }];
type Measured = readonly (typeof all)[number][];
/** How much better ours is than the best of the others, on the average of these texts. */
const marginOf = (kind: keyof Rouge) => (texts: Measured): number => {
  const by = (method: Method): number => average(texts.map(({ scores }) => scores[method][kind]));
  return by('ours') - Math.max(by('lead'), by('random'), by('textRank'));
};
/** The margin with its interval: what so few texts can tell. */
function judge(name: string, texts: Measured, kind: keyof Rouge): void {
  const { low, high } = interval(texts, marginOf(kind));
  Object.assign(metrics, { [`${name} margin`]: marginOf(kind)(texts), [`${name} margin low`]: low, [`${name} margin high`]: high });
}

for (const { language, part, kind } of languages.flatMap((language) => parts.flatMap((part) => kinds.map((kind) => ({ language, part, kind }))))) {
  const own = all.filter(({ meeting }) => meeting.language === language && meeting.part === part);
  const name = `${language} ${part} ${kind}`;
  for (const method of methods) metrics[`${name} ${method}`] = average(own.map(({ scores }) => scores[method][kind]));
  judge(name, own, kind);
  if (part !== 'development') goals.push({ metric: `${name} margin`, atLeast: 0 });
}
for (const { language, kind } of languages.flatMap((language) => kinds.map((kind) => ({ language, kind })))) {
  const name = `${language} all but development ${kind}`;
  judge(name, all.filter(({ meeting }) => meeting.language === language && meeting.part !== 'development'), kind);
  goals.push({ metric: `${name} margin`, atLeast: margins[kind] }, { metric: `${name} margin low`, atLeast: 0 });
}
report('rouge', metrics, goals, options);
