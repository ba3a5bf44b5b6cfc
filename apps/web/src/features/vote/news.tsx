import type { BallotId } from '@yaji/contracts';
import { useEffect, useRef } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { tell } from '../../ui/dialog/notices.tsx';
import { isVoteAsked } from './is-vote-asked.ts';

/** Says once that a vote waits for mine, or that objections are asked for, and leads there. */
export default function VoteNews({ view, shown, show }: { view: RoomView; /** The votes are before one's eyes. */ shown: boolean; show: () => void }) {
  const { t, language } = useWords();
  const told = useRef<BallotId | string | null>(null);
  const { ballots, motions, awards } = view.room;
  const ballot = ballots.find(({ status }) => status === 'open');
  const asked = motions.find(({ objections }) => objections !== null);
  const title = motions.find(({ motionId }) => motionId === ballot?.motionId)?.title ?? awards.find(({ awardId }) => awardId === ballot?.awardId)?.plan.title ?? asked?.title ?? {};
  const now = ballot && isVoteAsked(view) ? ballot.ballotId : asked ? `objections ${asked.motionId}` : null;
  useEffect(() => {
    if (now === null || told.current === now) return;
    told.current = now;
    const words = { title: inLanguage(title, language).text };
    if (!shown) tell({ text: ballot ? t('ballot.opened', words) : t('motion.objectionsAsked', words), tone: 'plain', forMs: 20_000, act: { label: t(ballot ? 'ballot.voteNow' : 'ballot.look'), run: show } });
  });
  return null;
}
