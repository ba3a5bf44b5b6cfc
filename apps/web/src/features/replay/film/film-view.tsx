import type { RecordingOffer } from '@yaji/contracts';
import { type Ref, useEffect } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import css from './film.module.css';
import type { Film } from './use-film.ts';

type Props = {
  film: Film; label: string; poster?: string | null; captions?: RecordingOffer['captions']; /** Which captions are shown; null: none. */ shown?: string | null;
  frame?: Ref<HTMLDivElement>; onEnded?: () => void; /** With the browser's own controls. */ controls?: boolean; onCaptionsFailed?: () => void;
};

/** The picture itself. A press plays and pauses; everything else is done beside it. */
export function FilmView({ film, label, poster = null, captions = [], shown = null, frame, controls = false, onEnded, onCaptionsFailed }: Props) {
  const { t } = useWords();
  const { video, still, link } = film;
  useEffect(() => {
    if (video.current) showCaptions(video.current, shown);
  }, [video, shown, captions]);
  return (
    <div className={css.film} ref={frame} data-testid="film" data-link={link.state}>
      <video ref={video} className={css.video} src={link.url} poster={poster ?? undefined} playsInline preload="metadata" aria-label={label} controls={controls} onClick={controls ? undefined : film.toggle} onEnded={onEnded} {...film.hears} data-testid="video">
        {captions.map(({ language, url }) => <track key={language} kind="captions" srcLang={language} label={new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(language)} src={url} onError={onCaptionsFailed} />)}
      </video>
      <canvas ref={still} className={css.still} data-shown={link.state !== 'steady'} aria-hidden />
      {link.state === 'lost' && (
        <div className={css.lost} role="alert" data-testid="film-lost">
          <p>{t('replay.lost')}</p>
          <Button size="sm" onClick={film.again}>{t('replay.again')}</Button>
        </div>
      )}
    </div>
  );
}

function showCaptions({ textTracks }: HTMLVideoElement, shown: string | null): void {
  for (const track of textTracks) track.mode = track.language === shown ? 'showing' : 'disabled';
}
