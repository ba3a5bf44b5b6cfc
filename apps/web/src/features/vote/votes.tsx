import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Button } from '../../ui/controls/button.tsx';
import { AwardView } from './award.tsx';
import { MotionView } from './motion.tsx';
import css from './vote.module.css';
import { votePanel } from './vote-panel.ts';
import { WriteMotion } from './write-motion.tsx';

/** What is put to the vote: the motion before the room first, then the others, then awards. */
export default function VotesView({ view, say }: { view: RoomView; say: Say }) {
  const { t } = useWords();
  const [writing, setWriting] = useState(false);
  const { put, others, awards, mayMove } = votePanel(view);
  return (
    <div className={css.votes} data-testid="votes">
      {put && <MotionView key={put.motionId} motion={put} say={say} />}
      {awards.map((award) => <AwardView key={award.awardId} award={award} />)}
      {others.map((motion) => <MotionView key={motion.motionId} motion={motion} say={say} />)}
      {mayMove && <p><Button size="sm" variant="light" onClick={() => setWriting(true)} data-testid="motion-new">{t('motion.new')}</Button></p>}
      {writing && <WriteMotion view={view} say={say} close={() => setWriting(false)} />}
    </div>
  );
}
