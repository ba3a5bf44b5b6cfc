import { IconChevronUp, IconHandStop } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { part } from '../../../ui/part/part.ts';
import css from './queue.module.css';
import type { QueuePanel, Wish, Withdraw } from './queue-panel.ts';

const WishDialog = part(() => import('./wish/wish.tsx'));

/** `raise`: with nothing, a hand for the normal list. */
type Props = { queue: QueuePanel; raise: (wish: Wish) => void; withdraw: Withdraw };

/** One tap is a hand on the normal list; beside it what else a hand can be raised for. */
export function Hand({ queue, raise, withdraw }: Props) {
  const { t } = useWords();
  const [choosing, setChoosing] = useState(false);
  const { choices, mine } = queue;
  const more = choices.lanes.length > 0;
  if (!more && (mine.state === 'speaking' || mine.state === 'interrupted' || mine.state === 'listens')) return null;
  return (
    <span className={css.hand} data-more={more}>
      <Normal queue={queue} raise={raise} withdraw={withdraw} />
      {more && (
        <Button className={css.more} variant={mine.state === 'may-raise' ? 'filled' : 'light'} aria-haspopup="dialog" aria-label={t('floor.wish')} title={t('floor.wish')} onClick={() => setChoosing(true)} data-testid="raise-more">
          <IconChevronUp size={18} aria-hidden />
        </Button>
      )}
      {choosing && more && (
        <Suspense fallback={null}>
          <WishDialog choices={choices} onClose={() => setChoosing(false)} raise={(wish) => { setChoosing(false); raise(wish); }} />
        </Suspense>
      )}
    </span>
  );
}

function Normal({ queue: { mine }, raise, withdraw }: Props) {
  const { t } = useWords();
  const icon = <IconHandStop size={20} aria-hidden />;
  switch (mine.state) {
    case 'may-raise': return <Button className={css.raise} icon={icon} onClick={() => raise({})} data-testid="raise-hand"><span className={css.handWords}>{t('floor.raise')}</span></Button>;
    case 'raising': return <Button className={css.raise} icon={icon} busy data-testid="raise-hand"><span className={css.handWords}>{t('floor.raising')}</span></Button>;
    case 'waiting':
      return <Button className={css.raise} variant="light" icon={icon} busy={mine.leaving} onClick={() => withdraw({ entryId: mine.entryId })} data-testid="withdraw-hand"><span className={css.handWords}>{t('floor.withdraw')}</span></Button>;
    case 'list-closed': return <Button className={css.raise} icon={icon} disabled title={t('floor.listClosed')} data-testid="raise-hand"><span className={css.handWords}>{t('floor.raise')}</span></Button>;
    case 'speaking': case 'interrupted': case 'listens': return null;
  }
}
