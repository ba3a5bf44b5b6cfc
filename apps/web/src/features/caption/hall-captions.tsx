import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useSeat } from '../../live/seat.tsx';
import { type CaptionChoices, chooseCaptions, useCaptionChoices } from './caption-choices.ts';
import css from './hall-captions.module.css';
import { CaptionRows } from './rows.tsx';
import { useAwake } from './use-awake.ts';
import { useCaptions } from './use-captions.ts';

const sizes = ['large', 'larger', 'off'] as const;
const asSize = (value: string): CaptionChoices['hall'] => sizes.find((one) => one === value) ?? 'large';

/** Two rows across the hall display, whose letters follow the screen. */
export default function HallCaptions({ view }: { view: RoomView }) {
  return view.room.captions === 'off' || view.room.phase !== 'open' ? null : <Rows view={view} />;
}

function Rows({ view }: { view: RoomView }) {
  const { t } = useWords();
  const { live } = useSeat();
  const held = useCaptions(live);
  const { hall: size } = useCaptionChoices();
  return (
    <section className={css.hall} data-size={size} aria-label={t('caption.title')}>
      {size !== 'off' && <CaptionRows view={view} held={held} rows={2} size="wide" language={null} />}
      <SizeChoice size={size} />
    </section>
  );
}

/** Not seen by the hall: it appears to whoever moves the pointer of this display or comes to it by keys. */
function SizeChoice({ size }: { size: CaptionChoices['hall'] }) {
  const { t } = useWords();
  const awake = useAwake();
  return (
    <label className={css.choice} data-awake={awake}>
      <span>{t('caption.title')}</span>
      <select value={size} data-testid="hall-captions-size" onChange={({ target }) => chooseCaptions({ hall: asSize(target.value) })}>
        {sizes.map((one) => <option key={one} value={one}>{t(`caption.sizes.${one}`)}</option>)}
      </select>
    </label>
  );
}
