import { memo, useEffect, useRef, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Name } from '../../member/plate.tsx';
import type { SpokenLine } from '../story/story.ts';
import { Jump } from './jump.tsx';
import css from './panel.module.css';

type Props = { lines: readonly SpokenLine[]; atMs: number; seek: (toMs: number) => void };

/** What was said; it follows the film until somebody reads elsewhere. */
export function Transcript({ lines, atMs, seek }: Props) {
  const { t, language } = useWords();
  const languages = [...new Set(lines.map((line) => line.language))];
  const [wished, choose] = useState<string | null>(null);
  const spoken = wished ?? languages.find((one) => one.split('-')[0] === language.split('-')[0]) ?? languages[0];
  const [following, follow] = useState(true);
  const list = useRef<HTMLDivElement>(null);
  const read = lines.filter((line) => line.language === spoken);
  const current = read.findLast(({ offsetMs }) => offsetMs <= atMs)?.lineId ?? null;
  useEffect(() => {
    const line = following ? list.current?.querySelector<HTMLElement>('[aria-current]') : null;
    const panel = line?.closest('[role="tabpanel"]');
    if (!line || !panel) return;
    // Only the panel moves, never the page.
    panel.scrollTop += line.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
  }, [current, following]);
  if (lines.length === 0) return <p className="faint" data-testid="transcript">{t('replay.noTranscript')}</p>;
  return (
    <div ref={list} className={css.transcript} data-testid="transcript" onWheel={() => follow(false)} onTouchMove={() => follow(false)}>
      {(languages.length > 1 || !following) && (
        <p className={css.bar}>
          {languages.length > 1 && <select aria-label={t('app.language')} value={spoken} onChange={(event) => choose(event.target.value)}>{languages.map((one) => <option key={one} value={one} lang={one}>{new Intl.DisplayNames(one, { type: 'language', fallback: 'code' }).of(one)}</option>)}</select>}
          {!following && <Button size="sm" variant="light" onClick={() => follow(true)} data-testid="follow">{t('replay.follow')}</Button>}
        </p>
      )}
      <Lines lines={read} current={current} seek={seek} language={spoken} />
    </div>
  );
}

type LinesProps = { lines: readonly SpokenLine[]; current: string | null; seek: Props['seek']; language: string | undefined };

/** A long talk has thousands: they are drawn anew when the line changes, not with every picture. */
const Lines = memo(function Lines({ lines, current, seek, language }: LinesProps) {
  return (
    <ol className={css.list} lang={language}>
      {lines.map(({ lineId, text, plate, turn, offsetMs }, n) => (
        <li key={lineId} className={css.line}>
          {plate && (n === 0 || lines[n - 1]?.turn !== turn) && <p className={css.speaker}><Name plate={plate} /></p>}
          <Jump toMs={offsetMs} seek={seek} here={lineId === current} data-line={lineId}><bdi>{text}</bdi></Jump>
        </li>
      ))}
    </ol>
  );
});
