import { asCountdown } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { Local } from '../../../ui/name.tsx';
import { TopicLineView } from '../../agenda/topic-line.tsx';
import { laneWording } from '../../floor/queue/lane-words.ts';
import { Name, NamePlate } from '../../member/plate.tsx';
import { PollChart } from '../../poll/chart.tsx';
import { Places } from '../../vote/award.tsx';
import { MotionHead } from '../../vote/motion.tsx';
import { ResultView } from '../../vote/result.tsx';
import { type AskedRow, nowPanel, type NowPanel } from './now-panel.ts';
import css from './panel.module.css';
import { Waiting } from './waiting.tsx';

/** The room as it was at this second. `seq`: the last event that had happened. */
export function Now({ view, seq }: { view: RoomView; seq: number }) {
  const panel = nowPanel(view);
  const { topic, item, speaker, queue, question, asked } = panel;
  return (
    <div className={css.now} data-testid="now" data-seq={seq} data-at={view.now} data-speaker={speaker?.plate.participantId ?? ''} data-queue={queue.map(({ entryId }) => entryId).join(' ')}
      data-question={question?.questionId ?? ''} data-asked={asked.map(({ questionId, votes }) => `${questionId}:${votes}`).join(' ')}>
      {item && <p className="label"><Local of={item} /></p>}
      <TopicLineView line={topic} />
      <Speaking panel={panel} />
      <Waiting rows={queue} room={view.room} open={panel.open} />
      {(question || asked.length > 0) && <Asked question={question} asked={asked} />}
      <Voting panel={panel} />
    </div>
  );
}

function Speaking({ panel: { speaker, waiting } }: { panel: NowPanel }) {
  const { t } = useWords();
  return (
    <section className={css.part}>
      <h3 className="label">{t('floor.speakingNow')}{speaker && speaker.lane !== 'normal' && <> · {t(laneWording[speaker.lane])}</>}</h3>
      {speaker ? (
        <p className={css.speaking} data-testid="now-speaker">
          <NamePlate plate={speaker.plate} />
          <span className={css.clock} data-over={speaker.leftMs < 0}>{speaker.leftMs < 0 ? t('time.over', { time: asCountdown(speaker.leftMs) }) : t('time.left', { time: asCountdown(speaker.leftMs) })}{speaker.paused && <> · {t('replay.clockStands')}</>}</span>
        </p>
      ) : <p className="faint" data-testid="now-speaker">{t('replay.nobody')}</p>}
      {waiting.map((plate) => <p key={plate.participantId} className="small"><span className="label">{t('desk.waitsToGoOn')}</span> <Name plate={plate} /></p>)}
    </section>
  );
}

function Asked({ question, asked }: { question: AskedRow | null; asked: readonly AskedRow[] }) {
  const { t } = useWords();
  return (
    <section className={css.part} data-testid="now-questions">
      <h3 className="label">{t('replay.questions')}</h3>
      <ul className={css.asked}>{[...(question ? [question] : []), ...asked].map((row) => <AskedLine key={row.questionId} row={row} />)}</ul>
    </section>
  );
}

function AskedLine({ row: { questionId, text, asker, votes, status, now } }: { row: AskedRow }) {
  const { t } = useWords();
  return (
    <li data-question={questionId} data-status={status} data-now={now || undefined}>
      {now && <span className={css.mark}>{t('question.now')}</span>}
      {text === null ? <span className="faint">{t('question.removed')}</span> : <bdi>{text}</bdi>}
      <span className="faint small">{asker ? <Name plate={asker} /> : t('question.someone')} · {t('question.votes', { count: votes })}</span>
    </li>
  );
}

function Voting({ panel: { poll, motion, award } }: { panel: NowPanel }) {
  const { t } = useWords();
  return (
    <>
      {poll && (
        <section className={css.part} data-testid="now-poll" data-poll={poll.pollId} data-status={poll.status}>
          <h3 className="label">{t(poll.status === 'open' ? 'replay.pollOpen' : 'replay.pollOver')}</h3>
          <p><strong><Local of={poll.title} /></strong></p>
          {poll.result ? <PollChart poll={poll} /> : <p className="faint small">{t('poll.notYet')}</p>}
        </section>
      )}
      {motion && (
        <section className={css.part} data-testid="now-motion" data-motion={motion.motionId} data-stage={motion.stage}>
          <MotionHead motion={motion} />
          {motion.ballot?.status === 'open' && motion.ballot.votes !== null && <p className="small">{t('ballot.votes', { count: motion.ballot.votes })}</p>}
          <ResultView motion={motion} />
        </section>
      )}
      {award && (
        <section className={css.part} data-testid="now-award">
          <h3 className="label">{t('award.award')}</h3>
          <p><strong><Local of={award.plan.title} /></strong></p>
          <Places award={award} />
        </section>
      )}
    </>
  );
}
