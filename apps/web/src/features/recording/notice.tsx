import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import css from './recording.module.css';

export function RecordingMark({ running }: { running: boolean }) {
  const { t } = useWords();
  return running ? <span className={css.mark} data-testid="recording"><span aria-hidden className={css.dot} />{t('recording.on')}</span> : null;
}

const seen = (roomId: string) => `yaji.recorded.${roomId}`;

/** Told before and at the start: said to everybody once per visit, as soon as it is true. */
export function RecordingNotice({ running, roomId }: { running: boolean; roomId: string }) {
  const { t } = useWords();
  const [understood, setUnderstood] = useState(() => sessionStorage.getItem(seen(roomId)) !== null);
  if (!running || understood) return null;
  const close = () => {
    sessionStorage.setItem(seen(roomId), '1');
    setUnderstood(true);
  };
  return (
    <div className={css.notice} role="status" data-testid="recording-notice">
      <span>{t('recording.notice')}</span>
      <Button variant="plain" size="sm" onClick={close}>{t('recording.understood')}</Button>
    </div>
  );
}
