import type { ReactNode } from 'react';
import { asClock } from '../../../i18n/times.ts';
import css from './panel.module.css';

/** A place of the recording that one goes to by pressing it. `here`: it is now. */
export function Jump({ toMs, seek, here = false, children, ...rest }: { toMs: number; seek: (toMs: number) => void; here?: boolean; children: ReactNode } & Record<`data-${string}`, string | number | undefined>) {
  return (
    <button type="button" className={css.jump} aria-current={here || undefined} onClick={() => seek(toMs)} {...rest}>
      <span className={css.at}>{asClock(toMs)}</span>
      <span className={css.what}>{children}</span>
    </button>
  );
}
