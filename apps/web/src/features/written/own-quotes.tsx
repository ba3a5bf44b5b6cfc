import { useQuery } from '@tanstack/react-query';
import type { AnswerQuote, OwnQuote } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { faultWords } from '../../session/fault-words.ts';
import { ask, order } from '../../session/rest.ts';
import { Button } from '../../ui/controls/button.tsx';
import css from './review.module.css';

/** The caller's own words that the report would quote: whoever said them may agree, or not. Nothing where there are none. */
export function OwnQuotes({ room, token, momentLink }: { room: string; token: string; momentLink: (at: number) => string | null }) {
  const { t } = useWords();
  const { data, refetch } = useQuery({ queryKey: ['quotes', room], queryFn: ({ signal }) => ask<{ quotes: OwnQuote[] }>(`/rooms/${room}/quotes`, { token, signal }) });
  const [error, setError] = useState<unknown>(null);
  const answer = (body: AnswerQuote) => {
    setError(null);
    order(`/rooms/${room}/quotes`, { token, body, method: 'PUT' }).then(() => refetch()).catch(setError);
  };
  const quotes = data?.quotes ?? [];
  if (quotes.length === 0) return null;
  return (
    <section className={css.own} aria-label={t('written.ownQuotes')} data-testid="own-quotes">
      <h2>{t('written.ownQuotes')}</h2>
      <p className="faint">{t('written.ownQuotesText')}</p>
      <ul>
        {quotes.map(({ text, fromAt, agreed }) => {
          const to = momentLink(fromAt);
          return (
            <li key={text}>
              <blockquote>{to === null ? text : <a href={to}>{text}</a>}</blockquote>
              <div className={css.acts}>
                <Button variant={agreed === true ? 'filled' : 'plain'} size="sm" aria-pressed={agreed === true} onClick={() => answer({ text, agreed: true })}>{t('written.agree')}</Button>
                <Button variant={agreed === false ? 'filled' : 'plain'} size="sm" aria-pressed={agreed === false} onClick={() => answer({ text, agreed: false })}>{t('written.disagree')}</Button>
              </div>
            </li>
          );
        })}
      </ul>
      {error !== null && <p role="alert" className={css.wrong}>{faultWords(error).text}</p>}
    </section>
  );
}
