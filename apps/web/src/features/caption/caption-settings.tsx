import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { type CaptionChoices, chooseCaptions, useCaptionChoices } from './caption-choices.ts';
import css from './caption.module.css';
import { languageName } from './language-name.ts';

const sizes = ['small', 'medium', 'large', 'off'] as const;
const asSize = (value: string): CaptionChoices['size'] => sizes.find((one) => one === value) ?? 'medium';

/** How captions look on this device. */
export function CaptionSettings({ languages, close }: { languages: readonly string[]; close: () => void }) {
  const { t, language: page } = useWords();
  const { size: chosen, rows, language } = useCaptionChoices();
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className={css.settings} role="group" aria-label={t('caption.settings')} onKeyDown={({ key }) => { if (key === 'Escape') close(); }}>
      <label>{t('caption.size')}
        <select ref={first} value={chosen} data-testid="captions-size" onChange={({ target }) => chooseCaptions({ size: asSize(target.value) })}>
          {sizes.map((size) => <option key={size} value={size}>{t(`caption.sizes.${size}`)}</option>)}
        </select>
      </label>
      <label>{t('caption.rows')}
        <select value={rows} data-testid="captions-rows" onChange={({ target }) => chooseCaptions({ rows: target.value === '1' ? 1 : 2 })}><option value={1}>1</option><option value={2}>2</option></select>
      </label>
      <label>{t('caption.language')}
        <select value={language ?? ''} data-testid="captions-language" onChange={({ target }) => chooseCaptions({ language: target.value || null })}>
          <option value="">{t('caption.everyLanguage')}</option>
          {languages.map((one) => <option key={one} value={one}>{languageName(one, page)}</option>)}
        </select>
      </label>
      <Button size="sm" variant="quiet" onClick={close}>{t('app.close')}</Button>
    </div>
  );
}
