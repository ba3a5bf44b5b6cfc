import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Local } from '../../../ui/name.tsx';
import { Places } from '../award.tsx';
import { BoardLink } from '../result.tsx';
import { Turnout } from '../turnout.tsx';
import css from '../vote.module.css';
import type { AwardRow } from '../vote-panel.ts';
import { VotingActs } from './desk-motion.tsx';

/** An award as it is led: the vote, then the result, one place after the other from the last. */
export function DeskAward({ award, say, live }: { award: AwardRow; say: Say; live: boolean }) {
  const { t } = useWords();
  const { awardId, plan, ballot, counted, complete } = award;
  return (
    <section className={css.motion} data-award={awardId} data-stage={stageOf(award)}>
      <header className={css.head}>
        <p className={css.stage}>{t('award.award')} · {t(`awardMethod.${plan.method}`)} · {t('award.nominees', { count: plan.nominees.length })}</p>
        <h2 className={css.title}><Local of={plan.title} /></h2>
      </header>
      {ballot && ballot.status !== 'closed' && <Turnout ballot={ballot} />}
      {counted && <p className="faint small">{t('ballot.votes', { count: ballot?.votes ?? 0 })}</p>}
      <Places award={award} />
      {complete && ballot?.digest && <BoardLink ballotId={ballot.ballotId} digest={ballot.digest} />}
      {live && <Acts award={award} say={say} />}
    </section>
  );
}

const stageOf = ({ complete, counted, ballot }: AwardRow): string => (complete ? 'shown' : counted ? 'counted' : ballot?.status === 'open' ? 'voting' : 'planned');

function Acts({ award: { awardId, plan, ballot, lines, counted, complete, busy }, say }: { award: AwardRow; say: Say }) {
  const { t } = useWords();
  if (ballot?.status === 'open') return <p className={css.acts}><VotingActs ballotId={ballot.ballotId} say={say} /></p>;
  if (!counted) return <p className={css.acts}>{ballot?.status !== 'counting' && <Button size="sm" disabled={busy} onClick={() => void say('award.open', { awardId, closesAfterMs: null })} data-testid="award-open">{t('award.open')}</Button>}</p>;
  if (complete) return null;
  return (
    <p className={css.acts}>
      <Button size="sm" disabled={busy} onClick={() => void say('award.reveal', { awardId, places: lines.length + 1 })} data-testid="award-reveal">{t('award.reveal', { place: plan.nominees.length - lines.length })}</Button>
      <Button size="sm" variant="quiet" disabled={busy} onClick={() => void say('award.reveal', { awardId, places: plan.nominees.length })} data-testid="award-reveal-all">{t('award.revealAll')}</Button>
    </p>
  );
}
