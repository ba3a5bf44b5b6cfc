import { type ReactNode, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';

/** Whoever stands further back is drawn when somebody wants to see: a storm of hands must not stop a telephone. */
const most = 40;

/** The head of a long list, and the button for the rest of it. */
export function useFirstRows<Row>(rows: readonly Row[]): { shown: readonly Row[]; rest: ReactNode } {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, rows.length - most);
  return {
    shown: hidden > 0 ? rows.slice(0, most) : rows,
    rest: hidden > 0 && <Button variant="quiet" size="sm" onClick={() => setAll(true)} data-testid="show-all">{t('floor.showAll', { count: hidden })}</Button>,
  };
}
