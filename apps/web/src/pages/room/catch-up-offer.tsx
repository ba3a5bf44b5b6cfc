import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { catchUpPanel } from '../../features/floor/catch-up-panel.ts';
import CatchUp from '../../features/floor/catch-up.tsx';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import css from './catch-up-offer.module.css';

/** Offered once to somebody who came later; never in the way. */
export default function CatchUpOffer({ view }: { view: RoomView }) {
  const { t } = useWords();
  const [state, setState] = useState<'offered' | 'open' | 'done'>('offered');
  const panel = catchUpPanel(view);
  if (!panel || state === 'done') return null;
  if (state === 'open') return <CatchUp panel={panel} onClose={() => setState('done')} />;
  return (
    <aside className={css.offer} data-testid="catch-up">
      <span>{t('catchUp.offer')}</span>
      <Button size="sm" variant="light" onClick={() => setState('open')}>{t('catchUp.open')}</Button>
      <IconButton label={t('app.close')} onClick={() => setState('done')}><IconX size={20} /></IconButton>
    </aside>
  );
}
