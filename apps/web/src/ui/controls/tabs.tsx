import { type KeyboardEvent, type ReactNode, useId } from 'react';
import css from './tabs.module.css';

export type Tab<Name extends string> = { name: Name; title: string; count?: number; alert?: boolean };
type Props<Name extends string> = { label: string; tabs: readonly Tab<Name>[]; open: Name; onOpen: (name: Name) => void; children: ReactNode };

/** Tabs after the ARIA pattern: arrows move, only the open panel is drawn. */
export function Tabs<Name extends string>({ label, tabs, open, onOpen, children }: Props<Name>) {
  const id = useId();
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const at = tabs.findIndex(({ name }) => name === open);
    const to = { [forward]: at + 1, [backward]: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[to % tabs.length];
    if (!next) return;
    event.preventDefault();
    onOpen(next.name);
    event.currentTarget.querySelector<HTMLElement>(`[data-name="${next.name}"]`)?.focus();
  };
  return (
    <div className={css.tabs}>
      <div role="tablist" aria-label={label} className={css.list} onKeyDown={move}>
        {tabs.map(({ name, title, count = 0, alert = false }) => (
          <button key={name} type="button" role="tab" id={`${id}-${name}`} aria-controls={`${id}-panel`} aria-selected={name === open} tabIndex={name === open ? 0 : -1} data-name={name}
            data-testid={`tab-${name}`} data-alert={alert} className={css.tab} onClick={() => onOpen(name)}>
            {title}{count > 0 && <span className={css.count}>{count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`} className={css.panel} tabIndex={0}>{children}</div>
    </div>
  );
}
