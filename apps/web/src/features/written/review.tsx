import type { Edition, Written } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { faultWords } from '../../session/fault-words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Switch } from '../../ui/controls/field.tsx';
import { confirm } from '../../ui/dialog/confirm.tsx';
import { Amend } from './amend.tsx';
import css from './review.module.css';
import type { Writing } from './use-written.ts';

type Props = { written: Written; writing: Writing; nameOf: (participantId: string) => string };

/** How the account stands, and to moderators what they may do: draft, reviewed, approved; then only amendments. */
export function ReviewPanel({ written, writing, nameOf }: Props) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    work().catch(setError).finally(() => setBusy(false));
  };
  const { state, draft, kind, editions, isBehind } = written;
  const approve = () => confirm({ title: t(`written.approveTitle.${kind}`), text: t('written.approveText'), yes: t('written.approve'), run: () => run(writing.approve) });
  return (
    <section className={css.review} aria-label={t('written.review')} data-testid="review" data-state={state}>
      <p className={css.state}><strong>{t(`written.state.${state}`)}</strong> <span className="faint">{t(`written.stateText.${state}`)}</span></p>
      {isBehind && <p role="status" className="faint small">{t('written.behind')}</p>}
      {(draft?.notes ?? []).map(({ what, count }) => <p key={what} className="faint small" data-testid="note">{t(`written.note.${what}`, { count })}</p>)}
      {draft && state !== 'approved' && (
        <div className={css.acts}>
          {kind === 'report' && <Switch label={t('written.quotesAgreed')} hint={t('written.quotesAgreedHint')} checked={draft.draft.quotes === 'agreed'} testid="quotes-agreed"
            onChange={(checked) => run(() => writing.change({ what: 'quotes', quotes: checked ? 'agreed' : 'all' }))} />}
          <Switch label={t('written.reviewed')} checked={state === 'reviewed'} testid="reviewed"
            hint={draft.draft.reviewed ? t('written.reviewedBy', { name: nameOf(draft.draft.reviewed.by) }) : undefined}
            onChange={(reviewed) => run(() => writing.change({ what: 'reviewed', reviewed }))} />
          <Button busy={busy} disabled={state !== 'reviewed'} onClick={approve} data-testid="approve">{t('written.approve')}</Button>
        </div>
      )}
      {error !== null && <p role="alert" className={css.wrong}>{faultWords(error).text}</p>}
      <Editions editions={editions} nameOf={nameOf} />
      {draft && state === 'approved' && <Amend amend={writing.amend} />}
    </section>
  );
}

function Editions({ editions, nameOf }: { editions: readonly Edition[]; nameOf: Props['nameOf'] }) {
  const { t, language } = useWords();
  if (editions.length === 0) return null;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <ol className={css.editions} data-testid="editions">
      {editions.map(({ version, approvedBy, approvedAt, upTo, digest }) => (
        <li key={version}>
          {t('written.edition', { version, name: nameOf(approvedBy), when: when.format(approvedAt) })}
          <span className="faint small">{t('written.editionBasis', { upTo })} <code title={digest}>{digest.slice(0, 12)}</code></span>
        </li>
      ))}
    </ol>
  );
}
