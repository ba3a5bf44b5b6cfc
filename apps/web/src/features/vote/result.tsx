import type { BallotId } from '@yaji/contracts';
import { useWords } from '../../i18n/words.ts';
import { Local } from '../../ui/name.tsx';
import { paths } from '../../ui/route/paths.ts';
import { Name } from '../member/plate.tsx';
import { ReceiptView } from './receipt.tsx';
import { hasReceipt } from './receipts.ts';
import css from './vote.module.css';
import type { BallotRow, MotionRow } from './vote-panel.ts';

/** There is something to tell of it. */
export const isOver = (stage: MotionRow['stage']): boolean => stage === 'decided' || stage === 'tied' || stage === 'void';

const parts = ['yes', 'no', 'abstain'] as const;

/** What was decided: the sentence that is stored, a bar, and who voted how where that is told. `large`: on a projector. */
export function ResultView({ motion: { sentence, result, ballot, stage }, large = false }: { motion: MotionRow; large?: boolean }) {
  if (!sentence || !result || !isOver(stage)) return null;
  const closed = ballot?.status === 'closed' ? ballot : null;
  return (
    <div className={css.result} data-outcome={result.outcome} data-large={large || undefined} role="status" data-testid="vote-result">
      <p className={css.sentence}><Local of={sentence} /></p>
      <Figures result={result} />
      {closed && !large && <Told ballot={closed} />}
      {closed?.digest && <BoardLink ballotId={closed.ballotId} digest={closed.digest} large={large} />}
    </div>
  );
}

function Figures({ result }: { result: NonNullable<MotionRow['result']> }) {
  const { t } = useWords();
  if (result.yes + result.no + result.abstain === 0) return null;
  return (
    <>
      <p className={css.bar} aria-hidden>{parts.map((part) => result[part] > 0 && <span key={part} data-part={part} style={{ flexGrow: result[part] }} />)}</p>
      <ul className={css.figures}>{parts.map((part) => <li key={part} data-part={part}><span>{t(`choice.${part}`)}</span> <strong>{result[part]}</strong></li>)}</ul>
    </>
  );
}

/** Names, or pseudonyms; and my own receipts. */
function Told({ ballot: { ballotId, named, mine, secret } }: { ballot: BallotRow }) {
  const { t } = useWords();
  return (
    <>
      {named.length > 0 && (
        <details className={css.roll}>
          <summary>{t('ballot.roll')}</summary>
          <ul>{named.map(({ plate, pseudonym, choice, weight }) => <li key={plate?.participantId ?? pseudonym}><span>{plate ? <Name plate={plate} /> : <code>{pseudonym?.slice(0, 8)}</code>}</span><span>{t(`choice.${choice as 'yes'}`)}{weight > 1 && ` · ${weight}`}</span></li>)}</ul>
        </details>
      )}
      {secret && mine.filter(({ elector }) => hasReceipt(ballotId, elector)).map(({ elector }) => <ReceiptView key={elector} ballotId={ballotId} elector={elector} />)}
    </>
  );
}

/** Where anybody checks the count, and by which number it is recognised. */
export function BoardLink({ ballotId, digest, large = false }: { ballotId: BallotId; digest: string; large?: boolean }) {
  const { t } = useWords();
  return (
    <p className="faint small">
      {large ? t('ballot.board') : <a href={paths.verify(ballotId)} target="_blank" rel="noopener" data-testid="verify-link">{t('ballot.board')}</a>} <code className={css.digest}>{digest.slice(0, 16)}</code>
    </p>
  );
}
