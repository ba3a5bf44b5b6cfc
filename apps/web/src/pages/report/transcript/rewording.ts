/** Where two texts differ, from the first word that does to the last. */
export type Rewording = { head: string; was: string; is: string; tail: string };

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

/** What stays before and behind, and between them what was and what is. */
export function rewording(before: string, after: string): Rewording {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const between = (all: readonly string[]) => all.slice(head, all.length - tail).join('');
  return { head: old.slice(0, head).join(''), was: between(old), is: between(now), tail: old.slice(old.length - tail).join('') };
}
