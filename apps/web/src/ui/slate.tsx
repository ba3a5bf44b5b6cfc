import type { ReactNode } from 'react';
import css from './slate.module.css';

/** A page that says one thing: a title, what it means, what to do. */
export function Slate({ title, children, act, testid }: { title: ReactNode; children?: ReactNode; act?: ReactNode; testid?: string }) {
  return (
    <div className={css.slate} data-testid={testid}>
      <h1>{title}</h1>
      {children && <div className={css.text}>{children}</div>}
      {act && <div className={css.act}>{act}</div>}
    </div>
  );
}
