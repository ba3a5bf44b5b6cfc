import { IconDeviceTv, IconHelp, IconUsers } from '@tabler/icons-react';
import { runningTopic } from '../../features/agenda/topic-line.ts';
import { TopicLineView } from '../../features/agenda/topic-line.tsx';
import type { DeskCommands } from '../../features/desk/commands.ts';
import { RecordingMark } from '../../features/recording/mark.tsx';
import { ElsewhereMark } from '../../features/stream/elsewhere.tsx';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Button, ButtonLink, IconButton } from '../../ui/controls/button.tsx';
import { Preferences, Seal } from '../../ui/frame.tsx';
import { Local } from '../../ui/name.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import css from './desk.module.css';

export function DeskHead({ view, commands, help }: { view: RoomView; commands: DeskCommands; help: () => void }) {
  const { t } = useWords();
  const { salon, room } = usePlace();
  return (
    <header className={css.head}>
      <Seal />
      <div className={css.about}>
        <h1 className={css.title}><Local of={view.room.title} /> <span className="faint">{t('desk.title')}</span></h1>
        <TopicLineView line={runningTopic(view)} />
      </div>
      <div className={css.aside}>
        <RecordingMark running={view.room.recording.running} />
        <ElsewhereMark stream={view.room.stream} />
        <Preferences />
        <ButtonLink size="sm" variant="quiet" to={paths.room(salon, room)} icon={<IconUsers size={18} aria-hidden />}>{t('room.room')}</ButtonLink>
        <ButtonLink size="sm" variant="quiet" to={paths.hall(salon, room)} icon={<IconDeviceTv size={18} aria-hidden />}>{t('booklet.hall')}</ButtonLink>
        <IconButton label={t('room.help')} onClick={help} data-testid="help"><IconHelp size={22} /></IconButton>
        {view.room.phase === 'open' && <Button size="sm" variant="plain" onClick={commands.closeRoom} data-testid="close-room">{t('desk.closeRoom')}</Button>}
      </div>
    </header>
  );
}
