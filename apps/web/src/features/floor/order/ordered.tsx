import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { IconButton } from '../../../ui/controls/button.tsx';
import css from './order.module.css';
import { placed } from './order-panel.ts';

type Props<T> = { list: readonly T[]; change: (list: T[]) => void; keyOf: (one: T) => string; nameOf: (one: T) => string; children: (one: T, index: number) => ReactNode };

/** A short list that is put in order by buttons: earlier, later, away. */
export function Ordered<T>({ list, change, keyOf, nameOf, children }: Props<T>) {
  const { t } = useWords();
  return (
    <ol className={css.ordered}>
      {list.map((one, index) => {
        const name = nameOf(one);
        return (
          <li key={keyOf(one)} className={css.rung} data-rung={keyOf(one)}>
            <span className={css.number}>{index + 1}</span>
            <span className={css.rungWords}>{children(one, index)}</span>
            <span className={css.rungActs}>
              <IconButton label={t('order.up', { name })} disabled={index === 0} onClick={() => change(placed(list, index, index - 1))}><IconChevronUp size={18} /></IconButton>
              <IconButton label={t('order.down', { name })} disabled={index === list.length - 1} onClick={() => change(placed(list, index, index + 1))}><IconChevronDown size={18} /></IconButton>
              <IconButton label={t('order.remove', { name })} onClick={() => change(placed(list, index, null))}><IconX size={18} /></IconButton>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
