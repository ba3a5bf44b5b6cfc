import type { GlossaryTerm } from '@yaji/contracts';

/** As the contract has it: UTF-16 units, ways to mishear one name, names of a salon. */
export const most = { letters: 80, heardAs: 10, terms: 300 } as const;

/** What somebody wrote with commas or lines between. */
export const listed = (written: string): string[] => [...new Set(written.split(/[,，、;；\n]/).map((one) => one.trim()).filter((one) => one !== ''))];

/** With this name; where it was there already, what it is misheard as is added. */
export function withTerm(terms: readonly GlossaryTerm[], { text, heardAs }: GlossaryTerm): GlossaryTerm[] {
  const before = terms.find((one) => one.text === text);
  if (!before) return [...terms, { text, heardAs }];
  const all = [...new Set([...before.heardAs, ...heardAs])];
  return terms.map((one) => (one === before ? { text, heardAs: all } : one));
}
