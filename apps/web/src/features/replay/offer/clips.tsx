import type { BookletPerson, Clip } from '@yaji/contracts';
import { useCallback, useState } from 'react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { asClock } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { Local } from '../../../ui/name.tsx';
import { FilmView } from '../film/film-view.tsx';
import { useFilm } from '../film/use-film.ts';
import css from './offer.module.css';

/** `fresh`: the clips by links that hold; null where that fails. */
type Props = { clips: readonly Clip[]; people: readonly BookletPerson[]; fresh: () => Promise<readonly Clip[] | null> };

/** Turns that can be watched while the salon still runs, one after the other. */
export function Clips({ clips, people, fresh }: Props) {
  const { t } = useWords();
  const [chosen, choose] = useState<{ turn: number; play: boolean }>({ turn: clips[0]?.turn ?? 0, play: false });
  const clip = clips.find(({ turn }) => turn === chosen.turn) ?? clips[0];
  const nameOf = ({ participantId, title }: Clip) => people.find((one) => one.participantId === participantId)?.name ?? { und: title };
  const next = clip && clips[clips.indexOf(clip) + 1];
  return (
    <section className={css.clips} data-testid="clips">
      {clip && <ClipFilm key={clip.turn} clip={clip} play={chosen.play} name={nameOf(clip)} fresh={fresh} onEnded={() => { if (next) choose({ turn: next.turn, play: true }); }} />}
      <div className={css.side}>
        <h2>{t('replay.clips')}</h2>
        <p className="faint small" role="status">{t('replay.clipsText')}</p>
        <ol>
          {clips.map((one) => (
            <li key={one.turn}>
              <button type="button" aria-current={one === clip || undefined} onClick={() => choose({ turn: one.turn, play: true })} data-clip={one.turn}>
                <span><Local of={nameOf(one)} /></span><span className="faint small figures">{asClock(one.durationMs)}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

type FilmProps = { clip: Clip; play: boolean; name: BookletPerson['name']; fresh: Props['fresh']; onEnded: () => void };

function ClipFilm({ clip: { turn, url, durationMs }, play, name, fresh, onEnded }: FilmProps) {
  const { language } = useWords();
  const renew = useCallback(async () => (await fresh())?.find((one) => one.turn === turn)?.url ?? null, [fresh, turn]);
  const film = useFilm({ url, startMs: 0, durationMs, play, renew });
  return <FilmView film={film} label={inLanguage(name, language).text} onEnded={onEnded} controls />;
}
