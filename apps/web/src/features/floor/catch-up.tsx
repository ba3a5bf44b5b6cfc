import { asClock } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Local } from '../../ui/name.tsx';
import { NamePlate } from '../member/plate.tsx';
import type { CatchUpPanel } from './catch-up-panel.ts';
import css from './catch-up.module.css';

/** A short look back for those who came later. */
export default function CatchUp({ panel: { topic, speakers, questions }, onClose }: { panel: CatchUpPanel; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('catchUp.title')} onClose={onClose}>
      {topic && <section className={css.part}><h3>{t('catchUp.topic')}</h3><p><Local of={topic.topic?.title ?? topic.item} /></p></section>}
      <section className={css.part}>
        <h3>{t('catchUp.speakers')}</h3>
        <ul>
          {speakers.map(({ turn, plate, at, tookMs }) => (
            <li key={turn} className={css.speaker}><NamePlate plate={plate} /><span className="faint small figures"><Moment at={at} /> · {asClock(tookMs)}</span></li>
          ))}
        </ul>
      </section>
      <section className={css.part}>
        <h3>{t('catchUp.questions')}</h3>
        {questions.length === 0 && <p className="faint">{t('catchUp.none')}</p>}
        <ul>{questions.map(({ questionId, text, answer }) => <li key={questionId} className={css.question}><p>{text ?? t('question.removed')}</p><p className="faint">{answer ?? t('question.answeredLive')}</p></li>)}</ul>
      </section>
    </Dialog>
  );
}
