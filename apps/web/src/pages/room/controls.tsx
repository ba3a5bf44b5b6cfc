import { IconDoorExit, IconHelp, IconMessageQuestion, IconPhoto, IconPhotoOff } from '@tabler/icons-react';
import { isModerating } from '@yaji/salon';
import { Suspense } from 'react';
import { useNavigate } from 'react-router';
import { Hand } from '../../features/floor/queue/hand.tsx';
import type { QueuePanel, Wish, Withdraw } from '../../features/floor/queue/queue-panel.ts';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useMedia, useSeat } from '../../live/seat.tsx';
import { choose, useChoices } from '../../session/choices.ts';
import { Button, ButtonLink, IconButton } from '../../ui/controls/button.tsx';
import { confirm } from '../../ui/dialog/confirm.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { part } from '../../ui/part/part.ts';
import css from './room.module.css';

const OwnControls = part(() => import('../../features/stage/own/own-controls.tsx').then((own) => ({ default: own.OwnControls })));
const StreamSwitch = part(() => import('../../features/stream/watch/stream-switch.tsx'));

/** `hall`: one is heard through the hall, so that one's own microphone stays shut. */
type Props = { view: RoomView; queue: QueuePanel; hall: boolean; raise: (wish: Wish) => void; withdraw: Withdraw; asking: () => void; help: () => void };

/** Everything one can do, within reach of the thumb. */
export function Controls({ view, queue, hall, raise, withdraw, asking, help }: Props) {
  const { t } = useWords();
  const { salon, room } = usePlace();
  const { live } = useSeat();
  const go = useNavigate();
  const { audioOnly } = useChoices();
  const mine = useMedia(({ mayProduce, microphone, camera }) => mayProduce || microphone.track !== null || camera.track !== null);
  const leave = () => confirm({
    title: t('room.leaveAsk'), text: t('room.leaveText'), yes: t('room.leave'),
    run: () => void live.say('member.leave', {}).then(() => go(paths.booklet(salon))),
  });
  return (
    <footer className={css.controls} data-testid="controls">
      <div className={css.group}>
        {view.room.phase === 'closed' && <ButtonLink to={paths.booklet(salon)}>{t('room.booklet')}</ButtonLink>}
        {view.room.phase === 'open' && <Hand queue={queue} raise={raise} withdraw={withdraw} />}
        <Button variant="plain" icon={<IconMessageQuestion size={20} aria-hidden />} onClick={asking} data-testid="ask"><span className={css.words}>{t('question.ask')}</span></Button>
        {(mine || queue.mine.state === 'speaking') && !hall && <Suspense fallback={null}><OwnControls /></Suspense>}
      </div>
      <div className={css.group}>
        {isModerating(view.me.role) && <ButtonLink variant="plain" to={paths.desk(salon, room)}>{t('room.desk')}</ButtonLink>}
        <IconButton className={css.wide} label={t('room.audioOnly')} aria-pressed={audioOnly} onClick={() => choose({ audioOnly: !audioOnly })}>
          {audioOnly ? <IconPhotoOff size={22} /> : <IconPhoto size={22} />}
        </IconButton>
        <Suspense fallback={null}><StreamSwitch /></Suspense>
        <IconButton label={t('room.help')} onClick={help} data-testid="help"><IconHelp size={22} /></IconButton>
        <IconButton label={t('room.leave')} onClick={leave} data-testid="leave"><IconDoorExit size={22} /></IconButton>
      </div>
    </footer>
  );
}
