import { useWords, type Wording } from '../../../i18n/words.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Local, OtherScript } from '../../../ui/name.tsx';
import { NamePlate } from '../../member/plate.tsx';
import { AwardLarge, MotionLarge } from '../../vote/hall/large.tsx';
import { PollChart } from '../../poll/chart.tsx';
import type { PollRow } from '../../poll/poll-panel.ts';
import type { HallPanel, Slide } from './hall-panel.ts';
import css from './idle.module.css';

const titleOf = ({ order, question, poll }: HallPanel): Record<Slide, Wording> => ({
  next: order === 'lot' ? 'hall.lot' : 'hall.next', agenda: 'hall.agenda', question: question?.now ? 'hall.questionNow' : 'hall.question',
  poll: poll?.status === 'closed' ? 'hall.pollResult' : 'hall.poll', motion: 'hall.motion', award: 'hall.award',
});

/** While nobody speaks: who is next, what is to come, what people want to know; one after the other. */
export function Idle({ panel, slide }: { panel: HallPanel; slide: Slide }) {
  const { t } = useWords();
  return (
    <div className={css.idle} data-testid="slide" data-slide={slide}>
      <h2 className={css.title}>{t(titleOf(panel)[slide])}</h2>
      {slide === 'next' && <NextLarge panel={panel} />}
      {slide === 'agenda' && <AgendaLarge panel={panel} />}
      {slide === 'poll' && panel.poll && <PollLarge poll={panel.poll} />}
      {slide === 'motion' && panel.motion && <MotionLarge motion={panel.motion} />}
      {slide === 'award' && panel.award && <AwardLarge award={panel.award} />}
      {slide === 'question' && panel.question && <QuestionLarge question={panel.question} />}
    </div>
  );
}

function QuestionLarge({ question: { text, votes } }: { question: NonNullable<HallPanel['question']> }) {
  const { t } = useWords();
  return <blockquote className={css.question} data-testid="hall-question"><bdi>{text}</bdi>{votes > 0 && <footer>{t('question.votes', { count: votes })}</footer>}</blockquote>;
}

function PollLarge({ poll }: { poll: PollRow }) {
  return (
    <section className={css.poll} data-testid="hall-poll" data-poll={poll.pollId} data-status={poll.status}>
      <p className={css.asked}><Local of={poll.title} /> <OtherScript of={poll.title} className={css.other} /></p>
      {poll.result ? <PollChart poll={poll} large /> : <ul className={css.options}>{poll.plan.options.map(({ optionId, title }) => <li key={optionId}><Local of={title} /></li>)}</ul>}
    </section>
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
