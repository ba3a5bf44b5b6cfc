import { useWords } from '../../../i18n/words.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Local, OtherScript } from '../../../ui/name.tsx';
import { NamePlate } from '../../member/plate.tsx';
import type { HallPanel, Slide } from './hall-panel.ts';
import css from './idle.module.css';

/** While nobody speaks: who is next, what is to come, what people want to know; one after the other. */
export function Idle({ panel, slide }: { panel: HallPanel; slide: Slide }) {
  const { t } = useWords();
  const title = { next: t(panel.order === 'lot' ? 'hall.lot' : 'hall.next'), agenda: t('hall.agenda'), question: t(panel.question?.now ? 'hall.questionNow' : 'hall.question') }[slide];
  return (
    <div className={css.idle} data-testid="slide" data-slide={slide}>
      <h2 className={css.title}>{title}</h2>
      {slide === 'next' && <NextLarge panel={panel} />}
      {slide === 'agenda' && <AgendaLarge panel={panel} />}
      {slide === 'question' && panel.question && <blockquote className={css.question}><bdi>{panel.question.text}</bdi>{panel.question.votes > 0 && <footer>{t('question.votes', { count: panel.question.votes })}</footer>}</blockquote>}
    </div>
  );
}

function NextLarge({ panel: { next, order } }: { panel: HallPanel }) {
  return <ol className={css.next}>{next.map(({ plate, place }) => <li key={plate.participantId}><span className={css.place} aria-hidden={order === 'lot'}>{order === 'lot' ? '·' : place}</span><NamePlate plate={plate} size="stage" /></li>)}</ol>;
}

function AgendaLarge({ panel: { agenda } }: { panel: HallPanel }) {
  const { t } = useWords();
  return (
    <ol className={css.agenda}>
      {agenda.map(({ itemId, title, at, progress }) => (
        <li key={itemId} data-progress={progress}>
          <span className={css.at}>{progress === 'running' ? t('hall.now') : <Moment at={at} />}</span>
          <span><Local of={title} /> <OtherScript of={title} className={css.other} /></span>
        </li>
      ))}
    </ol>
  );
}
