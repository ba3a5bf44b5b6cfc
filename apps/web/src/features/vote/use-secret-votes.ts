import type { BallotId, ParticipantId } from '@yaji/contracts';
import { useEffect, useState } from 'react';
import { say as words } from '../../i18n/words.ts';
import { useLive, useSeat } from '../../live/seat.tsx';
import { tell } from '../../ui/dialog/notices.tsx';
import { castSecretly } from './cast-secretly.ts';

/** Which of my votes are in the box of a secret ballot: the server knows, also of those that another device of mine has cast. */
export function useSecretVotes(ballotId: BallotId | null): { voted: ReadonlySet<ParticipantId>; sending: ParticipantId | null; cast: (elector: ParticipantId, choice: string) => void } {
  const { live: { ask } } = useSeat();
  const connection = useLive((state) => state.connection);
  const [voted, setVoted] = useState<ReadonlySet<ParticipantId>>(new Set());
  const [sending, setSending] = useState<ParticipantId | null>(null);
  useEffect(() => {
    if (ballotId === null || connection !== 'live') return;
    // Without an answer the box will say so itself when one votes.
    ask('voted', { ballotId }).then((answer) => { setVoted(new Set(answer.voted)); }, () => undefined);
  }, [ask, ballotId, connection]);
  const cast = (elector: ParticipantId, choice: string) => {
    if (ballotId === null) return;
    setSending(elector);
    void castSecretly(ask, { ballotId, elector, choice }).then((ack) => {
      setSending(null);
      if (ack?.ok) setVoted((before) => new Set([...before, elector]));
      else tell({ text: words(ack ? `refusal.${ack.refusal.code}` : 'refusal.socket/unavailable', ack ? { ...ack.refusal.details } : {}), tone: 'bad', forMs: 9_000 });
    });
  };
  return { voted, sending, cast };
}
