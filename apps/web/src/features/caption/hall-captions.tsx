import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useSeat } from '../../live/seat.tsx';
import css from './caption.module.css';
import { CaptionRows } from './rows.tsx';
import { useCaptions } from './use-captions.ts';

/** Two rows across the hall display, whose letters follow the screen. */
export default function HallCaptions({ view }: { view: RoomView }) {
  return view.room.captions === 'off' || view.room.phase !== 'open' ? null : <Rows view={view} />;
}

function Rows({ view }: { view: RoomView }) {
  const { t } = useWords();
  const { live } = useSeat();
  const held = useCaptions(live);
  return <section className={css.hall} aria-label={t('caption.title')}><CaptionRows view={view} held={held} rows={2} size="medium" language={null} /></section>;
}
