import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../../i18n/words.ts';
import { IconButton } from '../controls/button.tsx';
import css from './dialog.module.css';

type Props = { title: ReactNode; onClose: () => void; children: ReactNode; wide?: boolean };

/** The browser's own dialog: it keeps the focus, closes with Escape and gives the focus back. Draw it only while it is open. */
export function Dialog({ title, onClose, children, wide = false }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className={css.dialog} data-wide={wide} aria-labelledby={heading} onCancel={(event) => { event.preventDefault(); onClose(); }}
      onClick={(event) => { if (event.target === event.currentTarget) onClose(); }}>
      <div className={css.body}>
        <header className={css.head}>
          <h2 id={heading}>{title}</h2>
          <IconButton label={t('app.close')} onClick={onClose}><IconX size={20} /></IconButton>
        </header>
        {children}
      </div>
    </dialog>
  );
}
