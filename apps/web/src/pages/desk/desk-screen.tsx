import { Suspense, useRef, useState } from 'react';
import { runOfShow } from '../../features/agenda/run-of-show.ts';
import { RunOfShowView } from '../../features/agenda/run-of-show.tsx';
import { timeBankPanel } from '../../features/agenda/time-bank.ts';
import { deskCommands } from '../../features/desk/commands.ts';
import { FloorAnnouncer } from '../../features/floor/queue/announcer.tsx';
import DueElsewhere from '../../features/floor/queue/due-elsewhere.tsx';
import { deskTurn } from '../../features/floor/turn/desk-turn.ts';
import { queuePanel } from '../../features/floor/queue/queue-panel.ts';
import type { Shortcut } from '../../features/help/help.tsx';
import { Invite } from '../../features/member/invite.tsx';
import { plateOf } from '../../features/member/plate.ts';
import { OtherNotHeard } from '../../features/stage/own/not-heard.tsx';
import { toggleCamera, toggleMicrophone } from '../../features/stage/own/toggles.ts';
import { useOwnDevices } from '../../features/stage/own/use-own-devices.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive, useSeat } from '../../live/seat.tsx';
import { Sounds } from '../../media/sounds.tsx';
import { useSalonLook } from '../../session/salon-look.ts';
import { useKeys } from '../../ui/keys.ts';
import { usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { ConnectionBanner, useLinkState } from '../room/connection-banner.tsx';
import { HelpDialog } from '../room/help-dialog.tsx';
import { DeskHead } from './desk-head.tsx';
import { DeskStage } from './desk-stage.tsx';
import { part } from '../../ui/part/part.ts';
import css from './desk.module.css';
import { Incoming, type IncomingTab } from './incoming.tsx';

const DeskActions = part(() => import('../../features/action/desk/desk-actions.tsx'));

const shortcuts: readonly Shortcut[] = [
  { key: 'N', words: 'keys.next' }, { key: 'P', words: 'keys.pause' }, { key: '+', words: 'keys.extend' }, { key: 'E', words: 'keys.end' }, { key: 'Z', words: 'keys.undo' },
  { key: 'A', words: 'keys.mark' }, { key: 'Q', words: 'keys.questions' }, { key: '/', words: 'keys.find' }, { key: 'M', words: 'keys.mute' }, { key: 'V', words: 'keys.camera' }, { key: '?', words: 'keys.help' },
];
/** The list and what else comes in share a column where there is room, and are two where there is not. */
type Column = 'run' | 'stage' | 'list' | 'incoming';

/** Three columns that never scroll as a whole; on a phone one at a time. */
export function DeskScreen({ view }: { view: RoomView }) {
  const { t, language } = useWords();
  const { salon } = usePlace();
  const { live, media } = useSeat();
  const [column, setColumn] = useState<Column>('stage');
  const [tab, setTab] = useState<IncomingTab>('questions');
  const [open, setOpen] = useState<'help' | 'invite' | 'mark' | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const seq = useLive(({ held }) => held?.seq);
  const notHeard = useLive((state) => state.notHeard);
  const booklet = useSalonLook(salon);
  const state = useLinkState();
  const turn = deskTurn(view);
  const queue = queuePanel(view);
  const commands = deskCommands(live, turn, language);
  useTitle(`${t('desk.title')}, ${inLanguage(view.room.title, language).text}`);
  useOwnDevices(view);
  const show = (next: IncomingTab) => {
    setColumn('incoming');
    setTab(next);
  };
  useKeys({
    n: commands.next, p: commands.pause, '[Shift]++': commands.extend, e: commands.end, z: commands.undo, a: () => { setColumn('run'); setOpen('mark'); }, q: () => show('questions'),
    '/': () => {
      show('people');
      requestAnimationFrame(() => search.current?.focus());
    },
    m: () => toggleMicrophone(media), v: () => toggleCamera(media), '[Shift]+?': () => setOpen('help'),
  });
  const columns = [['run', t('desk.tabRun')], ['stage', t('desk.tabStage')], ['list', t('room.queue')], ['incoming', t('desk.tabIncoming')]] as const;
  return (
    <div className={css.desk} data-testid="room" data-seq={seq} data-state={state} data-column={column}>
      <DeskHead view={view} commands={commands} help={() => setOpen('help')} />
      <div className={css.bars}>
        <ConnectionBanner />
        <OtherNotHeard plate={notHeard && notHeard !== view.me.participantId ? plateOf(view.room, notHeard) : null} />
        <DueElsewhere view={view} />
        <Sounds />
      </div>
      <nav className={css.columns} aria-label={t('desk.title')}>
        {columns.map(([name, title]) => <button key={name} type="button" data-testid={`column-${name}`} aria-pressed={column === name} onClick={() => setColumn(name)}>{title}</button>)}
      </nav>
      <section className={css.run} aria-label={t('desk.run')}><RunOfShowView show={runOfShow(view)} bank={timeBankPanel(view)} say={view.room.phase === 'open' ? live.say : null} timeZone={booklet?.timeZone} />
        <Suspense><DeskActions view={view} live={live} marking={open === 'mark'} setMarking={(marking) => setOpen(marking ? 'mark' : null)} /></Suspense>
      </section>
      <DeskStage view={view} turn={turn} commands={commands} />
      <Incoming view={view} queue={queue} commands={commands} tab={tab} setTab={setTab} search={search} invite={() => setOpen('invite')} />
      <FloorAnnouncer panel={queue} />
      {open === 'help' && <HelpDialog shortcuts={shortcuts} onClose={() => setOpen(null)} />}
      {open === 'invite' && <Invite salonId={salon} onClose={() => setOpen(null)} />}
    </div>
  );
}
