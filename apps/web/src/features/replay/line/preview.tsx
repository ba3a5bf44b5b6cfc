import type { Sprite } from '@yaji/contracts';
import { asClock } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { Local } from '../../../ui/name.tsx';
import type { ChapterRow } from '../story/chapters.ts';
import type { Break } from '../story/story.ts';
import css from './line.module.css';

/** `part`: of the whole, 0 to 1. `gap`: recording was interrupted here. `picture`: the small pictures, once they are there. */
type Props = { atMs: number; part: number; turn: ChapterRow | null; gap: Break | null; sprite: Sprite | null; picture: string | null };

/** What there is at a place of the time line. For the eye: what it says, the line says itself. */
export function Preview({ atMs, part, turn, gap, sprite, picture }: Props) {
  const { t } = useWords();
  return (
    <div className={css.preview} style={{ insetInlineStart: `clamp(0px, calc(${part * 100}% - 6rem), calc(100% - 12rem))` }} aria-hidden data-testid="preview">
      {sprite && picture && <span className={css.picture} style={pictureAt(sprite, picture, atMs)} />}
      <span className={css.words}>
        <span className="figures">{asClock(atMs)}</span>
        {turn && <strong><Local of={turn.plate.name} /></strong>}
        {gap && <span>{t('replay.break', { length: asClock(gap.lostMs) })}</span>}
      </span>
    </div>
  );
}

/** The pictures lie in rows; the one that shows this moment is moved before the window. */
export function pictureAt({ everyMs, columns, count, width, height }: Sprite, picture: string, atMs: number) {
  const n = Math.max(0, Math.min(count - 1, Math.floor(atMs / Math.max(1, everyMs))));
  return { width, height, backgroundImage: `url("${picture}")`, backgroundPosition: `-${(n % columns) * width}px -${Math.floor(n / columns) * height}px` };
}
