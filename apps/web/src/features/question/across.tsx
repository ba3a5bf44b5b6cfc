import { useWords } from '../../i18n/words.ts';
import type { AlikeRow } from './alike.ts';

/** Says that two questions are alike by a machine's word: a moderator may not read both languages. */
export function Across({ across }: Pick<AlikeRow, 'across'>) {
  const { t, language } = useWords();
  if (!across) return null;
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
  const [one, other] = across.map((tag) => names.of(tag.split('-')[0] ?? tag));
  return <span className="faint small" data-testid="across">{t('question.across', { one: one ?? '', other: other ?? '' })}</span>;
}
