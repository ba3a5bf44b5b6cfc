import { useEffect, useRef } from 'react';
import { say, useWords } from '../../i18n/words.ts';
import { useLive, useSeat } from '../../live/seat.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { tell } from '../../ui/dialog/notices.tsx';
import css from './connection-banner.module.css';

/** Not a dialog: everything stays readable and reachable while the connection is lost. */
export function ConnectionBanner() {
  const { t } = useWords();
  const { live } = useSeat();
  const connection = useLive((state) => state.connection);
  const wasLost = useRef(false);
  const lost = connection === 'reconnecting' || connection === 'stuck';
  useEffect(() => {
    if (wasLost.current && connection === 'live') tell({ text: say('link.back'), tone: 'plain', forMs: 3_000 });
    wasLost.current = lost || (wasLost.current && connection !== 'live');
  }, [connection, lost]);
  return (
    <div role="status" className={css.place}>
      {lost && (
        <p className={css.banner} data-testid="reconnecting">
          {t(connection === 'stuck' ? 'link.stuck' : 'link.reconnecting')}
          {connection === 'stuck' && <Button size="sm" variant="plain" onClick={live.retry}>{t('link.retry')}</Button>}
        </p>
      )}
    </div>
  );
}

/** `data-state` of a room's root. */
export const useLinkState = (): 'live' | 'reconnecting' => useLive(({ connection }) => (connection === 'live' ? 'live' : 'reconnecting'));
