import { IconEyeOff } from '@tabler/icons-react';
import { useWords } from '../../../i18n/words.ts';
import { useMedia } from '../../../live/seat.tsx';
import { Picture } from '../../../media/picture.tsx';
import { choose, useChoices } from '../../../session/choices.ts';
import { IconButton } from '../../../ui/controls/button.tsx';
import type { OwnPanel } from './own-panel.ts';
import css from './own-view.module.css';

/** The mirror: one's own picture and whether it is live. Can be hidden and stays so. */
export function OwnView({ panel }: { panel: OwnPanel }) {
  const { t } = useWords();
  const camera = useMedia((state) => state.camera.track);
  const { selfViewHidden } = useChoices();
  // Whoever is heard reads above the stage that they are live, and sees themselves on it.
  if (panel.air !== 'green-room' || panel.speaking) return null;
  if (!camera || selfViewHidden) {
    return (
      <p className={css.state} data-air={panel.air} data-testid="air" title={t('floor.greenRoomHint')}>
        <span>{t('floor.greenRoom')}: </span>{t('floor.notLiveYet')}
        {camera && selfViewHidden && <button type="button" className={css.show} onClick={() => choose({ selfViewHidden: false })}>{t('own.showSelf')}</button>}
      </p>
    );
  }
  return (
    <figure className={css.mirror}>
      <Picture track={camera} mirrored label={t('own.selfView')} />
      <figcaption className={css.state} data-air={panel.air} data-testid="air" title={t('floor.greenRoomHint')}>{t('floor.notLiveYet')}</figcaption>
      <IconButton small className={css.hide} label={t('own.hideSelf')} onClick={() => choose({ selfViewHidden: true })}>
        <IconEyeOff size={18} />
      </IconButton>
    </figure>
  );
}
