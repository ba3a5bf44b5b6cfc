import type { Account } from '@yaji/salon';
import { useId, useState } from 'react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { asClock } from '../../../i18n/times.ts';
import { useWords, type Wording, type Words } from '../../../i18n/words.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { Button } from '../../../ui/controls/button.tsx';
import type { DeskCommands } from '../../desk/commands.ts';
import { type LedgerPanel, ledgerPanel, type LedgerRow } from './ledger-panel.ts';
import { TransferDialog } from './transfer.tsx';
import css from './ledger.module.css';

const accounts: Readonly<Record<Account, Wording>> = {
  person: 'ledger.byPerson', organisation: 'ledger.byOrganisation', country: 'ledger.byCountry', language: 'ledger.byLanguage', topic: 'ledger.byTopic',
};
const order: readonly Account[] = ['person', 'organisation', 'country', 'language', 'topic'];

/** Who has spoken how long, and what is left to whom. */
export function Ledger({ view, commands, live }: { view: RoomView; commands: DeskCommands; live: boolean }) {
  const { t, language } = useWords();
  const id = useId();
  const [by, setBy] = useState<Account>('person');
  const [giving, setGiving] = useState<string | null>(null);
  const panel = ledgerPanel(view, by);
  const from = panel.rows.find(({ key }) => key === giving);
  const nameOf = (row: LedgerRow) => rowName(row, by, { t, language });
  return (
    <div className={css.ledger} data-testid="ledger">
      <label htmlFor={id} className={css.by}>
        <span className="label">{t('ledger.by')}</span>
        <select id={id} value={by} data-testid="ledger-by" onChange={({ currentTarget: { value } }) => { const chosen = order.find((one) => one === value); if (chosen) setBy(chosen); }}>
          {order.map((one) => <option key={one} value={one}>{t(accounts[one])}</option>)}
        </select>
      </label>
      {panel.rows.length === 0 && <p className="faint">{t('ledger.empty')}</p>}
      <ul className={css.rows}>{panel.rows.map((row) => <Row key={row.key} row={row} name={nameOf(row)} busy={panel.busy} commands={live ? commands : null} transfer={() => setGiving(row.key)} />)}</ul>
      {from?.holder && <Transfer panel={panel} from={from} nameOf={nameOf} commands={commands} onClose={() => setGiving(null)} />}
    </div>
  );
}

type TransferProps = { panel: LedgerPanel; from: LedgerRow; nameOf: (row: LedgerRow) => string; commands: DeskCommands; onClose: () => void };

function Transfer({ panel, from, nameOf, commands, onClose }: TransferProps) {
  return (
    <TransferDialog panel={panel} from={from} nameOf={nameOf} onClose={onClose} give={(to, byMs) => {
      if (from.holder) commands.transfer(from.holder, to, byMs);
      onClose();
    }} />
  );
}

type RowProps = { row: LedgerRow; name: string; busy: boolean; /** Null: it can only be read. */ commands: DeskCommands | null; transfer: () => void };
const minuteMs = 60_000;

function Row({ row: { key, turns, speechMs, part, budget, holder }, name, busy, commands, transfer }: RowProps) {
  const { t } = useWords();
  const over = budget !== null && budget.leftMs < 0;
  return (
    <li className={css.row} data-account={key} data-over={over}>
      <span className={css.name}><bdi>{name}</bdi></span>
      <span className={css.time}>{asClock(speechMs)}{turns > 0 && <span className="faint"> · {t('ledger.turns', { count: turns })}</span>}</span>
      <span className={css.bar} aria-hidden style={{ '--part': part } as React.CSSProperties} />
      {budget && (
        <span className={css.foot}>
          <span className={css.left}>{t(over ? 'ledger.overdrawn' : 'ledger.left', { time: asClock(budget.leftMs), total: asClock(budget.totalMs) })}</span>
          {commands && holder && (
            <span className={css.acts}>
              {[1, 5].map((count) => <Button key={count} size="sm" variant="quiet" disabled={busy} aria-label={t('ledger.more', { name, count })} onClick={() => commands.topUp(holder, count * minuteMs)} data-testid={`top-up-${count}`}>{t('ledger.plus', { count })}</Button>)}
              <Button size="sm" variant="quiet" disabled={busy} aria-label={`${t('ledger.transfer')}: ${name}`} onClick={transfer} data-testid="transfer">{t('ledger.transferShort')}</Button>
            </span>
          )}
        </span>
      )}
    </li>
  );
}

function rowName({ name, code }: LedgerRow, by: Account, { t, language }: { t: Words; language: string }): string {
  if (name) return inLanguage(name, language).text || t('people.unnamed');
  if (code === null) return t(by === 'topic' ? 'ledger.noTopic' : 'ledger.none');
  return new Intl.DisplayNames(language, { type: by === 'country' ? 'region' : 'language', fallback: 'code' }).of(code) ?? code;
}
