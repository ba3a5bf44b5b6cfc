import { IconBroadcast } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { PushLine } from './push-panel.ts';
import { PushStateWords } from './push-state.tsx';
import css from './stream.module.css';

type Props = { view: RoomView; say: Say; lines: readonly PushLine[]; open: () => void; children: ReactNode };

/** Where else the room is shown, in sight of whoever presides; and the way to the addresses. */
export function DeskPushes({ view: { pending }, say, lines, open, children }: Props) {
  const { t } = useWords();
  return (
    <section className={css.desk}>
      {lines.length > 0 && (
        <ul className={css.lines} data-testid="pushes">
          {lines.map((line) => (
            <li key={line.pushId} data-state={line.state}>
              <span className={css.what}><bdi className={css.name}>{line.label}</bdi> <PushStateWords line={line} /></span>
              {line.state !== 'failed' && <Button size="sm" variant="quiet" busy={pendingOf(pending, 'stream.stopPush')} aria-label={t('push.stopOf', { name: line.label })} onClick={() => void say('stream.stopPush', { pushId: line.pushId })} data-testid="push-end">{t('push.stop')}</Button>}
            </li>
          ))}
        </ul>
      )}
      <p><Button size="sm" variant="plain" icon={<IconBroadcast size={18} aria-hidden />} onClick={open} data-testid="push">{t('push.open')}</Button></p>
      {children}
    </section>
  );
}
