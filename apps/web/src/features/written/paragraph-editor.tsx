import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { faultWords } from '../../session/fault-words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextArea } from '../../ui/controls/field.tsx';
import css from './document.module.css';

const longest = 4_000;

/** `save` rejects where the server says no; null: the computed words again. */
type Props = { text: string; isRewritten: boolean; save: (text: string | null) => Promise<void>; close: () => void };

/** Other words for one paragraph. */
export default function ParagraphEditor({ text, isRewritten, save, close }: Props) {
  const { t } = useWords();
  const [words, setWords] = useState(text);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const send = (next: string | null) => {
    setState({ busy: true, error: null });
    save(next).then(close, (error: unknown) => setState({ busy: false, error }));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && words.trim() !== '') send(words);
  };
  return (
    <form className={css.editor} onSubmit={(event) => { event.preventDefault(); send(words); }} onKeyDown={keys} data-testid="paragraph-editor">
      <TextArea label={t('written.words')} value={words} maxLength={longest} onChange={(event) => setWords(event.currentTarget.value)} autoFocus wrong={state.error === null ? undefined : faultWords(state.error).text} />
      <div className={css.acts}>
        <Button submit size="sm" busy={state.busy} disabled={words.trim() === '' || words === text}>{t('written.save')}</Button>
        {isRewritten && <Button variant="plain" size="sm" onClick={() => send(null)}>{t('written.computedAgain')}</Button>}
        <Button variant="quiet" size="sm" onClick={close}>{t('app.cancel')}</Button>
      </div>
    </form>
  );
}
