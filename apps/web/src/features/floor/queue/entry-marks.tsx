import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Local } from '../../../ui/name.tsx';
import { Name } from '../../member/plate.tsx';
import css from './entry-marks.module.css';
import type { QueueRow } from './queue-panel.ts';
import { laneWording } from './lane-words.ts';

type Props = { row: Pick<QueueRow, 'lane' | 'category' | 'stance' | 'note' | 'question' | 'answers' | 'moved'> };

/** What an entry is beside its place: how privileged, on which side, answering whom, moved by whom, and what was written. */
export function EntryMarks({ row: { lane, category, stance, note, question, answers, moved } }: Props) {
  const { t } = useWords();
  if (![lane !== 'normal', stance, note, question, answers, moved].some(Boolean)) return null;
  return (
    <span className={css.marks}>
      {lane !== 'normal' && <LaneMark lane={lane} category={category} />}
      {stance && <span className={css.stance} data-stance={stance}>{t(stance === 'pro' ? 'floor.stancePro' : 'floor.stanceContra')}</span>}
      {answers && <span className={css.quiet}>{t('floor.answering')} <Name plate={answers} /></span>}
      {moved && <Moved moved={moved} />}
      {question && <span className={css.note} data-testid="entry-question">{t('floor.asks')} <bdi>{question}</bdi></span>}
      {note && <span className={css.note}><bdi>{note}</bdi></span>}
    </span>
  );
}

function LaneMark({ lane, category }: Pick<QueueRow, 'lane' | 'category'>) {
  const { t } = useWords();
  return <span className={css.lane} data-lane={lane}>{t(laneWording[lane])}{category && <>: <Local of={category} /></>}</span>;
}

function Moved({ moved: { by, at } }: { moved: NonNullable<QueueRow['moved']> }) {
  const { t, language } = useWords();
  return <span className={css.quiet} data-testid="moved">{by ? t('floor.movedBy', { name: inLanguage(by.name, language).text }) : t('floor.moved')} · <Moment at={at} /></span>;
}
