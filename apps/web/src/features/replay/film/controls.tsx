import { IconKeyboard, IconLink, IconMaximize, IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext, IconPlayerTrackPrev, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { asClock } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { IconButton } from '../../../ui/controls/button.tsx';
import css from './film.module.css';
import type { Film } from './use-film.ts';

export const rates = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;

type Props = {
  film: Film; durationMs: number; languages: readonly string[]; captions: string | null; onCaptions: (language: string | null) => void;
  onTurn: (by: 1 | -1) => void; onShare: () => void; onWhole: () => void; onHelp: () => void;
};

/** What one does with the film while it plays. */
export function Controls({ film, durationMs, languages, captions, onCaptions, onTurn, onShare, onWhole, onHelp }: Props) {
  const { t, language } = useWords();
  const { atMs, playing, muted, rate } = film;
  const written = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return (
    <div className={css.controls} data-testid="controls">
      <IconButton label={t('replay.previousTurn')} onClick={() => onTurn(-1)} data-testid="turn-before"><IconPlayerTrackPrev size={20} /></IconButton>
      <IconButton label={t(playing ? 'replay.pause' : 'replay.play')} onClick={film.toggle} data-testid="play" data-playing={playing}>{playing ? <IconPlayerPause size={24} /> : <IconPlayerPlay size={24} />}</IconButton>
      <IconButton label={t('replay.nextTurn')} onClick={() => onTurn(1)} data-testid="turn-after"><IconPlayerTrackNext size={20} /></IconButton>
      <span className={css.clock} data-testid="clock" data-at={atMs}>{asClock(atMs)} <span className="faint">/ {asClock(durationMs)}</span></span>
      <span className={css.apart}>
        <IconButton label={t(muted ? 'replay.unmute' : 'replay.mute')} aria-pressed={muted} onClick={film.toggleMuted} data-testid="mute">{muted ? <IconVolumeOff size={20} /> : <IconVolume size={20} />}</IconButton>
        <select className={css.choice} aria-label={t('replay.speed')} value={rate} onChange={(event) => film.chooseRate(Number(event.target.value))} data-testid="speed">
          {rates.map((one) => <option key={one} value={one}>{t('replay.times', { rate: written.format(one) })}</option>)}
        </select>
        {languages.length > 0 && (
          <select className={css.choice} aria-label={t('replay.captions')} value={captions ?? ''} onChange={(event) => onCaptions(event.target.value || null)} data-testid="captions">
            <option value="">{t('replay.captionsOff')}</option>
            {languages.map((one) => <option key={one} value={one} lang={one}>{t('replay.captionsIn', { language: new Intl.DisplayNames(one, { type: 'language', fallback: 'code' }).of(one) ?? one })}</option>)}
          </select>
        )}
        <IconButton label={t('replay.share')} onClick={onShare} data-testid="share"><IconLink size={20} /></IconButton>
        <IconButton label={t('replay.whole')} onClick={onWhole} data-testid="whole"><IconMaximize size={20} /></IconButton>
        <IconButton className={css.keys} label={t('keys.shortcuts')} onClick={onHelp} data-testid="help"><IconKeyboard size={20} /></IconButton>
      </span>
    </div>
  );
}
