import { IconDownload } from '@tabler/icons-react';
import type { Aftermath } from '@yaji/contracts';
import { type MouseEvent, useEffect, useRef } from 'react';
import { asClock } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import css from './offer.module.css';

/** `readAt`: when these links were given, this device's clock; they run out. `fresh`: gives others, or null where that fails. */
type Props = { aftermath: Aftermath; readAt: number; fresh: () => Promise<Aftermath | null> };
type File = { key: string; words: string; bytes: number | null; pick: (aftermath: Aftermath) => string | undefined };

/** A link lasts five minutes; one that is nearly over is not handed out any more. */
const holdsMs = 240_000;
const isHolding = (readAt: number): boolean => Date.now() - readAt < holdsMs;

/** Everything that can be taken home. */
export function Downloads({ aftermath, readAt, fresh }: Props) {
  const { t } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = ({ target }: Event) => { if (menu.current && !menu.current.contains(target as Node)) menu.current.open = false; };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);
  const files = filesOf(aftermath, t);
  const clips = clipsOf(aftermath);
  if (files.length + clips.length === 0) return null;
  const take = (event: MouseEvent<HTMLAnchorElement>, { pick }: File) => {
    if (isHolding(readAt)) return;
    event.preventDefault();
    void fresh().then((now) => {
      const url = now && pick(now);
      if (url) save(url);
    });
  };
  const line = (file: File) => <li key={file.key}><a href={file.pick(aftermath)} download onClick={(event) => take(event, file)} data-file={file.key}><bdi>{file.words}</bdi><Size bytes={file.bytes} /></a></li>;
  return (
    <details ref={menu} className={css.menu} onKeyDown={({ key, currentTarget }) => { if (key === 'Escape') currentTarget.open = false; }} data-testid="downloads">
      <summary className={css.open}><IconDownload size={18} aria-hidden />{t('replay.download')}</summary>
      <div className={css.sheet}>
        <ul>{files.map(line)}</ul>
        {clips.length > 0 && <details><summary>{t('replay.downloadClips', { count: clips.length })}</summary><ul>{clips.map(line)}</ul></details>}
      </div>
    </details>
  );
}

function filesOf({ recording, minutes }: Aftermath, t: ReturnType<typeof useWords>['t']): File[] {
  const captions = (recording?.captions ?? []).map(({ language }): File => ({
    key: `captions-${language}`, words: t('replay.downloadCaptions', { language: new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(language) ?? language }), bytes: null,
    pick: (one) => one.recording?.captions.find((captions) => captions.language === language)?.url,
  }));
  return [
    ...(recording ? [{ key: 'film', words: t('replay.downloadFilm'), bytes: recording.bytes, pick: (one: Aftermath) => one.recording?.url }] : []),
    ...(recording?.sound ? [{ key: 'sound', words: t('replay.downloadSound'), bytes: recording.sound.bytes, pick: (one: Aftermath) => one.recording?.sound?.url }] : []),
    ...captions,
    ...(minutes ? [{ key: 'minutes', words: t('replay.downloadMinutes'), bytes: null, pick: (one: Aftermath) => one.minutes?.url }] : []),
  ];
}

const clipsOf = ({ clips }: Aftermath): File[] => clips.map(({ turn, title, durationMs, bytes }) => ({
  key: `clip-${turn}`, words: `${title} · ${asClock(durationMs)}`, bytes, pick: (one) => one.clips.find((clip) => clip.turn === turn)?.url,
}));

function Size({ bytes }: { bytes: number | null }) {
  const { language } = useWords();
  if (!bytes) return null;
  const [amount, unit] = bytes >= 1e9 ? [bytes / 1e9, 'gigabyte'] : bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e3, 'kilobyte'];
  return <span className="faint small figures">{new Intl.NumberFormat(language, { style: 'unit', unit, maximumSignificantDigits: 2 }).format(amount)}</span>;
}

function save(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
