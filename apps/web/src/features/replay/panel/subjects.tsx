import type { Room } from '@yaji/salon';
import type { DeepReadonly } from '@yaji/kit';
import { asClock } from '../../../i18n/times.ts';
import { useWords, type Wording } from '../../../i18n/words.ts';
import { Local } from '../../../ui/name.tsx';
import type { Happening, Subject } from '../story/subjects.ts';
import css from './panel.module.css';

type Props = { subjects: readonly Subject[]; atMs: number; seek: (toMs: number) => void; none: Wording; /** The room at this second, where it says how each stood. */ room?: DeepReadonly<Room> };

const words: Readonly<Record<Happening, Wording>> = {
  asked: 'replay.asked', put: 'replay.put', spoken: 'replay.spoken', answered: 'replay.answered', opened: 'replay.opened', closed: 'replay.closed', published: 'replay.published',
  moved: 'replay.moved', debated: 'replay.debated', objections: 'replay.objections', decided: 'replay.decided', revealed: 'replay.revealed', marked: 'replay.marked',
};

/** What was asked or voted on, and every moment of it. */
export function Subjects({ subjects, atMs, seek, none, room }: Props) {
  const { t } = useWords();
  if (subjects.length === 0) return <p className="faint">{t(none)}</p>;
  const asked = new Map((room?.questions ?? []).map(({ questionId, status }) => [questionId as string, status]));
  return (
    <ol className={css.list} data-testid="subjects">
      {subjects.map(({ key, id, kind, title, moments, offsetMs }) => {
        const last = moments.findLast((one) => one.offsetMs <= atMs);
        return (
          <li key={key} className={css.subject} data-subject={id} data-kind={kind} data-status={kind === 'question' ? asked.get(id) ?? 'unasked' : undefined} data-happened={last?.what}>
            <button type="button" className={css.title} onClick={() => seek(offsetMs)}>
              {kind !== 'question' && <span className="label">{t(`replayKind.${kind}`)}</span>}
              <span>{Object.keys(title).length > 0 ? <Local of={title} /> : t('question.removed')}</span>
            </button>
            <span className={css.moments}>
              {moments.map(({ what, offsetMs: toMs }) => (
                <button key={`${what} ${toMs}`} type="button" aria-current={last?.what === what && last.offsetMs === toMs ? 'true' : undefined} onClick={() => seek(toMs)}>{t(words[what])} <span className="figures">{asClock(toMs)}</span></button>
              ))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
