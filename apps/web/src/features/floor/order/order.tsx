import type { OrderPolicy } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import type { DeskCommands } from '../../desk/commands.ts';
import { counting, offersOf, type OrderPanel, overOf, oversOf } from './order-panel.ts';
import { kindWording, orderWords, overWording } from './order-words.ts';
import { Ordered } from './ordered.tsx';
import css from './order.module.css';

type Props = { panel: OrderPanel; commands: DeskCommands };

/** How the list is ordered, in one sentence, and the way to change it. */
export function OrderLine({ panel, commands }: Props) {
  const { t, language } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div className={css.line} data-testid="order">
      <p className={css.sentence} aria-live="polite">{orderWords(panel.policies, { t, language })}</p>
      <span className={css.acts}>
        {panel.moved && <Button size="sm" variant="quiet" busy={panel.restoring} onClick={commands.restoreOrder} data-testid="restore-order">{t('desk.restoreOrder')}</Button>}
        <Button size="sm" variant="quiet" busy={panel.busy} onClick={() => setOpen(true)} data-testid="change-order">{t('order.change')}</Button>
      </span>
      {open && <OrderDialog panel={panel} use={(policies) => { commands.setOrder(policies); setOpen(false); }} onClose={() => setOpen(false)} />}
    </div>
  );
}

type Draft = DeepReadonly<OrderPolicy>;
type DialogProps = { panel: OrderPanel; use: (policies: Draft[]) => void; onClose: () => void };

/** Nothing changes in the room until the whole order is used: one act, one line in the log. */
function OrderDialog({ panel: { policies, groupings }, use, onClose }: DialogProps) {
  const { t, language } = useWords();
  const [draft, setDraft] = useState<Draft[]>([...policies]);
  const offers = offersOf(draft, groupings);
  return (
    <Dialog title={t('order.title')} onClose={onClose} wide>
      <p className="faint">{t('order.lead')}</p>
      <Ordered list={draft} change={setDraft} keyOf={(one) => `${one.policy} ${overOf(one) ?? ''}`} nameOf={({ policy }) => t(kindWording[policy].title)}>
        {(one, index) => <Rung policy={one} groupings={groupings} change={(policy) => setDraft(draft.with(index, policy))} />}
      </Ordered>
      {draft.length === 0 && <p className="faint">{t('order.none')}</p>}
      {offers.length > 0 && (
        <div className={css.offers} role="group" aria-label={t('order.add')}>
          <span className="label">{t('order.add')}</span>
          {offers.map((offer) => <Button key={offer.policy} size="sm" variant="plain" icon={<IconPlus size={16} aria-hidden />} onClick={() => setDraft([...draft, offer])} data-testid={`add-${offer.policy}`}>{t(kindWording[offer.policy].title)}</Button>)}
        </div>
      )}
      <p className={css.outcome} aria-live="polite">{orderWords(draft, { t, language })}</p>
      <div className={css.close}><Button variant="plain" onClick={onClose}>{t('app.cancel')}</Button><Button onClick={() => use(draft)} data-testid="use-order">{t('order.apply')}</Button></div>
    </Dialog>
  );
}

function Rung({ policy, groupings, change }: { policy: Draft; groupings: OrderPanel['groupings']; change: (policy: Draft) => void }) {
  const { t } = useWords();
  const id = useId();
  const over = overOf(policy);
  const overs = oversOf(policy.policy, groupings);
  const { title, hint } = kindWording[policy.policy];
  return (
    <>
      <strong>{t(title)}</strong>
      {over !== null && (
        <label htmlFor={id} className={css.over}>
          {t('order.over')} <select id={id} value={over} onChange={({ currentTarget: { value } }) => { const chosen = overs.find((one) => one === value); if (chosen) change(counting(policy, chosen)); }}>
            {[...new Set([over, ...overs])].map((one) => <option key={one} value={one}>{t(overWording[one])}</option>)}
          </select>
        </label>
      )}
      <span className={css.hint}>{t(hint)}</span>
    </>
  );
}
