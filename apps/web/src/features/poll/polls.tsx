import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Local } from '../../ui/name.tsx';
import { AnswerForm } from './answer-form.tsx';
import { PollChart } from './chart.tsx';
import css from './poll.module.css';
import { pollPanel, type PollRow } from './poll-panel.ts';

/** What is asked of everybody now, and what came of it before. */
export default function PollsView({ view, say }: { view: RoomView; say: Say }) {
  const { t } = useWords();
  const { open, over } = pollPanel(view);
  return (
    <div className={css.polls} data-testid="polls">
      {open === null && over.length === 0 && <p className="faint">{t('poll.none')}</p>}
      {open && <OpenPoll key={open.pollId} poll={open} say={say} />}
      {over.map((poll) => (
        <section key={poll.pollId} data-poll={poll.pollId} data-status={poll.status}>
          <h2 className={css.title}><Local of={poll.title} /></h2>
          {poll.result ? <PollChart poll={poll} /> : <p className="faint">{t('poll.notYet')}</p>}
        </section>
      ))}
    </div>
  );
}

function OpenPoll({ poll, say }: { poll: PollRow; say: Say }) {
  const { t } = useWords();
  const { pollId, title, mine, mayAnswer, result } = poll;
  return (
    <section data-poll={pollId} data-status="open">
      <h2 className={css.title}><Local of={title} /></h2>
      {/* Made anew by what was sent: what the form shows is what counts. */}
      {mayAnswer && <AnswerForm key={mine ?? ''} poll={poll} send={(answer) => void say('poll.answer', { pollId, answer })} />}
      {mine !== null && <p className={css.sent} role="status" data-testid="poll-sent">{t(mayAnswer ? 'poll.sentChangeable' : 'poll.sent')}</p>}
      {result && <PollChart poll={poll} />}
    </section>
  );
}
