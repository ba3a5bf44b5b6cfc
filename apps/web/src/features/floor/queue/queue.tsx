import type { CommandOf } from '@yaji/contracts';
import { useState } from 'react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { asClock, timeOf } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { NamePlate } from '../../member/plate.tsx';
import { EstimateWords } from './estimate.tsx';
import type { MyPlace, QueuePanel, QueueRow } from './queue-panel.ts';
import css from './queue.module.css';

export type Withdraw = (data: CommandOf<'floor.withdraw'>['data']) => void;
type Props = { panel: QueuePanel; withdraw: Withdraw };

/** The list of speakers: who speaks, who waits, and where one stands oneself. */
export function QueueView({ panel, withdraw }: Props) {
  const { t } = useWords();
  const { speaking, rows, open, mine } = panel;
  return (
    <div className={css.queue} data-testid="queue">
      {speaking && <div className={css.now}><span className="label">{t('floor.speakingNow')}</span><NamePlate plate={speaking} /></div>}
      {rows.length === 0 ? <p className="faint">{t('floor.emptyQueue')}</p> : <ol className={css.rows}>{rows.map((row) => <Row key={row.entryId} row={row} />)}</ol>}
      {!open && <p className={css.closed}>{t('floor.listClosed')}</p>}
      {mine.state === 'waiting' && <Mine mine={mine} withdraw={withdraw} limitMs={panel.limitMs} />}
    </div>
  );
}

function Row({ row: { place, plate, mine, firstTime, addedBy, estimate } }: { row: QueueRow }) {
  const { t, language } = useWords();
  return (
    <li className={css.row} data-mine={mine} data-entry={plate.participantId}>
      <span className={css.place}>{place}</span>
      <span className={css.who}>
        <NamePlate plate={plate} />
        <span className={css.notes}>
          <span className="figures"><EstimateWords of={estimate} /></span>
          {firstTime && <span>{t('floor.firstTime')}</span>}
          {addedBy && <span>{t('floor.addedBy', { name: inLanguage(addedBy.name, language).text })}</span>}
          {!plate.present && <span>{t('desk.notPresent')}</span>}
        </span>
      </span>
    </li>
  );
}

type MineProps = { mine: Extract<MyPlace, { state: 'waiting' }>; withdraw: Withdraw; limitMs: number };

function Mine({ mine: { entryId, place, estimate, raisedAt, leaving }, withdraw, limitMs }: MineProps) {
  const { t, language } = useWords();
  const [why, setWhy] = useState(false);
  return (
    <div className={css.mine} data-testid="my-place">
      <p><strong>{place === 1 ? t('floor.yourPlaceNext') : t('floor.yourPlace', { place })}</strong> <span className="figures"><EstimateWords of={estimate} /></span></p>
      <div className={css.mineActs}>
        <Button variant="plain" size="sm" busy={leaving} onClick={() => withdraw({ entryId })}>{t('floor.withdraw')}</Button>
        <Button variant="quiet" size="sm" aria-expanded={why} onClick={() => setWhy(!why)}>{t('floor.whyPlace')}</Button>
      </div>
      {why && (
        <ul className={css.why}>
          <li>{t('floor.whyRaised', { time: timeOf(raisedAt, { language }) })} {place > 1 && t('floor.ahead', { count: place - 1 })}</li>
          <li>{t('floor.whyOrder')} {t('floor.whyMoved')}</li>
          <li>{t('floor.whyEstimate', { limit: asClock(limitMs) })}</li>
        </ul>
      )}
    </div>
  );
}
