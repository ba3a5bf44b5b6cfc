import { useWords } from '../../../i18n/words.ts';
import { languageName } from './language-name.ts';
import css from './transcript.module.css';

export function LanguageTag({ language }: { language: string }) {
  const { language: page } = useWords();
  return <span className={css.tag} lang={page}>{languageName(language, page)}</span>;
}
