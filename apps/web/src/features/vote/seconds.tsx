import { useWords } from '../../i18n/words.ts';

/** What is left, in minutes and seconds. */
export function Seconds({ ms }: { ms: number }) {
  const { t } = useWords();
  const seconds = Math.ceil(ms / 1_000);
  return <span className="figures" role="timer" aria-label={t('ballot.left', { seconds })}>{Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}</span>;
}
