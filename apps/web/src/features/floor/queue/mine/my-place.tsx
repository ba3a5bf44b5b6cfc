import { Suspense, useState } from 'react';
import { useWords } from '../../../../i18n/words.ts';
import { Button } from '../../../../ui/controls/button.tsx';
import { EstimateWords } from '../estimate.tsx';
import type { QueuePanel, QueueRow, Withdraw } from '../queue-panel.ts';
import { part } from '../../../../ui/part/part.ts';
import css from '../queue.module.css';
import { laneWording } from '../lane-words.ts';

const Reasons = part(() => import('./reasons.tsx'));

type Props = { panel: QueuePanel; withdraw: Withdraw };

/** Where one stands, with each of one's hands, and every reason for it. Kept in sight while the list is longer than the screen. */
export function MyPlace({ panel, withdraw }: Props) {
  const { t } = useWords();
  if (panel.own.length === 0) return null;
  return (
    <section className={css.mine} data-testid="my-place" aria-label={t('floor.myPlace')}>
      {panel.own.map((row) => <Own key={row.entryId} row={row} panel={panel} withdraw={withdraw} />)}
    </section>
  );
}

function Own({ row, panel, withdraw }: Props & { row: QueueRow }) {
  const { t } = useWords();
  const [why, setWhy] = useState(false);
  const { entryId, lane, place, estimate, leaving, reasons } = row;
  const drawn = panel.mode === 'draw' && lane === 'normal' && !row.moved;
  const isNext = panel.upNext?.participantId === row.plate.participantId && panel.own[0] === row;
  const words = drawn ? t('floor.placeDrawn') : isNext ? t('floor.yourPlaceNext') : t('floor.yourPlace', { place });
  return (
    <div className={css.own} data-lane={lane} data-place={place}>
      <p className={css.standing}>
        <span>{lane !== 'normal' && <span className={css.lane}>{t(laneWording[lane])}</span>}<strong>{words}</strong></span>
        <span className={css.when}><EstimateWords of={estimate} /></span>
      </p>
      <div className={css.mineActs}>
        <Button variant="plain" size="sm" busy={leaving} onClick={() => withdraw({ entryId })} data-testid="withdraw-own">{t('floor.withdraw')}</Button>
        <Button variant="quiet" size="sm" aria-expanded={why} onClick={() => setWhy(!why)} data-testid="why">{t('floor.whyPlace')}</Button>
      </div>
      {why && <Suspense fallback={null}><Reasons reasons={reasons} ahead={drawn ? 0 : place - 1} limitMs={panel.limitMs} /></Suspense>}
    </div>
  );
}
