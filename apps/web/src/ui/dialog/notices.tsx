import { IconX } from '@tabler/icons-react';
import { createStore, useStore } from 'zustand';
import { useWords } from '../../i18n/words.ts';
import { IconButton } from '../controls/button.tsx';
import css from './notices.module.css';

type Notice = { id: number; text: string; tone: 'plain' | 'bad'; act?: { label: string; run: () => void } | undefined };
type Told = Omit<Notice, 'id'> & { forMs?: number };

const notices = createStore<{ shown: readonly Notice[] }>(() => ({ shown: [] }));
let given = 0;

const dismiss = (id: number) => notices.setState(({ shown }) => ({ shown: shown.filter((one) => one.id !== id) }));

/** Says something at the edge of the page, without taking the focus. The same sentence is not stacked. */
export function tell({ forMs = 6_000, ...notice }: Told): void {
  const id = ++given;
  notices.setState(({ shown }) => ({ shown: [...shown.filter(({ text }) => text !== notice.text).slice(-2), { ...notice, id }] }));
  setTimeout(() => dismiss(id), notice.act ? Math.max(forMs, 10_000) : forMs);
}

export function Notices() {
  const { t } = useWords();
  const shown = useStore(notices, (state) => state.shown);
  return (
    <section className={css.edge} aria-label={t('app.notices')} aria-live="polite" data-testid="notices">
      {shown.map(({ id, text, tone, act }) => (
        <div key={id} className={css.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
          <span>{text}</span>
          {act && <button type="button" className={css.act} onClick={() => { act.run(); dismiss(id); }}>{act.label}</button>}
          <IconButton small className={css.close} label={t('app.close')} onClick={() => dismiss(id)}><IconX size={18} /></IconButton>
        </div>
      ))}
    </section>
  );
}
