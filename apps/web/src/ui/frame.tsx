import type { ReactNode } from 'react';
import { chooseLanguage, type PageLanguage, pageLanguages, useWords } from '../i18n/words.ts';
import { Link } from './route/link.tsx';
import css from './frame.module.css';
import { chooseScheme, type Scheme, useScheme } from './look/scheme.ts';

/** Language and appearance: on every page, in the same place. */
export function Preferences() {
  const { t, language } = useWords();
  const scheme = useScheme();
  const themes = { auto: t('app.themeAuto'), light: t('app.themeLight'), dark: t('app.themeDark') };
  return (
    <div className={css.preferences}>
      <label>
        <span className="sr">{t('app.language')}</span>
        <select value={language} data-testid="language" onChange={(event) => void chooseLanguage(event.target.value as PageLanguage)}>
          {pageLanguages.map((one) => <option key={one} value={one} lang={one}>{t(`language.${one}`)}</option>)}
        </select>
      </label>
      <label>
        <span className="sr">{t('app.theme')}</span>
        <select value={scheme} data-testid="theme" onChange={(event) => chooseScheme(event.target.value as Scheme)}>
          {Object.entries(themes).map(([one, name]) => <option key={one} value={one}>{name}</option>)}
        </select>
      </label>
    </div>
  );
}

/** The seal: the mark of the house and the way home. */
export function Seal() {
  const { t } = useWords();
  return (
    <Link to="/" className={css.seal}>
      <span className={css.stamp} lang="zh-CN">雅集</span>
      <span className={css.word}>{t('app.name')}</span>
      <span className="sr">{t('app.home')}</span>
    </Link>
  );
}

/** A page of the booklet: seal, preferences, one column of text. */
export function Frame({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const { t } = useWords();
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">{t('app.skip')}</a>
      <header className={css.head}><Seal /><Preferences /></header>
      <main id="content" tabIndex={-1} className={css.main} data-wide={wide}>{children}</main>
    </div>
  );
}
