import { useWords } from '../../../i18n/words.ts';
import { Local, OtherScript } from '../../../ui/name.tsx';
import { Name } from '../../member/plate.tsx';
import { Places } from '../award.tsx';
import { BoardLink, isOver, ResultView } from '../result.tsx';
import { Seconds } from '../seconds.tsx';
import { Turnout } from '../turnout.tsx';
import type { AwardRow, MotionRow } from '../vote-panel.ts';
import css from './large.module.css';

/** The motion before the room, as it is read from fifteen metres: its text, how far the vote is, the result. */
export function MotionLarge({ motion }: { motion: MotionRow }) {
  const { t } = useWords();
  const { title, text, mover, seconder, stage, ballot, objectionsInMs, isAmendment } = motion;
  const voting = stage === 'voting' || stage === 'counting';
  return (
    <section className={css.large} data-testid="hall-motion" data-stage={stage}>
      <p className={css.title}>{title ? <><Local of={title} /> <OtherScript of={title} className={css.other} /></> : t('motion.erased')}</p>
      {!isOver(stage) && text && <p className={css.text}><Local of={text} /></p>}
      <p className={css.who}>
        {isAmendment && <>{t('motion.amendment')} · </>}
        {mover && <>{t('motion.mover')} <Name plate={mover} /></>}{seconder && <> · {t('motion.seconder')} <Name plate={seconder} /></>}
      </p>
      {objectionsInMs !== null && <p className={css.call}>{t('hall.objections')} <Seconds ms={objectionsInMs} /></p>}
      {voting && ballot && <div className={css.voting}><p className={css.call}>{t('hall.voteHow')}</p><Turnout ballot={ballot} /></div>}
      <ResultView motion={motion} large />
    </section>
  );
}

/** Beside whoever speaks to it. */
export function MotionBeside({ motion: { title, stage, ballot, sentence, objectionsInMs } }: { motion: MotionRow }) {
  const { t } = useWords();
  const voting = stage === 'voting' || stage === 'counting';
  return (
    <div className={css.beside} data-testid="hall-motion" data-stage={stage}>
      <p className={css.title}>{title ? <Local of={title} /> : t('motion.erased')}</p>
      {objectionsInMs !== null && <p>{t('hall.objections')} <Seconds ms={objectionsInMs} /></p>}
      {voting && ballot && <Turnout ballot={ballot} />}
      {sentence && isOver(stage) && <p><Local of={sentence} /></p>}
    </div>
  );
}

/** The award: who is nominated and how many have voted, then the places as they are shown. */
export function AwardLarge({ award }: { award: AwardRow }) {
  const { t } = useWords();
  const { plan, ballot, lines, complete, counted } = award;
  return (
    <section className={css.large} data-testid="hall-award">
      <p className={css.title}><Local of={plan.title} /> <OtherScript of={plan.title} className={css.other} /></p>
      {lines.length === 0 && <ul className={css.nominees}>{plan.nominees.map(({ optionId, title, picture }) => <li key={optionId}>{picture && <img src={`/api/pictures/${picture}`} alt="" />}<span><Local of={title} /></span></li>)}</ul>}
      {ballot && ballot.status !== 'closed' && <div className={css.voting}><p className={css.call}>{t('hall.voteHow')}</p><Turnout ballot={ballot} /></div>}
      {counted && lines.length === 0 && <p className={css.call}>{t('award.counted')}</p>}
      <Places award={award} large />
      {complete && ballot?.digest && <BoardLink ballotId={ballot.ballotId} digest={ballot.digest} large />}
    </section>
  );
}
