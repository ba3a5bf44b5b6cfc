import { useId } from 'react';
import { useWords } from '../../i18n/words.ts';
import { type QuestionOrder, questionOrders } from './question-panel.ts';
import css from './question.module.css';

export function OrderChoice({ order, choose }: { order: QuestionOrder; choose: (order: QuestionOrder) => void }) {
  const { t } = useWords();
  const id = useId();
  const words = { votes: t('question.byVotes'), time: t('question.byTime'), topic: t('question.byTopic') };
  return (
    <span className={css.order}>
      <label htmlFor={id} className="sr">{t('question.order')}</label>
      <select id={id} value={order} onChange={({ currentTarget }) => choose(questionOrders.find((one) => one === currentTarget.value) ?? 'votes')} data-testid="question-order">
        {questionOrders.map((one) => <option key={one} value={one}>{words[one]}</option>)}
      </select>
    </span>
  );
}
