import type { MissingPart } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';
import { inLanguage } from '../../../i18n/local-text.ts';
import { asClock } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { plateOf } from '../../member/plate.ts';
import css from './offer.module.css';

type Props = { missing: readonly MissingPart[]; room: DeepReadonly<Room>; seek: (toMs: number) => void };

/** What a recording lacks and why, for who wants to know. */
export function Missing({ missing, room, seek }: Props) {
  const { t, language } = useWords();
  if (missing.length === 0) return null;
  const name = ({ participantId }: MissingPart) => (participantId && inLanguage(plateOf(room, participantId).name, language).text) || t('replay.somebody');
  return (
    <details className={css.missing} data-testid="missing">
      <summary>{t('replay.missing', { count: missing.length })}</summary>
      <ul>
        {missing.map((part, n) => {
          const { what, why, offsetMs, durationMs } = part;
          return (
            <li key={n}>
              {offsetMs !== null && <button type="button" className="figures" onClick={() => seek(offsetMs)}>{durationMs === null ? asClock(offsetMs) : t('replay.fromTo', { from: asClock(offsetMs), to: asClock(offsetMs + durationMs) })}</button>}
              <span>{t(`missing.${what}`, { name: name(part), why: t(`missingWhy.${why}`) })}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
