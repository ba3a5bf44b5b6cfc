import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import { isMe, type RoomView } from '../../../live/room-view.ts';
import { useLive } from '../../../live/seat.tsx';
import { plateOf } from '../../member/plate.ts';
import css from './due-elsewhere.module.css';
import { estimateWords } from './estimate.tsx';

/** Nobody can speak in two rooms at once: oneself is told, and on the desk those who preside. */
export default function DueElsewhere({ view }: { view: RoomView }) {
  const { t, language } = useWords();
  const due = useLive(({ dueElsewhere }) => dueElsewhere);
  if (view.room.phase !== 'open' || due.length === 0) return null;
  return (
    <ul className={css.due} role="status" data-testid="due-elsewhere">
      {due.map(({ participantId, roomId, title, fromMs, toMs }) => {
        const [room, when] = [inLanguage(title, language).text, estimateWords(t, { fromMs, toMs })];
        const words = isMe(view, participantId) ? t('floor.youAreDueElsewhere', { room, when })
          : t('floor.dueElsewhere', { name: inLanguage(plateOf(view.room, participantId).name, language).text, room, when });
        return <li key={`${participantId} ${roomId}`} data-person={participantId}><bdi>{words}</bdi></li>;
      })}
    </ul>
  );
}
