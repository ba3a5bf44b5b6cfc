import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/field.tsx';
import { Slate } from '../../ui/slate.tsx';
import { invitationIn } from './invitation-in.ts';
import css from './join.module.css';

/** Loaded by those who come without a link. */
export default function PasteLink() {
  const { t } = useWords();
  const go = useNavigate();
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState(false);
  const open = () => {
    const path = invitationIn(pasted)?.path ?? null;
    setWrong(path === null);
    if (path !== null) void go(path);
  };
  return (
    <Slate testid="uninvited" title={t('join.needInvitation')}>
      <p>{t('join.needInvitationText')}</p>
      <form className={css.paste} onSubmit={(event) => { event.preventDefault(); open(); }}>
        <TextField label={t('join.paste')} value={pasted} wrong={wrong && t('join.badLink')} onChange={(event) => setPasted(event.currentTarget.value)} />
        <Button submit>{t('join.open')}</Button>
      </form>
    </Slate>
  );
}
