import { runningTopic } from '../../features/agenda/topic-line.ts';
import { TopicLineView } from '../../features/agenda/topic-line.tsx';
import { laneWording } from '../../features/floor/queue/lane-words.ts';
import { Countdown } from '../../features/floor/turn/countdown.tsx';
import type { TurnPanel } from '../../features/floor/turn/turn-panel.ts';
import { RecordingMark } from '../../features/recording/mark.tsx';
import { ElsewhereMark } from '../../features/stream/elsewhere.tsx';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive } from '../../live/seat.tsx';
import { Preferences, Seal } from '../../ui/frame.tsx';
import { Local } from '../../ui/name.tsx';
import css from './room.module.css';

/** Where one is, what is being talked about, and how much of the turn is left. `turn`: null where another clock tells it. */
export function RoomHead({ view, turn }: { view: RoomView; turn: TurnPanel | null }) {
  const { t } = useWords();
  return (
    <header className={css.head}>
      <Seal />
      <div className={css.about}>
        <p className={css.title}><Local of={view.room.title} /></p>
        <TopicLineView line={runningTopic(view)} />
      </div>
      {turn && <span className={css.clock}>{turn.lane !== 'normal' && <span className={css.lane} data-testid="lane">{t(laneWording[turn.lane])}</span>}<Countdown clock={turn.clock} warnMs={turn.warnMs} /></span>}
      <div className={css.aside}>
        <RecordingMark running={view.room.recording.running} />
        <ElsewhereMark stream={view.room.stream} />
        <Present />
        <Preferences />
      </div>
    </header>
  );
}

function Present() {
  const { t } = useWords();
  const { remote, hall } = useLive((state) => state.presence);
  return remote + hall === 0 ? null : <span className={css.present}>{t('room.remote', { count: remote })}{hall > 0 && <> · {t('room.hall', { count: hall })}</>}</span>;
}
