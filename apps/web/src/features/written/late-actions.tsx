import type { ActionSuggestion, BookletPerson, DraftChange, LateAction, SaidSentence } from '@yaji/contracts';
import { useRef, useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { faultWords } from '../../session/fault-words.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/field.tsx';
import css from './review.module.css';
import { Suggestions } from './suggestions.tsx';
import { useSuggestions } from './use-suggestions.ts';

type Props = {
  actions: readonly LateAction[]; people: readonly BookletPerson[]; change: (change: DraftChange) => Promise<void>;
  room: string; token: string; nameOf: (participantId: string) => string; momentLink: (at: number) => string | null;
};
const empty = { what: '', who: '', by: '', kind: 'action' as LateAction['kind'], said: null as SaidSentence | null };

/** Tasks and decisions that nobody marked while the room was open: those that were said, as far as they sound so, and others by hand. */
export default function LateActions({ actions, people, change, room, token, nameOf, momentLink }: Props) {
  const { t, language } = useWords();
  const { suggestions, error } = useSuggestions(room, token);
  const [form, setForm] = useState(empty);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const what = useRef<HTMLInputElement>(null);
  const send = (wanted: DraftChange, then: () => void = () => undefined) => {
    setState({ busy: true, error: null });
    change(wanted).then(() => { setState({ busy: false, error: null }); then(); }, (fault: unknown) => setState({ busy: false, error: fault }));
  };
  const add = () => send({
    what: 'action',
    action: {
      actionId: crypto.randomUUID(), kind: form.kind, what: form.what, who: people.filter(({ participantId }) => participantId === form.who).map(({ participantId }) => participantId), organisation: null, by: form.by || null,
      ...(form.said && { said: form.said }),
    },
  }, () => setForm(empty));
  // Nothing is taken up unread: it stands in the form first.
  const takeUp = ({ said, kind, who, by }: ActionSuggestion) => {
    setForm({ what: said.text, who: who ?? '', by: by ?? '', kind, said });
    what.current?.focus();
  };
  // Whoever empties it writes something of their own.
  const word = (words: string) => setForm({ ...form, what: words, said: words === '' ? null : form.said });
  return (
    <details className={css.late} data-testid="late-actions">
      <summary>{t('written.lateActions')}{suggestions.length > 0 && ` (${t('written.suggested', { count: suggestions.length })})`}</summary>
      <div className={css.lateBody}>
        <Suggestions suggestions={suggestions} takeUp={takeUp} passOver={({ said }, passed, done) => send({ what: 'pass-over', said, passed }, done)} nameOf={nameOf} momentLink={momentLink} />
        {error !== null && <p role="alert" className={css.wrong}>{faultWords(error).text}</p>}
        <p className="faint small">{t('written.lateActionsText')}</p>
        <ul>
          {actions.map(({ actionId, what: words, by }) => (
            <li key={actionId}>
              <span>{words}{by !== null && <span className="faint"> · {by}</span>}</span>
              <IconButton small label={t('written.dropAction')} onClick={() => send({ what: 'drop-action', actionId })}>×</IconButton>
            </li>
          ))}
        </ul>
        <form onSubmit={(event) => { event.preventDefault(); add(); }}>
          <label><span className="label">{t('written.actionKind')}</span>
            <select value={form.kind} onChange={(event) => setForm({ ...form, kind: event.target.value as LateAction['kind'] })}>
              <option value="action">{t('written.kindAction')}</option><option value="decision">{t('written.kindDecision')}</option>
            </select>
          </label>
          <TextField ref={what} label={t('written.actionWhat')} value={form.what} maxLength={500} onChange={(event) => word(event.currentTarget.value)} />
          <label><span className="label">{t('written.actionWho')}</span>
            <select value={form.who} onChange={(event) => setForm({ ...form, who: event.target.value })}>
              <option value="">{t('written.nobody')}</option>
              {people.map(({ participantId, name }) => <option key={participantId} value={participantId}>{inLanguage(name, language).text}</option>)}
            </select>
          </label>
          <TextField label={t('written.actionBy')} type="date" value={form.by} onChange={(event) => setForm({ ...form, by: event.currentTarget.value })} />
          <Button submit size="sm" busy={state.busy} disabled={form.what.trim() === ''}>{t('written.addAction')}</Button>
        </form>
        {state.error !== null && <p role="alert" className={css.wrong}>{faultWords(state.error).text}</p>}
      </div>
    </details>
  );
}
