import { chance } from '../../support/chance.ts';

const draws = 10_000;
const tail = 0.025;

/**
 * Between what a figure of so many texts lies in 95 of 100 other choices of as many texts (paired bootstrap, Koehn 2004: each text is drawn with all that was
 * measured of it). How wide it is tells how far the few texts can tell two methods apart.
 */
export function interval<Text>(texts: readonly Text[], figure: (texts: readonly Text[]) => number): { low: number; high: number } {
  const next = chance(1);
  const figures = Array.from({ length: draws }, () => figure(texts.flatMap(() => texts[Math.floor(next() * texts.length)] ?? []))).sort((one, other) => one - other);
  return { low: figures[Math.floor(draws * tail)] ?? 0, high: figures[Math.ceil(draws * (1 - tail)) - 1] ?? 0 };
}
