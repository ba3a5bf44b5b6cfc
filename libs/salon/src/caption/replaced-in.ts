import type { DeepReadonly } from '@yaji/kit';
import { special, wordGoesOn } from './word-borders.ts';

type Wanted = { find: string; replace: string; matchCase: boolean; wholeWords: boolean };

/** A text with every place of `find` replaced as it stands: nothing in either has a meaning of its own. */
export function replacedIn(text: string, { find, replace, matchCase, wholeWords }: DeepReadonly<Wanted>): string {
  const plain = find.replace(special, '\\$&');
  const whole = wholeWords ? `(?<!${wordGoesOn})${plain}(?!${wordGoesOn})` : plain;
  return text.replace(new RegExp(whole, matchCase ? 'gu' : 'giu'), () => replace);
}
