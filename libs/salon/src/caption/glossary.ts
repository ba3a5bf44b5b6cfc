import type { GlossaryTerm } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { special, wordGoesOn } from './word-borders.ts';

/** A text with the names of a salon's glossary written as it wants them, however they were heard or written. Longer names go first. */
export function spellRight(text: string, glossary: readonly DeepReadonly<GlossaryTerm>[]): string {
  const pairs = glossary.flatMap((term) => [term.text, ...term.heardAs].map((heard) => ({ heard, right: term.text })));
  const known = new Map(pairs.map(({ heard, right }) => [heard.toLowerCase(), right]));
  if (known.size === 0) return text;
  const any = [...known.keys()].sort((a, b) => b.length - a.length).map((heard) => heard.replace(special, '\\$&')).join('|');
  return text.replace(new RegExp(`(?<!${wordGoesOn})(?:${any})(?!${wordGoesOn})`, 'giu'), (heard) => known.get(heard.toLowerCase()) ?? heard);
}
