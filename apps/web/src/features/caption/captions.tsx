import { IconSettings, IconTextSize } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useSeat } from '../../live/seat.tsx';
import { IconButton } from '../../ui/controls/button.tsx';
import { chooseCaptions, useCaptionChoices } from './caption-choices.ts';
import css from './caption.module.css';
import { CaptionSettings } from './caption-settings.tsx';
import { Dictation } from './dictation/dictation.tsx';
import { CaptionRows } from './rows.tsx';
import { useCaptions } from './use-captions.ts';

/** What is said, under the stage of whoever reads along; and, for whoever speaks, what the own browser hears. Nothing where there are no captions. */
export default function Captions({ view }: { view: RoomView }) {
  const { captions, phase } = view.room;
  if (captions === 'off' || phase !== 'open') return null;
  return <div className={css.area}><Reading view={view} />{captions === 'browser' && <Dictation view={view} />}</div>;
}

function Reading({ view }: { view: RoomView }) {
  const { t } = useWords();
  const { live } = useSeat();
  const held = useCaptions(live);
  const [open, setOpen] = useState(false);
  const { size, rows, language } = useCaptionChoices();
  if (size === 'off') return <div className={css.hidden}><IconButton small label={t('caption.show')} onClick={() => chooseCaptions({ size: 'medium' })} data-testid="captions-show"><IconTextSize size={20} /></IconButton></div>;
  return (
    <section className={css.captions} aria-label={t('caption.title')}>
      <CaptionRows view={view} held={held} rows={rows} size={size} language={language} />
      <IconButton small label={t('caption.settings')} aria-expanded={open} onClick={() => setOpen(!open)} data-testid="captions-settings"><IconSettings size={20} /></IconButton>
      {open && <CaptionSettings languages={view.room.languages} close={() => setOpen(false)} />}
    </section>
  );
}
