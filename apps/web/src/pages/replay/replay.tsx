import { Frame } from '../../ui/frame.tsx';
import { useWords } from '../../i18n/words.ts';
import { sessionOf } from '../../session/session.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { Slate } from '../../ui/slate.tsx';
import { ServerState } from '../server-state.tsx';
import { Replay } from './left-behind.tsx';

export default function ReplayPage() {
  const { t } = useWords();
  const { salon, room } = usePlace();
  const session = sessionOf(salon);
  return (
    <Frame wide>
      {session ? <ServerState><Replay session={session} salon={salon} room={room} /></ServerState> : (
        <Slate testid="no-session" title={t('replay.needSession')} act={<ButtonLink to={paths.join(salon)}>{t('booklet.join')}</ButtonLink>}><p>{t('replay.needSessionText')}</p></Slate>
      )}
    </Frame>
  );
}
