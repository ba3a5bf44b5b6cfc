import type { TranscriptLine } from '@yaji/contracts';
import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { faultWords } from '../../../session/fault-words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextArea } from '../../../ui/controls/field.tsx';
import { LineHistory } from './line-history.tsx';
import type { Mending } from './use-mending.ts';
import css from './transcript.module.css';

const longest = 2_000;

/** Other words for one line. Where somebody else has changed it meanwhile, theirs are shown and one chooses; a text that was not touched follows. */
export function LineEditor({ line, mending, close }: { line: TranscriptLine; mending: Mending; close: () => void }) {
  const { t } = useWords();
  const [seen, setSeen] = useState(line.text);
  const [words, setWords] = useState(line.text);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const isUntouched = words === seen;
  if (line.text !== seen && isUntouched) {
    setSeen(line.text);
    setWords(line.text);
  }
  const isTheirs = line.text !== seen && !isUntouched;
  const isSame = words.trim() === '' || isUntouched;
  const send = (before: string) => {
    setState({ busy: true, error: null });
    mending.save(line.lineId, { before, text: words }).then(close, (error: unknown) => setState({ busy: false, error }));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isSame && !isTheirs) send(seen);
  };
  const keepMine = () => {
    setSeen(line.text);
    send(line.text);
  };
  const takeTheirs = () => {
    setSeen(line.text);
    setWords(line.text);
    setState({ busy: false, error: null });
  };
  return (
    <div className={css.editor} data-testid="line-editor">
      <form onSubmit={(event) => { event.preventDefault(); send(seen); }} onKeyDown={keys}>
        <TextArea label={t('transcript.line')} lang={line.language} value={words} maxLength={longest} onChange={(event) => setWords(event.currentTarget.value)} autoFocus
          wrong={state.error === null || isTheirs ? undefined : faultWords(state.error).text} />
        {isTheirs && (
          <div role="alert" className={css.theirs} data-testid="theirs">
            <p>{t('transcript.changed')}</p>
            <blockquote lang={line.language}>{line.text}</blockquote>
            <p className={css.buttons}>
              <Button size="sm" variant="plain" busy={state.busy} disabled={isSame} onClick={keepMine} data-testid="keep-mine">{t('transcript.keepMine')}</Button>
              <Button size="sm" variant="plain" onClick={takeTheirs} data-testid="take-theirs">{t('transcript.takeTheirs')}</Button>
            </p>
          </div>
        )}
        <p className={css.buttons}>
          {!isTheirs && <Button submit size="sm" busy={state.busy} disabled={isSame}>{t('written.save')}</Button>}
          <Button variant="quiet" size="sm" onClick={close}>{t('app.cancel')}</Button>
        </p>
      </form>
      <LineHistory lineId={line.lineId} language={line.language} mending={mending} putBack={setWords} />
    </div>
  );
}
