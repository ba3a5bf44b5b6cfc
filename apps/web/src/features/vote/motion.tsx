import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import { Button } from '../../ui/controls/button.tsx';
import { confirm } from '../../ui/dialog/confirm.tsx';
import { Local } from '../../ui/name.tsx';
import { Name } from '../member/plate.tsx';
import { BallotView } from './ballot.tsx';
import { ResultView } from './result.tsx';
import { Seconds } from './seconds.tsx';
import css from './vote.module.css';
import type { MotionRow } from './vote-panel.ts';

/** A motion as everybody sees it: what is to be resolved, who stands behind it, how far it is, and what I can do. */
export function MotionView({ motion, say }: { motion: MotionRow; say: Say }) {
  const { t } = useWords();
  const { motionId, stage, put, ballot, busy, maySecond, mayObject, objectionsInMs } = motion;
  const object = () => confirm({ title: t('motion.objectAsk'), text: t('motion.objectText'), yes: t('motion.object'), run: () => void say('motion.object', { motionId }) });
  const speak = (stance: 'pro' | 'contra') => void say('floor.request', { stance });
  return (
    <section className={css.motion} data-motion={motionId} data-stage={stage} data-put={put || undefined}>
      <MotionHead motion={motion} />
      {put && (stage === 'waiting' || stage === 'seconded') && (
        <p className={css.acts}>
          <Button size="sm" variant="light" onClick={() => speak('pro')} data-testid="speak-pro">{t('motion.speakFor')}</Button>
          <Button size="sm" variant="light" onClick={() => speak('contra')} data-testid="speak-contra">{t('motion.speakAgainst')}</Button>
        </p>
      )}
      {maySecond && <p><Button size="sm" disabled={busy} onClick={() => void say('motion.second', { motionId })} data-testid="motion-second">{t('motion.second')}</Button></p>}
      {objectionsInMs !== null && (
        <div className={css.asked} role="status" data-testid="objections">
          <p>{t('motion.objections')} <Seconds ms={objectionsInMs} /></p>
          {mayObject && <Button disabled={busy} onClick={object} data-testid="motion-object">{t('motion.object')}</Button>}
        </div>
      )}
      {ballot && (stage === 'voting' || stage === 'counting') && <BallotView key={ballot.ballotId} ballot={ballot} say={say} />}
      <ResultView motion={motion} />
    </section>
  );
}

/** The text, who moved and who seconded it, and how far it is. */
export function MotionHead({ motion: { title, text, mover, seconder, isAmendment, stage, objectedBy } }: { motion: MotionRow }) {
  const { t } = useWords();
  return (
    <header className={css.head}>
      <p className={css.stage}>{t(isAmendment ? 'motion.amendment' : 'motion.motion')} · {t(`motionStage.${stage}`)}</p>
      <h2 className={css.title}>{title ? <Local of={title} /> : t('motion.erased')}</h2>
      {text && <p className={css.text}><Local of={text} /></p>}
      <p className="faint small">
        {mover && <>{t('motion.mover')} <Name plate={mover} /></>}
        {mover && seconder && ' · '}
        {seconder && <>{t('motion.seconder')} <Name plate={seconder} /></>}
        {objectedBy && <> · {t('motion.objectedBy')} <Name plate={objectedBy} /></>}
      </p>
    </header>
  );
}
