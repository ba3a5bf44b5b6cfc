import { type ReactNode, useEffect } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive, useRoomView, useSeat } from '../../live/seat.tsx';
import { forgetSession } from '../../session/session.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Moment } from '../../ui/moment.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { Slate } from '../../ui/slate.tsx';
import { Waiting } from '../../ui/waiting.tsx';

/** What stands before the room: connecting, the lobby, a closed door. Behind it the room stays drawn, even while the connection is lost. */
export function Threshold({ children }: { children: (view: RoomView) => ReactNode }) {
  const { t } = useWords();
  const { live, media } = useSeat();
  const connection = useLive((state) => state.connection);
  const view = useRoomView();
  useEffect(() => {
    window.__yaji = { inbound: media.inbound, held: () => live.store.getState().held };
    return () => { delete window.__yaji; };
  }, [live, media]);
  if (connection === 'ended') return <Door state="ended"><Ended /></Door>;
  if (connection === 'lobby') return <Door state="lobby"><Lobby /></Door>;
  if (!view) return <Door state={connection === 'connecting' ? 'connecting' : 'reconnecting'}><Waiting words={t('room.connecting')} /></Door>;
  return children(view);
}

function Door({ state, children }: { state: string; children: ReactNode }) {
  return <div data-testid="room" data-state={state}><Frame>{children}</Frame></div>;
}

function Lobby() {
  const { t } = useWords();
  const standing = useLive((state) => state.standing);
  switch (standing?.state) {
    case 'declined': return <Slate testid="declined" title={t('lobby.declined')}><p>{t('lobby.declinedText')}</p><Message text={standing.message} /></Slate>;
    case 'removed': return <Ended />;
    case 'not-open-yet': {
      const [before, after] = t('room.notOpenYetText', { when: '\n' }).split('\n');
      return (
        <Slate testid="not-open" title={t('room.notOpenYet')}>
          {standing.opensAt === undefined ? <p>{t('room.notOpenSoon')}</p> : <p>{before}<strong><Moment at={standing.opensAt} day /></strong>{after}</p>}
        </Slate>
      );
    }
    case 'waiting': case undefined: return <Slate testid="lobby" title={t('lobby.title')}><p>{t('lobby.text')}</p><Message text={standing?.message} /></Slate>;
  }
}

function Message({ text }: { text: string | undefined }) {
  const { t } = useWords();
  return text ? <p>{t('lobby.message')} <bdi>{text}</bdi></p> : null;
}

function Ended() {
  const { t } = useWords();
  const { salon } = usePlace();
  const ended = useLive((state) => state.ended);
  useEffect(() => {
    // What the server does not know any more is of no use to the next page either.
    if (ended === 'live/unauthorised') forgetSession(salon);
  }, [ended, salon]);
  const back = <ButtonLink to={paths.booklet(salon)}>{t('room.booklet')}</ButtonLink>;
  if (ended === null || ended === 'member/removed') return <Slate testid="removed" title={t('lobby.removed')} act={back}><p>{t('lobby.removedText')}</p></Slate>;
  return <Slate testid="ended" title={t('lobby.ended')} act={back}><p>{t(ended === 'live/unauthorised' ? 'lobby.endedSession' : 'lobby.endedRoom')}</p></Slate>;
}
