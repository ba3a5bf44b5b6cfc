import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Button } from '../../ui/controls/button.tsx';
import css from './stream.module.css';

const seen = (roomId: RoomView['room']['roomId']) => `yaji.elsewhere.${roomId}`;

/** Told to everybody, once for each start, as soon as it is true, also to those who come later. */
export function ElsewhereNotice({ view: { room: { roomId, stream: { pushes } } } }: { view: RoomView }) {
  const { t } = useWords();
  const [understood, setUnderstood] = useState(() => (sessionStorage.getItem(seen(roomId)) ?? '').split(' '));
  const keys = pushes.map(({ pushId, startedAt }) => `${pushId}/${startedAt}`);
  if (keys.every((key) => understood.includes(key))) return null;
  const close = () => {
    sessionStorage.setItem(seen(roomId), keys.join(' '));
    setUnderstood(keys);
  };
  return (
    <div className={css.notice} role="status" data-testid="elsewhere-notice">
      <span>{t('push.notice', { names: pushes.map(({ label }) => label).join(' · ') })}</span>
      <Button variant="plain" size="sm" onClick={close}>{t('recording.understood')}</Button>
    </div>
  );
}
