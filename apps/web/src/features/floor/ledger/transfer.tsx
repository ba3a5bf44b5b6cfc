import type { Holder } from '@yaji/contracts';
import { useId, useState } from 'react';
import { asClock } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import css from './ledger.module.css';
import { type LedgerPanel, type LedgerRow, transferOf } from './ledger-panel.ts';

type Props = { panel: LedgerPanel; from: LedgerRow; nameOf: (row: LedgerRow) => string; give: (to: Holder, byMs: number) => void; onClose: () => void };

/** Time of one goes to another: no more than there is. */
export function TransferDialog({ panel, from, nameOf, give, onClose }: Props) {
  const { t } = useWords();
  const id = useId();
  const { to, minutes } = transferOf(panel, from);
  const [receiver, setReceiver] = useState(to[0]?.key ?? '');
  const [wanted, setWanted] = useState(1);
  const holder = to.find(({ key }) => key === receiver)?.holder ?? null;
  const possible = holder !== null && minutes.includes(wanted);
  return (
    <Dialog title={t('ledger.transferTitle', { name: nameOf(from) })} onClose={onClose}>
      {from.budget && from.budget.leftMs > 0 && <p className="faint figures">{t('ledger.left', { time: asClock(from.budget.leftMs), total: asClock(from.budget.totalMs) })}</p>}
      {to.length === 0 || minutes.length === 0 ? <p>{t('ledger.transferNone')}</p> : (
        <div className={css.choice}>
          <label htmlFor={`${id}-to`}><span className="label">{t('ledger.transferTo')}</span>
            <select id={`${id}-to`} value={receiver} onChange={(event) => setReceiver(event.currentTarget.value)} data-testid="transfer-to">{to.map((row) => <option key={row.key} value={row.key}>{nameOf(row)}</option>)}</select>
          </label>
          <label htmlFor={`${id}-minutes`}><span className="label">{t('ledger.transferMinutes')}</span>
            <select id={`${id}-minutes`} value={wanted} onChange={(event) => setWanted(Number(event.currentTarget.value))} data-testid="transfer-minutes">{minutes.map((one) => <option key={one} value={one}>{one}</option>)}</select>
          </label>
        </div>
      )}
      <div className={css.close}>
        <Button variant="plain" onClick={onClose}>{t('app.cancel')}</Button>
        <Button disabled={!possible} onClick={() => { if (holder) give(holder, wanted * 60_000); }} data-testid="transfer-give">{t('ledger.transferYes')}</Button>
      </div>
    </Dialog>
  );
}
