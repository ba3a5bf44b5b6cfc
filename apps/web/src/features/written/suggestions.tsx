import type { ActionSuggestion } from '@yaji/contracts';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Link } from '../../ui/route/link.tsx';
import css from './suggestions.module.css';

type Props = {
  suggestions: readonly ActionSuggestion[]; takeUp: (one: ActionSuggestion) => void; passOver: (one: ActionSuggestion, passed: boolean, done: () => void) => void;
  nameOf: (participantId: string) => string; momentLink: (at: number) => string | null;
};

/** So many are read in one look. */
const atOnce = 5;

/** Sentences that sound like a task or a decision: each is taken up, or is none. */
export function Suggestions({ suggestions, takeUp, passOver, nameOf, momentLink }: Props) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const [passed, setPassed] = useState<ActionSuggestion | null>(null);
  const shown = all ? suggestions : suggestions.slice(0, atOnce);
  const more = suggestions.length - shown.length;
  const answer = (one: ActionSuggestion, isPassed: boolean) => passOver(one, isPassed, () => setPassed(isPassed ? one : null));
  return (
    <>
      {suggestions.length > 0 && <p className="faint small">{t('written.suggestedText')}</p>}
      <ul className={css.list}>
        {shown.map((one) => (
          <Suggestion key={`${one.said.lineId} ${one.said.text}`} one={one} nameOf={nameOf} to={momentLink(one.at)}>
            <Button size="sm" variant="light" onClick={() => takeUp(one)} data-testid="take-up">{t('written.takeUp')}<span className="sr">{`: ${one.said.text}`}</span></Button>
            <Button size="sm" variant="quiet" onClick={() => answer(one, true)} data-testid="pass-over">{t('written.passOver')}<span className="sr">{`: ${one.said.text}`}</span></Button>
          </Suggestion>
        ))}
      </ul>
      {more > 0 && <Button size="sm" variant="quiet" onClick={() => setAll(true)}>{t('written.moreSuggested', { count: more })}</Button>}
      <p role="status" className={css.passed}>
        {passed && <><span>{t('written.passedOver', { text: passed.said.text })}</span> <Button key={passed.said.lineId} size="sm" variant="quiet" autoFocus onClick={() => answer(passed, false)} data-testid="offer-again">{t('written.offerAgain')}</Button></>}
      </p>
    </>
  );
}

type OneProps = { one: ActionSuggestion; nameOf: Props['nameOf']; to: string | null; children: ReactNode };

function Suggestion({ one: { said, language, kind, speaker, who, by, byWords }, nameOf, to, children }: OneProps) {
  const { t, language: page } = useWords();
  const day = by === null ? null : new Intl.DateTimeFormat(page, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(`${by}T00:00:00Z`));
  return (
    <li data-testid="suggestion" data-kind={kind}>
      <blockquote lang={language}>{to === null ? said.text : <Link to={to}>{said.text}</Link>}</blockquote>
      <p className="faint small">
        {speaker !== null && <>{t('written.saidBy', { name: nameOf(speaker) })} · </>}{t(kind === 'action' ? 'written.kindAction' : 'written.kindDecision')}
        {who !== null && <> · {t('written.suggestedWho', { name: nameOf(who) })}</>}
        {byWords !== null && <> · {t('written.suggestedBy', { day: day ?? `“${byWords}”` })}</>}
      </p>
      <div className={css.acts}>{children}</div>
    </li>
  );
}
