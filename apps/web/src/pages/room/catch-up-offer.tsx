import { IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { CatchUpPanel } from '../../features/floor/catch-up-panel.ts';
import { useWords } from '../../i18n/words.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import css from './catch-up-offer.module.css';

const CatchUp = lazy(() => import('../../features/floor/catch-up.tsx'));

/** Offered once to somebody who came later; never in the way. */
export function CatchUpOffer({ panel }: { panel: CatchUpPanel | null }) {
  const { t } = useWords();
  const [state, setState] = useState<'offered' | 'open' | 'done'>('offered');
  if (!panel || state === 'done') return null;
  if (state === 'open') return <Suspense fallback={null}><CatchUp panel={panel} onClose={() => setState('done')} /></Suspense>;
  return (
    <aside className={css.offer} data-testid="catch-up">
      <span>{t('catchUp.offer')}</span>
      <Button size="sm" variant="light" onClick={() => setState('open')}>{t('catchUp.open')}</Button>
      <IconButton label={t('app.close')} onClick={() => setState('done')}><IconX size={20} /></IconButton>
    </aside>
  );
}
