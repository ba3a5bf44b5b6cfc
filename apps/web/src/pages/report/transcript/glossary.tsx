import { IconX } from '@tabler/icons-react';
import type { GlossaryTerm } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { faultWords } from '../../../session/fault-words.ts';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/field.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { Fault } from '../../lost/fault.tsx';
import { listed, most, withTerm } from './glossary-terms.ts';
import type { Preset } from './replace.tsx';
import css from './transcript.module.css';
import { useGlossary } from './use-glossary.ts';

/** `mend`: looks for a misheard name in this transcript. */
type Props = { salon: string; token: string; mend: (preset: Preset) => void };

/** Names as the salon wants them written, and how they are misheard. */
export function Glossary({ salon, token, mend }: Props) {
  const { t } = useWords();
  const { terms, error, again, change } = useGlossary(salon, token);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const send = (to: (terms: readonly GlossaryTerm[]) => GlossaryTerm[], then: () => void = () => undefined) => {
    setState({ busy: true, error: null });
    change(to).then(() => { setState({ busy: false, error: null }); then(); }, (wrong: unknown) => setState({ busy: false, error: wrong }));
  };
  if (error && !terms) return <Fault error={error} again={again} />;
  if (!terms) return <Waiting words={t('app.loading')} />;
  return (
    <section className={css.panel} aria-label={t('transcript.glossary')} data-testid="glossary">
      <p className="faint">{t('transcript.glossaryText')}</p>
      <AddTerm busy={state.busy} isFull={terms.length >= most.terms} add={(term, then) => send((before) => withTerm(before, term), then)} />
      {state.error !== null && <p role="alert" className={css.wrong}>{faultWords(state.error).text}</p>}
      {terms.length === 0 ? <p className="faint">{t('transcript.glossaryNone')}</p> : (
        <ul className={css.terms}>
          {terms.map(({ text, heardAs }) => (
            <li key={text} data-term={text}>
              <strong><bdi>{text}</bdi></strong>
              <span className={css.misheard}>
                {heardAs.map((heard) => <Button key={heard} size="sm" variant="quiet" aria-label={t('transcript.mend', { heard })} onClick={() => mend({ find: heard, replace: text })}><bdi>{heard}</bdi></Button>)}
              </span>
              <IconButton small label={t('transcript.dropTerm', { name: text })} disabled={state.busy} onClick={() => send((before) => before.filter((one) => one.text !== text))}><IconX size={18} /></IconButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type AddProps = { busy: boolean; isFull: boolean; add: (term: GlossaryTerm, then: () => void) => void };

function AddTerm({ busy, isFull, add }: AddProps) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [misheard, setMisheard] = useState('');
  const heardAs = listed(misheard);
  const isTooMuch = heardAs.length > most.heardAs || heardAs.some(({ length }) => length > most.letters);
  const send = () => add({ text: name.trim(), heardAs }, () => {
    setName('');
    setMisheard('');
  });
  if (isFull) return <p className="faint" role="status">{t('transcript.glossaryFull', { most: most.terms })}</p>;
  return (
    <form onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div className={css.pair}>
        <TextField label={t('transcript.term')} value={name} maxLength={most.letters} onChange={(event) => setName(event.currentTarget.value)} autoFocus />
        <TextField label={t('transcript.heardAs')} value={misheard} hint={t('transcript.heardAsHint')} onChange={(event) => setMisheard(event.currentTarget.value)} wrong={isTooMuch ? t('transcript.heardAsWrong') : undefined} />
      </div>
      <p className={css.buttons}><Button submit size="sm" busy={busy} disabled={name.trim() === '' || isTooMuch} data-testid="add-term">{t('written.addAction')}</Button></p>
    </form>
  );
}
