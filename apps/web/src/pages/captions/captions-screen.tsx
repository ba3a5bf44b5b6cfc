import type { CaptionLine } from '@yaji/contracts';
import { isModerating, mayType } from '@yaji/salon';
import { useState } from 'react';
import { languageName } from '../../features/caption/language-name.ts';
import { TypeField } from '../../features/caption/typing/type-field.tsx';
import { useCaptions } from '../../features/caption/use-captions.ts';
import { plateOf } from '../../features/member/plate.ts';
import { NamePlate } from '../../features/member/plate.tsx';
import RecordingNotice from '../../features/recording/notice.tsx';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive, useSeat } from '../../live/seat.tsx';
import { Sounds } from '../../media/sounds.tsx';
import { useSalonLook } from '../../session/salon-look.ts';
import { Button, ButtonLink } from '../../ui/controls/button.tsx';
import { Preferences, Seal } from '../../ui/frame.tsx';
import { Local } from '../../ui/name.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { useWakeLock } from '../../ui/wake-lock.ts';
import { ConnectionBanner, useLinkState } from '../room/connection-banner.tsx';
import css from './captions.module.css';

/** Where a person writes down what is said, as it is said. */
export function CaptionsScreen({ view }: { view: RoomView }) {
  const { t, language } = useWords();
  const { salon, room } = usePlace();
  const { live } = useSeat();
  const held = useCaptions(live);
  const seq = useLive((state) => state.held?.seq);
  const link = useLinkState();
  const { languages } = view.room;
  const [typed, setTyped] = useState<string | null>(null);
  const writes = typed ?? languages.find((one) => one === language) ?? languages[0] ?? language;
  useSalonLook(salon);
  useTitle(`${t('caption.typistTitle')}, ${inLanguage(view.room.title, language).text}`);
  useWakeLock();
  const may = mayType(view.me.role) && view.room.phase === 'open';
  return (
    <div className={css.page} data-testid="room" data-seq={seq} data-state={link}>
      <header className={css.head}><Seal /><h1 className={css.title}>{t('caption.typistTitle')} <span className="faint"><Local of={view.room.title} /></span></h1><Preferences /></header>
      <ConnectionBanner />
      <RecordingNotice view={view} />
      <Sounds />
      <main className={css.main}>
        {!may && <p>{t(view.room.phase === 'open' ? 'caption.mayNotType' : 'caption.notOpen')} <ButtonLink variant="plain" size="sm" to={paths.room(salon, room)}>{t('room.stage')}</ButtonLink></p>}
        {may && <Source view={view} />}
        <section className={css.now} aria-label={t('caption.goesUnder')}><Speaker view={view} /></section>
        <Said held={held} view={view} />
        <label className={css.language}>{t('caption.typeLanguage')} <select value={writes} data-testid="type-language" onChange={({ target }) => setTyped(target.value)}>{languages.map((one) => <option key={one} value={one}>{languageName(one, language)}</option>)}</select></label>
        <TypeField language={writes} disabled={!may || view.room.captions !== 'typist'} />
      </main>
    </div>
  );
}

/** Whose name a line that is begun now will carry. */
function Speaker({ view }: { view: RoomView }) {
  const { t } = useWords();
  const { current } = view.room.floor;
  const plate = current && plateOf(view.room, current.interpretation?.by ?? current.participantId);
  return <><span className="label">{t('caption.goesUnder')}</span>{plate ? <NamePlate plate={plate} size="page" /> : <p className="faint">{t('caption.goesUnderNobody')}</p>}</>;
}

/** Lines typed while another source is chosen would not be taken: it says so before anybody types one. */
function Source({ view }: { view: RoomView }) {
  const { t } = useWords();
  const { live } = useSeat();
  const source = view.room.captions;
  if (source === 'typist') return null;
  return (
    <div className={css.source} role="status">
      <p>{t('caption.otherSource', { source: t(`caption.sources.${source}`) })}</p>
      {isModerating(view.me.role) ? <Button size="sm" onClick={() => void live.say('caption.choose', { source: 'typist' })} data-testid="take-captions">{t('caption.takeHere')}</Button> : <p className="faint">{t('caption.askModerator')}</p>}
    </div>
  );
}

function Said({ held, view }: { held: readonly CaptionLine[]; view: RoomView }) {
  const { t } = useWords();
  return (
    <ol className={css.said} aria-label={t('caption.said')} data-testid="said">
      {held.slice(-6).map((line) => (
        <li key={line.lineId} lang={line.language} data-final={line.final}>
          {line.participantId !== null && <span className={css.name}><Local of={view.room.members[line.participantId]?.name ?? {}} /></span>} <bdi>{line.text}</bdi>
        </li>
      ))}
    </ol>
  );
}
