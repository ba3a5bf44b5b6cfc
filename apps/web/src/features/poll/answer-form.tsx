import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { PollAnswer } from '@yaji/contracts';
import { useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { TextArea, TextField } from '../../ui/controls/field.tsx';
import { Local } from '../../ui/name.tsx';
import css from './poll.module.css';
import type { PollRow } from './poll-panel.ts';

type Props = { poll: PollRow; send: (answer: PollAnswer) => void };

/** One's own answer; sent with the button, so that nothing is sent by mistake. */
export function AnswerForm({ poll, send }: Props) {
  const { t } = useWords();
  const { plan, mine, sending } = poll;
  // Whoever agrees with the order that is shown need not move anything.
  const [given, setGiven] = useState<PollAnswer | null>(plan.kind === 'ranking' && mine === null ? { options: plan.options.map(({ optionId }) => optionId) } : null);
  return (
    <form className={css.form} onSubmit={(event) => { event.preventDefault(); if (given) send(given); }} data-testid="poll-form">
      {(plan.kind === 'single' || plan.kind === 'multiple') && <Choice poll={poll} give={setGiven} />}
      {plan.kind === 'rating' && <Rating mine={mine} give={setGiven} />}
      {plan.kind === 'ranking' && <Ranking poll={poll} give={setGiven} />}
      {plan.kind === 'words' && <TextField label={t('poll.oneWord')} maxLength={40} defaultValue={mine ?? ''} onChange={({ currentTarget: { value } }) => setGiven(value.trim() === '' ? null : { text: value.trim() })} data-testid="poll-text" />}
      {plan.kind === 'text' && <TextArea label={t('poll.yourWords')} rows={3} maxLength={500} defaultValue={mine ?? ''} onChange={({ currentTarget: { value } }) => setGiven(value.trim() === '' ? null : { text: value.trim() })} data-testid="poll-text" />}
      <Button submit busy={sending} disabled={given === null} data-testid="poll-send">{t(mine === null ? 'poll.send' : 'poll.change')}</Button>
    </form>
  );
}

function Choice({ poll: { pollId, plan, mine }, give }: { poll: PollRow; give: (answer: PollAnswer | null) => void }) {
  const [chosen, setChosen] = useState<readonly string[]>(mine === null ? [] : mine.split('>'));
  const single = plan.kind === 'single';
  const toggle = (optionId: string) => {
    const next = single ? [optionId] : chosen.includes(optionId) ? chosen.filter((one) => one !== optionId) : [...chosen, optionId];
    setChosen(next);
    give(next.length === 0 ? null : { options: [...next] });
  };
  return (
    <fieldset className={css.choices}>
      <legend className="sr"><Local of={plan.title} /></legend>
      {plan.options.map(({ optionId, title }) => (
        <label key={optionId} data-option={optionId}><input type={single ? 'radio' : 'checkbox'} name={pollId} checked={chosen.includes(optionId)} onChange={() => toggle(optionId)} /><span><Local of={title} /></span></label>
      ))}
    </fieldset>
  );
}

function Rating({ mine, give }: { mine: string | null; give: (answer: PollAnswer) => void }) {
  const { t } = useWords();
  const [rating, setRating] = useState(mine === null ? 0 : Number(mine));
  return (
    <fieldset className={css.rating}>
      <legend className="sr">{t('poll.rate')}</legend>
      {[1, 2, 3, 4, 5].map((one) => (
        <label key={one} data-option={one} data-on={one <= rating || undefined}><input type="radio" className="sr" name="rating" checked={rating === one} onChange={() => { setRating(one); give({ rating: one }); }} /><span aria-hidden>★</span><span className="sr">{t('poll.stars', { count: one })}</span></label>
      ))}
    </fieldset>
  );
}

function Ranking({ poll: { plan, mine }, give }: { poll: PollRow; give: (answer: PollAnswer) => void }) {
  const { t, language } = useWords();
  const all = plan.options.map(({ optionId }) => optionId);
  const [order, setOrder] = useState<readonly string[]>(mine === null ? all : [...mine.split('>'), ...all.filter((one) => !mine.split('>').includes(one))]);
  const move = (from: number, to: number) => {
    const next = [...order];
    next.splice(to, 0, ...next.splice(from, 1));
    setOrder(next);
    give({ options: next });
  };
  return (
    <ol className={css.ranking}>
      {order.map((optionId, place) => {
        const title = plan.options.find((option) => option.optionId === optionId)?.title ?? {};
        const name = inLanguage(title, language).text;
        return (
          <li key={optionId} data-option={optionId}>
            <span className={css.place}>{place + 1}</span><span><Local of={title} /></span>
            <IconButton small label={`${t('desk.up')}: ${name}`} disabled={place === 0} onClick={() => move(place, place - 1)}><IconChevronUp size={18} /></IconButton>
            <IconButton small label={`${t('desk.down')}: ${name}`} disabled={place === order.length - 1} onClick={() => move(place, place + 1)}><IconChevronDown size={18} /></IconButton>
          </li>
        );
      })}
    </ol>
  );
}
