import { createStore, useStore } from 'zustand';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../controls/button.tsx';
import css from './confirm.module.css';
import { Dialog } from './dialog.tsx';

type Question = { title: string; text: string; yes: string; run: () => void };
const asked = createStore<{ question: Question | null }>(() => ({ question: null }));

/** Asks before something that cannot be taken back. */
export const confirm = (question: Question): void => asked.setState({ question });

export function Confirm() {
  const { t } = useWords();
  const question = useStore(asked, (state) => state.question);
  const close = () => asked.setState({ question: null });
  if (!question) return null;
  return (
    <Dialog title={question.title} onClose={close}>
      <p>{question.text}</p>
      <div className={css.choice}>
        <Button variant="plain" onClick={close}>{t('app.cancel')}</Button>
        <Button data-testid="confirm" onClick={() => { close(); question.run(); }}>{question.yes}</Button>
      </div>
    </Dialog>
  );
}
