import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { Button } from '../../../ui/controls/button.tsx';
import css from '../vote.module.css';
import { attendance, votePanel } from '../vote-panel.ts';
import { WriteMotion } from '../write-motion.tsx';
import { DeskAward } from './desk-award.tsx';
import { DeskMotion } from './desk-motion.tsx';
import { QuorumLine } from './quorum-line.tsx';
import { Register } from './register.tsx';

type Props = { view: RoomView; say: Say; /** The room is open. */ live: boolean };

/** Motions and awards as the moderators lead them, with who is entitled and how many are there, always. */
export function DeskVotes({ view, say, live }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState<'motion' | 'register' | null>(null);
  const { put, others, awards } = votePanel(view);
  const there = attendance(view.room, put?.ballot?.terms ?? view.room.rules.ballots);
  return (
    <div className={css.desk} data-testid="desk-votes">
      {there && <QuorumLine there={there} />}
      {put && <DeskMotion key={put.motionId} motion={put} say={say} live={live} />}
      {live && (
        <p className={css.acts}>
          <Button size="sm" variant="light" onClick={() => setOpen('motion')} data-testid="motion-new">{t('motion.new')}</Button>
          <Button size="sm" variant="quiet" onClick={() => setOpen('register')} data-testid="register-open">{t('register.open')}</Button>
        </p>
      )}
      {awards.map((award) => <DeskAward key={award.awardId} award={award} say={say} live={live} />)}
      {others.map((motion) => <DeskMotion key={motion.motionId} motion={motion} say={say} live={live} />)}
      {open === 'motion' && <WriteMotion view={view} say={say} close={() => setOpen(null)} onBehalf />}
      {open === 'register' && <Register view={view} say={say} close={() => setOpen(null)} />}
    </div>
  );
}
