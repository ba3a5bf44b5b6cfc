import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import { laneWording } from '../../floor/queue/lane-words.ts';
import type { HallTurn } from './hall-panel.ts';
import css from './hall-words.module.css';

/** What is special about the turn under way; nothing where it is a turn like any other. */
export function HallWords({ turn }: { turn: HallTurn }) {
  const { t, language } = useWords();
  const { lane, interrupts, interpreter, closesInMs, time } = turn;
  const name = (of: HallTurn['speaker']) => inLanguage(of.name, language).text || t('people.unnamed');
  return (
    <div className={css.words} aria-live="polite" data-testid="hall-words">
      {lane !== 'normal' && <strong className={css.lane} data-testid="hall-lane">{t(laneWording[lane])}</strong>}
      {interpreter && <span data-testid="hall-interpreter"><bdi>{t('hall.interprets', { name: name(interpreter) })}</bdi></span>}
      {interrupts && <span data-testid="hall-interrupts"><bdi>{t('hall.waits', { name: name(interrupts) })}</bdi></span>}
      {closesInMs !== null ? <strong className={css.close} data-testid="hall-close">{t('hall.closes', { seconds: Math.ceil(closesInMs / 1_000) })}</strong>
        : time === 'over' ? <strong className={css.close}>{t('hall.timeUp')}</strong>
        : time === 'warned' && <strong className={css.warn}>{t('hall.warned')}</strong>}
    </div>
  );
}
