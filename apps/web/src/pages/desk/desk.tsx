import { MantineProvider } from '@mantine/core';
import { isModerating } from '@yaji/salon';
import '@mantine/core/styles/default-css-variables.css';
// Before the parts that are made of it: they say more.
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/SegmentedControl.css';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { useScheme } from '../../ui/look/scheme.ts';
import { theme } from '../../ui/look/theme.ts';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { Slate } from '../../ui/slate.tsx';
import { Doorway } from '../room/doorway.tsx';
import { DeskScreen } from './desk-screen.tsx';
import '../../ui/look/mantine.css';

export default function DeskPage() {
  const scheme = useScheme();
  return (
    <MantineProvider theme={theme} withCssVariables={false} {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })} defaultColorScheme="auto">
      <Doorway>{(view) => (isModerating(view.me.role) ? <DeskScreen view={view} /> : <NotYours view={view} />)}</Doorway>
    </MantineProvider>
  );
}

function NotYours({ view: { me } }: { view: RoomView }) {
  const { t } = useWords();
  const { salon, room } = usePlace();
  return (
    <div data-testid="room" data-state="live" data-role={me.role}>
      <Frame><Slate title={t('desk.forModerators')} act={<ButtonLink to={paths.room(salon, room)}>{t('desk.toRoom')}</ButtonLink>}><p>{t('desk.forModeratorsText')}</p></Slate></Frame>
    </div>
  );
}
