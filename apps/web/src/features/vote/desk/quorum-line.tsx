import { useWords } from '../../../i18n/words.ts';
import css from '../vote.module.css';
import type { Attendance } from '../vote-panel.ts';

/** How many who may vote are present or represented, against what is needed. */
export function QuorumLine({ there: { present, entitled, needed, of, met } }: { there: Attendance }) {
  const { t } = useWords();
  return (
    <p className={css.quorum} data-met={met} role="status" data-testid="quorum">
      <strong>{t('quorum.present', { present: present[of], entitled: entitled[of] })}</strong>
      {needed !== null && <span>{t(met ? 'quorum.met' : 'quorum.missing', { needed })}</span>}
    </p>
  );
}
