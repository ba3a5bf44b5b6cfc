import { dayOf, timeOf, zoneName } from '../i18n/times.ts';
import { useWords } from '../i18n/words.ts';

type Props = { at: number; timeZone?: string | undefined; day?: boolean };

/** A time in the reader's zone; the salon's zone is told on hover and to screen readers when it differs. */
export function Moment({ at, timeZone, day = false }: Props) {
  const { t, language } = useWords();
  const write = (zone?: string) => (day ? `${dayOf(at, { language, timeZone: zone })}, ` : '') + timeOf(at, { language, timeZone: zone });
  const there = timeZone === undefined ? null : `${write(timeZone)} ${zoneName(at, { language, timeZone })}`;
  const differs = timeZone !== undefined && write(timeZone) !== write();
  return (
    <time dateTime={new Date(at).toISOString()} title={there === null ? undefined : t('booklet.salonZone', { time: there })}>
      {write()}
      {differs && there !== null && <span className="sr"> ({t('booklet.salonZone', { time: there })})</span>}
    </time>
  );
}
