import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/field.tsx';
import { Frame } from '../../ui/frame.tsx';
import { useTitle } from '../../ui/route/title.ts';
import { Slate } from '../../ui/slate.tsx';
import { ServerState } from '../server-state.tsx';
import { forgetKey, keepKey, keyIn, takeKey } from './operator-key.ts';
import css from './ops.module.css';
import { House } from './house.tsx';

/** How the house stands, for whoever holds the operator's key. */
export default function OpsPage() {
  const { t } = useWords();
  const [key, setKey] = useState(takeKey);
  const [refused, setRefused] = useState(false);
  useTitle(t('ops.title'));
  useEffect(() => {
    // The link may be opened in a tab that shows this page already.
    const brought = () => {
      setKey(takeKey());
      setRefused(false);
    };
    window.addEventListener('hashchange', brought);
    return () => window.removeEventListener('hashchange', brought);
  }, []);
  const refuse = () => {
    forgetKey();
    setKey(null);
    setRefused(true);
  };
  const enter = (given: string) => {
    keepKey(given);
    setKey(given);
    setRefused(false);
  };
  return (
    <Frame wide>
      {key === null ? <KeyField refused={refused} enter={enter} /> : <ServerState><House operator={key} refuse={refuse} /></ServerState>}
    </Frame>
  );
}

function KeyField({ refused, enter }: { refused: boolean; enter: (key: string) => void }) {
  const { t } = useWords();
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState(refused);
  const open = () => {
    const key = keyIn(pasted);
    setWrong(key === null);
    if (key !== null) enter(key);
  };
  return (
    <Slate testid="ops-key" title={t('ops.title')}>
      <p>{t('ops.needKey')}</p>
      <form className={css.key} onSubmit={(event) => { event.preventDefault(); open(); }}>
        <TextField type="password" autoComplete="off" label={t('ops.key')} value={pasted} wrong={wrong && t('ops.wrongKey')} onChange={(event) => { setPasted(event.currentTarget.value); setWrong(false); }} />
        <Button submit>{t('ops.open')}</Button>
      </form>
    </Slate>
  );
}
