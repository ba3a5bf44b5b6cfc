import type { BookletPerson } from '@yaji/contracts';
import { useRef, useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { asClock } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import { Local, OtherScript } from '../../ui/name.tsx';
import { chapterAt, type ChapterRow, chapterRows, type Recording } from './chapters.ts';
import css from './replay.module.css';

/** Video left, turns right, one time line underneath; press anything to jump. */
export function Player({ recording, people }: { recording: Recording; people: readonly BookletPerson[] }) {
  const { t, language } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [atMs, setAtMs] = useState(0);
  const rows = chapterRows(recording, people);
  const now = chapterAt(rows, atMs);
  const jump = ({ offsetMs }: ChapterRow) => {
    const player = video.current;
    if (!player) return;
    player.currentTime = offsetMs / 1000;
    // A player that may not start by itself stays at the place, ready.
    player.play().catch((error: unknown) => { if ((error as Error).name !== 'NotAllowedError') throw error; });
  };
  const words = ({ name, offsetMs }: ChapterRow) => t('replay.jump', { name: inLanguage(name, language).text, time: asClock(offsetMs) });
  return (
    <div className={css.player}>
      <video ref={video} className={css.video} src={recording.url} controls playsInline preload="metadata" aria-label={t('replay.title')} onTimeUpdate={(event) => setAtMs(event.currentTarget.currentTime * 1000)} data-testid="video" />
      <section className={css.chapters}>
        <h2>{t('replay.chapters')}</h2>
        <ol data-testid="chapters">
          {rows.map((row) => (
            <li key={row.turn}>
              <button type="button" className={css.chapter} data-colour={row.colour} aria-current={row === now || undefined} data-turn={row.turn} onClick={() => jump(row)}>
                <span className={css.at}>{asClock(row.offsetMs)}</span>
                <span><strong><Local of={row.name} /></strong> <OtherScript of={row.name} className="faint" />{row.organisation && <span className={css.house}><Local of={row.organisation} /></span>}</span>
                <span className="faint small figures">{asClock(row.durationMs)}</span>
              </button>
            </li>
          ))}
        </ol>
        <p className="faint small">{t('replay.length', { length: asClock(recording.durationMs) })}</p>
      </section>
      <div className={css.line} role="group" aria-label={t('replay.timeline')}>
        {rows.map((row) => (
          <button key={row.turn} type="button" className={css.segment} data-colour={row.colour} aria-current={row === now || undefined} aria-label={words(row)} title={words(row)} onClick={() => jump(row)}
            style={{ insetInlineStart: `${row.from * 100}%`, width: `${row.width * 100}%` }} />
        ))}
        <span className={css.now} style={{ insetInlineStart: `${(atMs / Math.max(1, recording.durationMs)) * 100}%` }} aria-hidden />
      </div>
    </div>
  );
}
