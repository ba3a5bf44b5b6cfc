import { IconCheck, IconHandStop, IconMinus, IconX } from '@tabler/icons-react';
import type { ParticipantId } from '@yaji/contracts';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Name } from '../member/plate.tsx';
import { ReceiptView } from './receipt.tsx';
import { Turnout } from './turnout.tsx';
import { useSecretVotes } from './use-secret-votes.ts';
import css from './vote.module.css';
import type { BallotRow, MyVote } from './vote-panel.ts';

export const choices = [
  { choice: 'yes', icon: <IconCheck size={20} aria-hidden /> }, { choice: 'no', icon: <IconX size={20} aria-hidden /> }, { choice: 'abstain', icon: <IconMinus size={20} aria-hidden /> },
] as const;

/** My votes in an open ballot, each cast with two touches: a choice, then the button. */
export function BallotView({ ballot, say }: { ballot: BallotRow; say: Say }) {
  const { t } = useWords();
  const { ballotId, status, mine, secret, gaveAway, terms } = ballot;
  const box = useSecretVotes(secret ? ballotId : null);
  const cast = (elector: ParticipantId, choice: string) => { if (secret) box.cast(elector, choice); else void say('ballot.vote', { ballotId, elector, choice }); };
  return (
    <div className={css.ballot} data-ballot={ballotId} data-status={status}>
      <Turnout ballot={ballot} />
      <p className="faint small">{t(`secrecy.${terms.secrecy}`)}</p>
      {gaveAway && <p className={css.note}><IconHandStop size={18} aria-hidden /> {t('ballot.gaveAway')} <Name plate={gaveAway} /></p>}
      {mine.length === 0 && !gaveAway && <p className="faint">{t('ballot.notMine')}</p>}
      {mine.map((vote) => {
        const done = vote.cast || box.voted.has(vote.elector);
        return (
          <VoteOf key={vote.elector} vote={vote} several={mine.length > 1}>
            {done ? <CastMark vote={vote} ballot={ballot} /> : status === 'open' && <Choose sending={vote.sending || box.sending === vote.elector} cast={(choice) => cast(vote.elector, choice)} name={vote.elector} />}
          </VoteOf>
        );
      })}
    </div>
  );
}

/** Whose vote it is, where I cast more than one. */
export function VoteOf({ vote: { own, plate }, several, children }: { vote: MyVote; several: boolean; children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className={css.vote} data-elector={plate.participantId}>
      {several && <h3 className="label">{own ? t('ballot.own') : <>{t('ballot.proxyOf')} <Name plate={plate} /></>}</h3>}
      {children}
    </div>
  );
}

/** That it is cast, and how: from the log, or from the receipt that this browser keeps. */
export function CastMark({ vote, ballot }: { vote: MyVote; ballot: BallotRow }) {
  const { t } = useWords();
  return (
    <div role="status" data-testid="vote-cast">
      <p className={css.cast}><IconCheck size={20} aria-hidden /> {vote.choice === null ? t('ballot.cast') : t('ballot.castAs', { choice: t(`choice.${vote.choice as 'yes'}`) })}</p>
      {ballot.secret && <ReceiptView ballotId={ballot.ballotId} elector={vote.elector} />}
    </div>
  );
}

function Choose({ sending, cast, name }: { sending: boolean; cast: (choice: string) => void; name: string }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (chosen) cast(chosen); }} className={css.choose}>
      <fieldset className={css.choices}>
        <legend className="sr">{t('ballot.choose')}</legend>
        {choices.map(({ choice, icon }) => (
          <label key={choice} data-choice={choice}><input type="radio" className="sr" name={`vote-${name}`} checked={chosen === choice} onChange={() => setChosen(choice)} />{icon}<span>{t(`choice.${choice}`)}</span></label>
        ))}
      </fieldset>
      <Button submit busy={sending} disabled={chosen === null} data-testid="vote-send">{t('ballot.vote')}</Button>
    </form>
  );
}
