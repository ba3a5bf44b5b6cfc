import type { BallotId, ParticipantId } from '@yaji/contracts';
import { useWords } from '../../i18n/words.ts';
import { paths } from '../../ui/route/paths.ts';
import { receiptOf } from './receipts.ts';
import css from './vote.module.css';

/** The number by which I find my vote on the bulletin board; only in the browser that cast it. */
export function ReceiptView({ ballotId, elector }: { ballotId: BallotId; elector: ParticipantId }) {
  const { t } = useWords();
  const receipt = receiptOf(ballotId, elector);
  if (!receipt) return <p className="faint small">{t('ballot.elsewhere')}</p>;
  return (
    <details className={css.receipt} data-testid="receipt">
      <summary>{t('ballot.receipt')}</summary>
      <p className="faint small">{t('ballot.receiptHint')}</p>
      <p><code data-testid="tracker">{receipt.tracker}</code></p>
      {/* Another page, so that nobody leaves the room by it. */}
      <p><a href={paths.verify(ballotId)} target="_blank" rel="noopener">{t('ballot.verify')}</a></p>
    </details>
  );
}
