import { type ReactNode, Suspense } from 'react';
import { runningTopic } from '../../features/agenda/topic-line.ts';
import { hallPanel, type HallPanel, slideAt } from '../../features/hall/display/hall-panel.ts';
import { HallWords } from '../../features/hall/display/hall-words.tsx';
import { Idle } from '../../features/hall/display/idle.tsx';
import { Ring } from '../../features/hall/display/ring.tsx';
import { laneWording } from '../../features/floor/queue/lane-words.ts';
import { Name } from '../../features/member/plate.tsx';
import { MotionBeside } from '../../features/vote/hall/large.tsx';
import { PollChart } from '../../features/poll/chart.tsx';
import type { PollRow } from '../../features/poll/poll-panel.ts';
import { RecordingMark } from '../../features/recording/mark.tsx';
import { stagePanel } from '../../features/stage/stage-panel.ts';
import { StageView } from '../../features/stage/stage.tsx';
import { ElsewhereMark } from '../../features/stream/elsewhere.tsx';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive } from '../../live/seat.tsx';
import { Sounds } from '../../media/sounds.tsx';
import { useSalonLook } from '../../session/salon-look.ts';
import { Local, OtherScript } from '../../ui/name.tsx';
import { usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { useWakeLock } from '../../ui/wake-lock.ts';
import { useLinkState } from '../room/connection-banner.tsx';
import { part } from '../../ui/part/part.ts';
import css from './hall.module.css';
import { Offline } from './offline.tsx';
import { WayIn } from './way-in.tsx';

const HallCaptions = part(() => import('../../features/caption/hall-captions.tsx'));

/** The projector: sound and picture, name plate, clock, who is next, and a way in by phone. Nothing to press. */
export function HallScreen({ view }: { view: RoomView }) {
  const { language } = useWords();
  const { salon } = usePlace();
  const seq = useLive(({ held }) => held?.seq);
  const state = useLinkState();
  const panel = hallPanel(view);
  const { turn } = panel;
  useSalonLook(salon);
  useTitle(inLanguage(view.room.title, language).text);
  useWakeLock();
  return (
    <div className={css.hall} data-testid="room" data-seq={seq} data-state={state}>
      <header className={css.head}>
        <Topic view={view} />
        <div className={css.marks}><RecordingMark running={view.room.recording.running} /><ElsewhereMark stream={view.room.stream} /><Offline lost={state !== 'live'} /></div>
      </header>
      <Sounds />
      <Stage view={view} panel={panel} />
      <Suspense fallback={null}><HallCaptions view={view} /></Suspense>
      <aside className={css.aside} data-idle={turn === null}>
        {turn && <Ring clock={turn.clock} warnMs={turn.warnMs} />}
        <Beside panel={panel} />
        <WayIn salon={salon} />
      </aside>
    </div>
  );
}

/** Whoever speaks, with a line about the turn (larger than the stage has it for a screen on a desk); and what there is to read while nobody does. */
function Stage({ view, panel }: { view: RoomView; panel: HallPanel }) {
  const { t } = useWords();
  const stage = stagePanel(view);
  const slide = view.room.phase === 'open' && !panel.turn && panel.order !== 'open' ? slideAt(panel, view.now) : null;
  const shown: ReactNode = slide === null
    ? <StageView panel={{ ...stage, beside: [], interpreter: null, interrupted: null }} me={view.me.participantId} pictures />
    : <section className={css.slides} aria-label={t('room.stage')} data-testid="stage" data-state={stage.state}><Idle panel={panel} slide={slide} /></section>;
  return (
    <main className={css.stage}>
      <h1 className="sr">{t('room.stage')}</h1>
      {panel.turn && <HallWords turn={panel.turn} />}
      {!panel.turn && panel.order === 'open' && stage.together.length > 0 && <p className={css.open}>{t('floor.modeOpen')}</p>}
      {shown}
    </main>
  );
}

function PollBeside({ poll }: { poll: PollRow }) {
  const { t } = useWords();
  const title = t(poll.status === 'closed' ? 'hall.pollResult' : 'hall.poll');
  return <section className={css.next} aria-label={title} data-testid="hall-poll" data-status={poll.status}><h2>{title}</h2><p className={css.question}><Local of={poll.title} /></p><PollChart poll={poll} /></section>;
}

/** What is put before the room, else who is next; where nobody waits, what people want to know. */
function Beside({ panel }: { panel: HallPanel }) {
  const { t } = useWords();
  const { poll, motion, question, turn, next } = panel;
  if (motion && turn) return <section className={css.next} aria-label={t('hall.motion')}><h2>{t('hall.motion')}</h2><MotionBeside motion={motion} /></section>;
  if (poll && turn) return <PollBeside poll={poll} />;
  if (question && turn && (question.now || next.length === 0)) {
    const title = t(question.now ? 'hall.questionNow' : 'hall.question');
    return <section className={css.next} aria-label={title} data-testid="hall-question"><h2>{title}</h2><p className={css.question}><bdi>{question.text}</bdi></p>{question.votes > 0 && <p className="faint">{t('question.votes', { count: question.votes })}</p>}</section>;
  }
  return <NextBeside panel={panel} />;
}

function NextBeside({ panel: { next, order, waiting } }: { panel: HallPanel }) {
  const { t } = useWords();
  const more = waiting - next.length;
  return (
    <section className={css.next} aria-label={t('hall.next')} data-testid="hall-next">
      <h2>{t(order === 'lot' ? 'hall.lot' : 'hall.next')}</h2>
      {next.length === 0 && <p className="faint">{t('hall.nobody')}</p>}
      <ol>
        {next.map(({ plate, place, lane }) => (
          <li key={plate.participantId} data-person={plate.participantId}>
            <span className={css.place} aria-hidden={order === 'lot'}>{order === 'lot' ? '·' : place}</span>
            <span>{lane !== 'normal' && <span className={css.lane}>{t(laneWording[lane])}</span>}<span className={css.name}><Name plate={plate} /></span> <OtherScript of={plate.name} className={css.second} /></span>
          </li>
        ))}
      </ol>
      {more > 0 && <p className={css.more}>{t('hall.more', { count: more })}</p>}
    </section>
  );
}

function Topic({ view }: { view: RoomView }) {
  const line = runningTopic(view);
  const title = line ? (line.topic?.title ?? line.item) : view.room.title;
  return <div><p className={css.topic}><Local of={title} /></p><p className={css.other}><OtherScript of={title} /></p></div>;
}
