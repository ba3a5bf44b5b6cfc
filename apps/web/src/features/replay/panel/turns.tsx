import { Fragment, memo } from 'react';
import { asClock } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { Local } from '../../../ui/name.tsx';
import { NamePlate } from '../../member/plate.tsx';
import type { ChapterRow } from '../story/chapters.ts';
import { Jump } from './jump.tsx';
import css from './panel.module.css';

type Props = { turns: readonly ChapterRow[]; current: number | null; seek: (toMs: number) => void; durationMs: number };

/** Who spoke, in order, under what it was about. */
export const Turns = memo(function Turns({ turns, current, seek, durationMs }: Props) {
  const { t } = useWords();
  return (
    <div data-testid="turns">
      <ol className={css.list}>
        {turns.map((row, n) => (
          <Fragment key={row.turn}>
            {row.under && JSON.stringify(row.under) !== JSON.stringify(turns[n - 1]?.under ?? null) && <li className={css.under}><Local of={row.under} /></li>}
            <li data-colour={row.colour}>
              <Jump toMs={row.offsetMs} seek={seek} here={row.turn === current} data-turn={row.turn}>
                <NamePlate plate={row.plate} />
                <span className="faint small figures">{asClock(row.durationMs)}</span>
              </Jump>
            </li>
          </Fragment>
        ))}
      </ol>
      {turns.length === 0 && <p className="faint">{t('replay.noTurns')}</p>}
      <p className="faint small">{t('replay.length', { length: asClock(durationMs) })}</p>
    </div>
  );
});
