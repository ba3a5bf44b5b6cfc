import { useWords } from '../../i18n/words.ts';
import { useLive } from '../../live/seat.tsx';
import { Seconds } from './seconds.tsx';
import css from './vote.module.css';
import type { BallotRow } from './vote-panel.ts';

/** How many have voted of how many, and how long there is still. */
export function Turnout({ ballot: { ballotId, status, votes, entitled, closesInMs } }: { ballot: BallotRow }) {
  const { t } = useWords();
  const boxed = useLive(({ turnout }) => (turnout?.ballotId === ballotId ? turnout.votes : 0));
  const count = votes ?? boxed;
  return (
    <div className={css.turnout}>
      <p role="status" data-testid="turnout">
        {status === 'counting' ? t('ballot.counting') : entitled ? t('ballot.turnout', { votes: count, entitled: entitled.members }) : t('ballot.votes', { count })}
        {closesInMs !== null && <> · <Seconds ms={closesInMs} /></>}
      </p>
      {entitled && entitled.members > 0 && <span className={css.track} aria-hidden><span style={{ inlineSize: `${(100 * count) / entitled.members}%` }} /></span>}
    </div>
  );
}
