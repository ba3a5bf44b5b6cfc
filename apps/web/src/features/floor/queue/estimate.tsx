import { asMinutes } from '../../../i18n/times.ts';
import { type Words, useWords } from '../../../i18n/words.ts';
import type { Estimate } from './queue-panel.ts';

/** "about 4 to 7 min": the width of the guess is part of what it says. */
export function estimateWords(t: Words, { fromMs, toMs }: Estimate): string {
  const [from, to] = [asMinutes(fromMs), asMinutes(toMs)];
  if (to === 0) return t('time.aboutNow');
  return from === to || from === 0 ? t('time.about', { to }) : t('time.between', { from, to });
}

export function EstimateWords({ of }: { of: Estimate | null }) {
  const { t } = useWords();
  return of && <>{estimateWords(t, of)}</>;
}
