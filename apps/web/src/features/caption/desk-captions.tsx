import { IconKeyboard } from '@tabler/icons-react';
import type { CaptionSource } from '@yaji/contracts';
import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import type { RoomView } from '../../live/room-view.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import css from './desk-captions.module.css';

const sources: readonly CaptionSource[] = ['off', 'browser', 'typist', 'engine', 'service'];

/** Who writes down what is said, as moderators choose it; what each means stands under it. */
export default function DeskCaptions({ view, say }: { view: RoomView; say: Say }) {
  const { t } = useWords();
  const { salon, room } = usePlace();
  const source = view.room.captions;
  return (
    <section className={css.captions}>
      <label className={css.line}>
        <span className="label">{t('caption.title')}</span>
        <select value={source} data-testid="caption-source" aria-describedby="caption-means" onChange={({ target }) => void say('caption.choose', { source: sources.find((one) => one === target.value) ?? 'off' })}>
          {sources.map((one) => <option key={one} value={one}>{t(`caption.sources.${one}`)}</option>)}
        </select>
      </label>
      <p id="caption-means" className="faint small">{t(`caption.means.${source}`)}</p>
      {source === 'typist' && <ButtonLink variant="plain" size="sm" icon={<IconKeyboard size={18} aria-hidden />} to={`${paths.room(salon, room)}/captions`} testid="to-typist">{t('caption.toTypist')}</ButtonLink>}
    </section>
  );
}
