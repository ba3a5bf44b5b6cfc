import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { faultWords } from '../../session/fault-words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextArea } from '../../ui/controls/field.tsx';
import css from './review.module.css';

const longest = 4_000;
const languages = ['en', 'zh-CN'] as const;

/** What was approved is not changed: an amendment stands below it, in one language at least. */
export function Amend({ amend }: { amend: (text: Record<string, string>) => Promise<void> }) {
  const { t } = useWords();
  const [texts, setTexts] = useState<Record<(typeof languages)[number], string>>({ 'en': '', 'zh-CN': '' });
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const given = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const send = () => {
    setState({ busy: true, error: null });
    amend(Object.fromEntries(given)).then(() => {
      setTexts({ 'en': '', 'zh-CN': '' });
      setState({ busy: false, error: null });
    }, (error: unknown) => setState({ busy: false, error }));
  };
  return (
    <details className={css.amend} data-testid="amend">
      <summary>{t('written.amend')}</summary>
      <form onSubmit={(event) => { event.preventDefault(); send(); }}>
        <p className="faint small">{t('written.amendText')}</p>
        {languages.map((one) => (
          <TextArea key={one} lang={one} label={t(`language.${one}`)} maxLength={longest} value={texts[one]} onChange={(event) => setTexts({ ...texts, [one]: event.currentTarget.value })} />
        ))}
        {state.error !== null && <p role="alert" className={css.wrong}>{faultWords(state.error).text}</p>}
        <Button submit size="sm" busy={state.busy} disabled={given.length === 0}>{t('written.amendSend')}</Button>
      </form>
    </details>
  );
}
