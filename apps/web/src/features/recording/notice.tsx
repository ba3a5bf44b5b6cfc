import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ElsewhereNotice } from '../stream/notice.tsx';
import css from './recording.module.css';

const seen = (roomId: RoomView['room']['roomId']) => `yaji.recorded.${roomId}`;

/** What everybody has to know of who else sees and hears this: that it is recorded, and that it is shown elsewhere. */
export default function Notices({ view }: { view: RoomView }) {
  return <><RecordingNotice view={view} /><ElsewhereNotice view={view} /></>;
}

/** Told to everybody, once for each start, as soon as it is true, also to those who come later; and that it is over. */
function RecordingNotice({ view: { room: { roomId, recording: { running, pieces } } } }: { view: RoomView }) {
  const { t } = useWords();
  const begun = String(pieces.at(-1)?.startedAt ?? '');
  const [understood, setUnderstood] = useState(() => sessionStorage.getItem(seen(roomId)));
  const [ran, setRan] = useState(running);
  if (running && !ran) setRan(true);
  if (running ? understood === begun : !ran) return null;
  const close = () => {
    setRan(running);
    if (!running) return;
    sessionStorage.setItem(seen(roomId), begun);
    setUnderstood(begun);
  };
  return (
    <div className={css.notice} role="status" data-testid={running ? 'recording-notice' : 'recording-stopped'}>
      <span>{t(running ? 'recording.notice' : 'recording.stopped')}</span>
      <Button variant="plain" size="sm" onClick={close}>{t('recording.understood')}</Button>
    </div>
  );
}
