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
  const { awardId, plan, ballot, lines, counted, complete, busy } = award;
  const open = ballot?.status === 'open' ? ballot : null;
  return (
    <section className={css.motion} data-award={awardId} data-stage={complete ? 'shown' : counted ? 'counted' : open ? 'voting' : 'planned'}>
      <header className={css.head}>
        <p className={css.stage}>{t('award.award')} · {t(`awardMethod.${plan.method}`)} · {t('award.nominees', { count: plan.nominees.length })}</p>
        <h2 className={css.title}><Local of={plan.title} /></h2>
      </header>
      {ballot && !counted && ballot.status !== 'closed' && <Turnout ballot={ballot} />}
      {counted && <p className="faint small">{t('ballot.votes', { count: ballot?.votes ?? 0 })}</p>}
      <Places award={award} />
      {complete && ballot?.digest && <BoardLink ballotId={ballot.ballotId} digest={ballot.digest} />}
      {live && (
        <p className={css.acts}>
          {!counted && (ballot === null || ballot.status === 'closed') && <Button size="sm" disabled={busy} onClick={() => void say('award.open', { awardId, closesAfterMs: null })} data-testid="award-open">{t('award.open')}</Button>}
          {open && <VotingActs ballotId={open.ballotId} say={say} />}
          {counted && !complete && <Button size="sm" disabled={busy} onClick={() => void say('award.reveal', { awardId, places: lines.length + 1 })} data-testid="award-reveal">{t('award.reveal', { place: plan.nominees.length - lines.length })}</Button>}
          {counted && !complete && <Button size="sm" variant="quiet" disabled={busy} onClick={() => void say('award.reveal', { awardId, places: plan.nominees.length })} data-testid="award-reveal-all">{t('award.revealAll')}</Button>}
        </p>
      )}
    </section>
  );
}
