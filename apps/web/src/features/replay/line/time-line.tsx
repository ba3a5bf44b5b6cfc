import { IconAward, IconChartBar, IconChecklist, IconCircleCheck, IconGavel, IconMessageQuestion, IconStack2 } from '@tabler/icons-react';
import type { Sprite } from '@yaji/contracts';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { asClock } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { chapterAt, type ChapterRow } from '../story/chapters.ts';
import { type Mark, marksOf } from '../story/marks.ts';
import type { Story } from '../story/story.ts';
import css from './line.module.css';
import { Preview } from './preview.tsx';
import { useSprite } from './use-sprite.ts';

type Props = { story: Story; atMs: number; seek: (toMs: number) => void; sprite: Sprite | null; fresh: () => Promise<Sprite | null> };

const signs = { question: IconMessageQuestion, poll: IconChartBar, motion: IconGavel, award: IconAward, action: IconChecklist, decision: IconCircleCheck, several: IconStack2 } as const;
const signPx = 26;
/** Who aims at the beginning of a turn is helped. */
const snapPx = 6;
const stepMs: Readonly<Record<string, number>> = { ArrowLeft: -5_000, ArrowRight: 5_000, PageDown: -60_000, PageUp: 60_000 };

/** All of it in one line: turns by colour, breaks, and signs for what was asked and voted on. Press, drag or use the arrows. */
export function TimeLine({ story, atMs, seek, sprite, fresh }: Props) {
  const { t, language } = useWords();
  const track = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(1_000);
  const [seenMs, setSeenMs] = useState<number | null>(null);
  const picture = useSprite(sprite, { wanted: seenMs !== null, fresh });
  useEffect(() => {
    const line = track.current;
    if (!line) return undefined;
    const watch = new ResizeObserver(() => setWidthPx(line.clientWidth));
    watch.observe(line);
    return () => watch.disconnect();
  }, []);
  const { durationMs, turns, breaks } = story;
  const whole = Math.max(1, durationMs);
  const placeOf = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>): number => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const place = Math.max(0, Math.min(1, (clientX - left) / Math.max(1, width))) * durationMs;
    return turns.find(({ offsetMs }) => Math.abs(offsetMs - place) * width < snapPx * durationMs)?.offsetMs ?? place;
  };
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = stepMs[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? durationMs : by === undefined ? null : atMs + by;
    if (to === null) return;
    event.preventDefault();
    seek(to);
    setSeenMs(to);
  };
  const now = chapterAt(turns, atMs);
  const at = { time: asClock(atMs), whole: asClock(durationMs) };
  const told = now ? t('replay.positionOf', { ...at, name: inLanguage(now.plate.name, language).text }) : t('replay.position', at);
  const percent = (ms: number) => `${(ms / whole) * 100}%`;
  return (
    <div className={css.line} data-testid="time-line">
      <Marks marks={marksOf(story, { widthPx, signPx })} seek={seek} />
      <div ref={track} className={css.track} role="slider" tabIndex={0} aria-label={t('replay.timeline')} aria-valuemin={0} aria-valuemax={Math.round(durationMs / 1_000)} aria-valuenow={Math.round(atMs / 1_000)} aria-valuetext={told}
        onKeyDown={move} onFocus={() => setSeenMs(atMs)} onBlur={() => setSeenMs(null)} onPointerLeave={() => setSeenMs(null)}
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); seek(placeOf(event)); }}
        onPointerMove={(event) => { setSeenMs(placeOf(event)); if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(placeOf(event)); }} data-testid="track">
        {turns.map((row) => <Segment key={row.turn} row={row} current={row === now} />)}
        {breaks.map(({ offsetMs }) => <span key={offsetMs} className={css.break} style={{ insetInlineStart: percent(offsetMs) }} />)}
        <span className={css.now} style={{ insetInlineStart: percent(atMs) }} />
      </div>
      {seenMs !== null && <Preview atMs={seenMs} part={seenMs / whole} turn={chapterAt(turns, seenMs)} gap={breaks.find(({ offsetMs }) => Math.abs(offsetMs - seenMs) * widthPx < snapPx * whole) ?? null} sprite={sprite} picture={picture} />}
    </div>
  );
}

const Segment = ({ row: { turn, colour, from, width }, current }: { row: ChapterRow; current: boolean }) => (
  <span className={css.segment} data-colour={colour} data-turn={turn} data-current={current || undefined} style={{ insetInlineStart: `${from * 100}%`, width: `${width * 100}%` }} />
);

function Marks({ marks, seek }: { marks: readonly Mark[]; seek: Props['seek'] }) {
  const { t, language } = useWords();
  const told = ({ subjects }: Mark) => subjects.map(({ kind, title, offsetMs }) => t('replay.mark', { kind: t(`replayKind.${kind}`), title: inLanguage(title, language).text, time: asClock(offsetMs) })).join('; ');
  return (
    <div className={css.marks} role="group" aria-label={t('replay.marks')}>
      {marks.map((mark) => {
        const Sign = signs[mark.kind];
        return <button key={mark.key} type="button" className={css.mark} data-kind={mark.kind} style={{ insetInlineStart: `clamp(0px, calc(${mark.from * 100}% - 13px), calc(100% - 26px))` }} aria-label={told(mark)} title={told(mark)} onClick={() => seek(mark.offsetMs)}><Sign size={18} aria-hidden /></button>;
      })}
    </div>
  );
}
