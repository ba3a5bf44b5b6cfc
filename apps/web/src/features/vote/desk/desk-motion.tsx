import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { confirm } from '../../../ui/dialog/confirm.tsx';
import { MotionHead } from '../motion.tsx';
import { ResultView } from '../result.tsx';
import { Seconds } from '../seconds.tsx';
import { Turnout } from '../turnout.tsx';
import css from '../vote.module.css';
import type { MotionRow } from '../vote-panel.ts';
import { OpenVote } from './open-vote.tsx';

/** A motion with what leads it on: before the room, objections, the vote, its end. */
export function DeskMotion({ motion, say, live }: { motion: MotionRow; say: Say; live: boolean }) {
  const { t } = useWords();
  const { motionId, stage, put, ballot, objectionsInMs } = motion;
  return (
    <section className={css.motion} data-motion={motionId} data-stage={stage} data-put={put || undefined}>
      <MotionHead motion={motion} />
      {objectionsInMs !== null && <p className={css.asked} role="status">{t('motion.objections')} <Seconds ms={objectionsInMs} /></p>}
      {ballot && (stage === 'voting' || stage === 'counting') && <Turnout ballot={ballot} />}
      {live && <Acts motion={motion} say={say} />}
      <ResultView motion={motion} />
    </section>
  );
}

function Acts({ motion, say }: { motion: MotionRow; say: Say }) {
  const { stage, ballot } = motion;
  if (ballot && stage === 'voting') return <div className={css.acts}><VotingActs ballotId={ballot.ballotId} say={say} /></div>;
  if (ballot && stage === 'tied') return <div className={css.acts}><TieActs ballotId={ballot.ballotId} say={say} /></div>;
  return stage === 'counting' || stage === 'objections' ? null : <Leading motion={motion} say={say} />;
}

/** While nothing is asked: before the room or away, to the vote, back to its mover. */
function Leading({ motion: { motionId, stage, put, busy, mayOpen, isDecided, ...motion }, say }: { motion: MotionRow; say: Say }) {
  const { t } = useWords();
  const [opening, setOpening] = useState(false);
  const withdraw = () => confirm({ title: t('motion.withdrawAsk'), text: t('motion.withdrawText'), yes: t('motion.withdraw'), run: () => void say('motion.withdraw', { motionId }) });
  if (stage === 'withdrawn') return null;
  return (
    <div className={css.acts}>
      {put
        ? <Button size="sm" variant="quiet" disabled={busy} onClick={() => void say('motion.put', { motionId: null })}>{t('motion.takeAway')}</Button>
        : <Button size="sm" variant="light" disabled={busy} onClick={() => void say('motion.put', { motionId })} data-testid="motion-put">{t('motion.put')}</Button>}
      {mayOpen && <Button size="sm" disabled={busy} onClick={() => setOpening(true)} data-testid="vote-prepare">{t(isDecided ? 'ballot.correct' : 'ballot.prepare')}</Button>}
      {!isDecided && <Button size="sm" variant="quiet" disabled={busy} onClick={withdraw}>{t('motion.withdraw')}</Button>}
      {opening && <OpenVote motionId={motionId} planned={motion.terms} isDecided={isDecided} say={say} close={() => setOpening(false)} />}
    </div>
  );
}

type Voting = { ballotId: NonNullable<MotionRow['ballot']>['ballotId']; say: Say };

/** Asked once more, since neither can be taken back. */
export function VotingActs({ ballotId, say }: Voting) {
  const { t } = useWords();
  return (
    <>
      <Button size="sm" onClick={() => confirm({ title: t('ballot.closeAsk'), text: t('ballot.closeText'), yes: t('ballot.close'), run: () => void say('ballot.close', { ballotId }) })} data-testid="vote-close">{t('ballot.close')}</Button>
      <Button size="sm" variant="quiet" onClick={() => confirm({ title: t('ballot.cancelAsk'), text: t('ballot.cancelText'), yes: t('ballot.cancel'), run: () => void say('ballot.cancel', { ballotId }) })} data-testid="vote-cancel">{t('ballot.cancel')}</Button>
    </>
  );
}

function TieActs({ ballotId, say }: Voting) {
  const { t } = useWords();
  const decide = (carried: boolean) => confirm({ title: t('ballot.tieAsk'), text: t(carried ? 'ballot.tieCarried' : 'ballot.tieLost'), yes: t('ballot.tieDecide'), run: () => void say('ballot.decideTie', { ballotId, carried }) });
  return (
    <>
      <Button size="sm" onClick={() => decide(true)} data-testid="tie-carried">{t('ballot.tieFor')}</Button>
      <Button size="sm" variant="light" onClick={() => decide(false)} data-testid="tie-lost">{t('ballot.tieAgainst')}</Button>
    </>
  );
}
