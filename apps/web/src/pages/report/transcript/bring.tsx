import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { faultWords } from '../../../session/fault-words.ts';
import { RestFault } from '../../../session/rest.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { confirm } from '../../../ui/dialog/confirm.tsx';
import { bringCaptions, type FileFaults } from './bring-captions.ts';
import { languageName } from './language-name.ts';
import css from './transcript.module.css';

/** `written`: languages that have lines. */
type Props = { room: string; token: string; languages: readonly string[]; written: ReadonlySet<string>; refresh: () => Promise<void> };
type State = { busy: boolean; faults: FileFaults; wrong: string | null; done: boolean };
const calm: State = { busy: false, faults: [], wrong: null, done: false };

/** A file of captions in the place of all lines in its language. */
export function Bring({ room, token, languages, written, refresh }: Props) {
  const { t, language: page } = useWords();
  const [language, setLanguage] = useState(languages[0] ?? page);
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<State>(calm);
  const send = (chosen: File) => {
    setState({ ...calm, busy: true });
    bringCaptions({ room, token, language, file: chosen }).then(async (faults) => {
      if (faults.length === 0) await refresh();
      setState({ ...calm, faults, done: faults.length === 0 });
    }).catch((error: unknown) => setState({ ...calm, wrong: error instanceof RestFault && error.status === 413 ? t('transcript.tooLarge') : faultWords(error).text }));
  };
  const bring = (chosen: File) => {
    if (!written.has(language)) return send(chosen);
    confirm({ title: t('transcript.bringTitle', { language: languageName(language, page) }), text: t('transcript.bringConfirm'), yes: t('transcript.bringSend'), run: () => send(chosen) });
  };
  return (
    <section className={css.panel} aria-label={t('transcript.bring')} data-testid="bring">
      <p className="faint">{t('transcript.bringText')}</p>
      <form onSubmit={(event) => { event.preventDefault(); if (file) bring(file); }}>
        <div className={css.pair}>
          <label className={css.choice}><span className="label">{t('app.language')}</span>
            <select value={language} onChange={(event) => setLanguage(event.target.value)}>{languages.map((one) => <option key={one} value={one} lang={one}>{languageName(one, one)}</option>)}</select>
          </label>
          <label className={css.choice}><span className="label">{t('transcript.file')}</span>
            <input type="file" accept=".vtt,text/vtt" onChange={(event) => { setFile(event.target.files?.[0] ?? null); setState(calm); }} />
          </label>
        </div>
        <p className={css.buttons}><Button submit size="sm" busy={state.busy} disabled={file === null}>{t('transcript.bringSend')}</Button></p>
      </form>
      {state.wrong !== null && <p role="alert" className={css.wrong}>{state.wrong}</p>}
      {state.faults.length > 0 && (
        <div role="alert" data-testid="file-faults">
          <p className={css.wrong}>{t('transcript.bringWrong')}</p>
          <ul>{state.faults.map(({ path, message }) => <li key={`${path} ${message}`} lang="en">{path}: {message}</li>)}</ul>
        </div>
      )}
      {state.done && <p role="status">{t('transcript.brought')}</p>}
    </section>
  );
}
