import { IconX } from '@tabler/icons-react';
import { useWords } from '../../../i18n/words.ts';
import { IconButton } from '../../../ui/controls/button.tsx';
import { languageName } from './language-name.ts';
import css from './transcript.module.css';

/** `language` null: all. `found`: how many lines are left; null where nothing is looked for. */
type Props = { query: string; onQuery: (query: string) => void; languages: readonly string[]; language: string | null; onLanguage: (language: string | null) => void; found: number | null };

/** Words that are looked for, and the language. */
export function Bar({ query, onQuery, languages, language, onLanguage, found }: Props) {
  const { t } = useWords();
  return (
    <search className={css.bar}>
      <span className={css.search}>
        <input type="search" aria-label={t('transcript.search')} placeholder={t('transcript.search')} value={query} onChange={(event) => onQuery(event.target.value)} onKeyDown={(event) => { if (event.key === 'Escape') onQuery(''); }} data-testid="transcript-search" />
        {query !== '' && <IconButton small label={t('replay.searchEnd')} onClick={() => onQuery('')}><IconX size={18} /></IconButton>}
      </span>
      {languages.length > 1 && (
        <select aria-label={t('app.language')} value={language ?? ''} onChange={(event) => onLanguage(event.target.value || null)} data-testid="transcript-language">
          <option value="">{t('transcript.allLanguages')}</option>
          {languages.map((one) => <option key={one} value={one} lang={one}>{languageName(one, one)}</option>)}
        </select>
      )}
      <span className="faint figures" role="status" data-testid="transcript-found">{found === null ? '' : found === 0 ? t('transcript.noneFound') : t('transcript.found', { count: found })}</span>
    </search>
  );
}
