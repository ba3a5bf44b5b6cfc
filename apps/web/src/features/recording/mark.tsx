import { useWords } from '../../i18n/words.ts';
import css from './recording.module.css';

/** Shown as long as the room is recorded. */
export function RecordingMark({ running }: { running: boolean }) {
  const { t } = useWords();
  return running ? <span className={css.mark} data-testid="recording"><span aria-hidden className={css.dot} />{t('recording.on')}</span> : null;
}
