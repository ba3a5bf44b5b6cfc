import { useWords } from '../../../i18n/words.ts';
import { Link } from '../../../ui/route/link.tsx';
import css from './transcript.module.css';

/** A time; where it was recorded it leads into the replay. `at`: UTC milliseconds. */
export function MomentTime({ at, time, to }: { at: number; time: string; to: string | null }) {
  const { t } = useWords();
  const shown = <time dateTime={new Date(at).toISOString()}>{time}</time>;
  return to === null ? <span className={css.time}>{shown}</span> : <Link to={to} className={css.time} title={t('transcript.toMoment')}>{shown}</Link>;
}
