import { useWords } from '../../i18n/words.ts';
import { sessionOf } from '../../session/session.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { Slate } from '../../ui/slate.tsx';
import { ServerState } from '../server-state.tsx';
import { Written } from './written.tsx';

export default function ReportPage() {
  const { t } = useWords();
  const { salon } = usePlace();
  const session = sessionOf(salon);
  return (
    <Frame wide>
      {session ? <ServerState><Written session={session} salon={salon} /></ServerState> : (
        <Slate testid="no-session" title={t('written.needSession')} act={<ButtonLink to={paths.join(salon)}>{t('booklet.join')}</ButtonLink>}><p>{t('written.needSessionText')}</p></Slate>
      )}
    </Frame>
  );
}
