import { Suspense, useState } from 'react';
import { FloorAnnouncer } from '../../features/floor/queue/announcer.tsx';
import { myTurn } from '../../features/floor/turn/mine/my-turn.ts';
import { turnCommands } from '../../features/floor/turn/mine/turn-commands.ts';
import { queuePanel, type Wish } from '../../features/floor/queue/queue-panel.ts';
import { turnPanel } from '../../features/floor/turn/turn-panel.ts';
import type { Shortcut } from '../../features/help/help.tsx';
import { ownPanel } from '../../features/stage/own/own-panel.ts';
import { toggleCamera, toggleMicrophone } from '../../features/stage/own/toggles.ts';
import { stagePanel } from '../../features/stage/stage-panel.ts';
import { StageView } from '../../features/stage/stage.tsx';
import { useOwnDevices } from '../../features/stage/own/use-own-devices.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { say, useWords } from '../../i18n/words.ts';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive, useMedia, useSeat } from '../../live/seat.tsx';
import { askForMicrophone } from '../../media/device/own-devices.ts';
import { Sounds } from '../../media/sounds.tsx';
import { useChoices } from '../../session/choices.ts';
import { useSalonLook } from '../../session/salon-look.ts';
import { useHoldToTalk, useKeys } from '../../ui/keys.ts';
import { usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { useWakeLock } from '../../ui/wake-lock.ts';
import { ConnectionBanner, useLinkState } from './connection-banner.tsx';
import { Controls } from './controls.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { RoomHead } from './room-head.tsx';
import { part } from '../../ui/part/part.ts';
import css from './room.module.css';
import { Side, type SideTab } from './side.tsx';

// What nobody needs in order to listen is loaded after the room is there.
const Captions = part(() => import('../../features/caption/captions.tsx'));
const CatchUpOffer = part(() => import('./catch-up-offer.tsx'));
const MyTurnBar = part(() => import('../../features/floor/turn/mine/my-turn-bar.tsx').then((bar) => ({ default: bar.MyTurnBar })));
const NotHeard = part(() => import('../../features/stage/own/not-heard.tsx').then((notice) => ({ default: notice.NotHeard })));
const OwnView = part(() => import('../../features/stage/own/own-view.tsx').then((mirror) => ({ default: mirror.OwnView })));
const RecordingNotice = part(() => import('../../features/recording/notice.tsx'));
const StreamStage = part(() => import('../../features/stream/watch/stream-stage.tsx'));
const PollNews = part(() => import('../../features/poll/news.tsx'));
const VoteNews = part(() => import('../../features/vote/news.tsx'));
const QuestionNews = part(() => import('../../features/question/news.tsx'));
const DueElsewhere = part(() => import('../../features/floor/queue/due-elsewhere.tsx'));

const shortcuts: readonly Shortcut[] = [
  { key: 'H', words: 'keys.hand' }, { key: 'M', words: 'keys.mute' }, { key: 'V', words: 'keys.camera' }, { key: ' ', words: 'keys.talk' },
  { key: 'Q', words: 'keys.questions' }, { key: '?', words: 'keys.help' },
];

/** The room of those who speak and listen. */
export function RoomScreen({ view }: { view: RoomView }) {
  const { language } = useWords();
  const { salon } = usePlace();
  const { live: { say: command }, media } = useSeat();
  const [tab, setTab] = useState<SideTab>('queue');
  const [helping, setHelping] = useState<'help' | 'check' | null>(null);
  const { audioOnly, listenOnly } = useChoices();
  const seq = useLive(({ held }) => held?.seq);
  const notHeard = useLive(({ notHeard: silent, me }) => silent !== null && silent === me?.participantId);
  const devices = { microphone: useMedia((state) => state.microphone), camera: useMedia((state) => state.camera), mayProduce: useMedia((state) => state.mayProduce) };
  const state = useLinkState();
  const queue = queuePanel(view);
  const turn = turnPanel(view);
  const mine = myTurn(view, queue);
  const own = ownPanel(view, devices, notHeard);
  useSalonLook(salon);
  useTitle(inLanguage(view.room.title, language).text);
  useOwnDevices(view);
  useWakeLock();
  const raise = (wish: Wish) => {
    void command('floor.request', wish);
    if (!listenOnly) void askForMicrophone();
  };
  const withdraw = (data: Parameters<typeof command<'floor.withdraw'>>[1]) => void command('floor.withdraw', data);
  const toggle = () => { if (own.hall === null) toggleMicrophone(media); };
  useKeys({
    h: () => { if (queue.mine.state === 'may-raise') raise({}); else if (queue.mine.state === 'waiting') withdraw({ entryId: queue.mine.entryId }); },
    m: toggle, v: () => toggleCamera(media), q: () => setTab('questions'), '[Shift]+?': () => setHelping('help'),
  });
  useHoldToTalk((down) => media.mute(!down));
  return (
    <div className={css.room} data-testid="room" data-seq={seq} data-state={state}>
      <RoomHead view={view} turn={mine?.state === 'speaking' || mine?.state === 'interpreting' ? null : turn} />
      <div className={css.bars}>
        <ConnectionBanner />
        <Suspense fallback={null}><RecordingNotice view={view} /></Suspense>
        <Suspense fallback={null}><NotHeard unheard={own.unheard} mend={() => { if (own.unheard === 'silent') setHelping('check'); else toggle(); }} /><DueElsewhere view={view} /></Suspense>
        <Suspense fallback={null}><MyTurnBar mine={mine} own={own} commands={turnCommands(command, turn?.turn ?? 0)} finishing={pendingOf(view.pending, 'floor.end')} /></Suspense>
        <Sounds />
      </div>
      <main className={css.stage}>
        <h1 className="sr">{say('room.stage')}</h1>
        <Suspense fallback={null}><StreamStage view={view} /></Suspense>
        <StageView panel={stagePanel(view)} me={view.me.participantId} pictures={!audioOnly} />
        <div className={css.mirror}><Suspense fallback={null}><OwnView panel={own} /></Suspense></div>
      </main>
      <Side view={view} queue={queue} tab={tab} setTab={setTab} withdraw={withdraw} />
      <Controls view={view} queue={queue} hall={own.hall !== null} raise={raise} withdraw={withdraw} asking={() => setTab('questions')} help={() => setHelping('help')} />
      <FloorAnnouncer panel={queue} />
      <Suspense fallback={null}><Captions view={view} /><CatchUpOffer view={view} /><QuestionNews view={view} /><PollNews view={view} shown={tab === 'polls'} show={() => setTab('polls')} /><VoteNews view={view} shown={tab === 'polls'} show={() => setTab('polls')} /></Suspense>
      {helping && <HelpDialog shortcuts={shortcuts} checking={helping === 'check'} onClose={() => setHelping(null)} />}
    </div>
  );
}
