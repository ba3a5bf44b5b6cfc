import type { BookletPerson, DraftChange, LateAction } from '@yaji/contracts';
import { useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { faultWords } from '../../session/fault-words.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/field.tsx';
import css from './review.module.css';

type Props = { actions: readonly LateAction[]; people: readonly BookletPerson[]; change: (change: DraftChange) => Promise<void> };
const empty = { what: '', who: '', by: '', kind: 'action' as LateAction['kind'] };

/** Tasks and decisions that nobody marked while the room was open. */
export function LateActions({ actions, people, change }: Props) {
  const { t, language } = useWords();
  const [form, setForm] = useState(empty);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const send = (wanted: DraftChange, then: () => void = () => undefined) => {
    setState({ busy: true, error: null });
    change(wanted).then(() => { setState({ busy: false, error: null }); then(); }, (error: unknown) => setState({ busy: false, error }));
  };
  const add = () => send({
    what: 'action',
    action: { actionId: crypto.randomUUID(), kind: form.kind, what: form.what, who: people.filter(({ participantId }) => participantId === form.who).map(({ participantId }) => participantId), organisation: null, by: form.by || null },
  }, () => setForm(empty));
  return (
    <details className={css.late} data-testid="late-actions">
      <summary>{t('written.lateActions')}</summary>
      <p className="faint small">{t('written.lateActionsText')}</p>
      <ul>
        {actions.map(({ actionId, what, by }) => (
          <li key={actionId}>
            <span>{what}{by !== null && <span className="faint"> · {by}</span>}</span>
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
        <TextField label={t('written.actionWhat')} value={form.what} maxLength={500} onChange={(event) => setForm({ ...form, what: event.currentTarget.value })} />
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
    </details>
  );
}
