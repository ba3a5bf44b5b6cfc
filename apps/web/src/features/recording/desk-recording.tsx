import type { RecordingTrouble } from '@yaji/contracts';
import { asClock } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useServerNow } from '../../live/seat.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { usePlace } from '../../ui/route/paths.ts';
import type { DeskCommands } from '../desk/commands.ts';
import { Jobs } from './jobs.tsx';
import { RecordingMark } from './mark.tsx';
import type { RecordingPanel } from './recording-panel.ts';
import css from './recording.module.css';
import { Troubles } from './troubles.tsx';
import { useRoomJobs } from './use-room-jobs.ts';

type Props = { panel: RecordingPanel; say: Say; commands: DeskCommands; open: boolean; room: RoomView['room']; troubles: readonly RecordingTrouble[] };

export function DeskRecording({ panel: { running, startedAt, busy }, say, commands, open, room, troubles }: Props) {
  const { t } = useWords();
  const now = useServerNow(1_000);
  const { jobs, wishes } = useRoomJobs(usePlace());
  return (
    <section className={css.jobs}>
      <div className={css.line}>
        <span>{running ? <><RecordingMark running /> {startedAt !== null && <span className="faint figures">{asClock(now - startedAt)}</span>}</> : <span className="faint">{t('recording.off')}</span>}</span>
        {open && <Button size="sm" variant="plain" busy={busy} onClick={() => { if (running) commands.stopRecording(); else void say('recording.start', {}); }} data-testid="record">{t(running ? 'recording.stop' : 'recording.start')}</Button>}
      </div>
      {running && <Troubles troubles={troubles} room={room} />}
      <Jobs jobs={jobs} wishes={wishes} />
    </section>
  );
}
