import type { Aftermath, ParticipantId, RecordingOffer, Told, TranscriptLine } from '@yaji/contracts';
import { roomTime } from '@yaji/salon';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { tell } from '../../ui/dialog/notices.tsx';
import { Controls } from './film/controls.tsx';
import { FilmView } from './film/film-view.tsx';
import { useFilm } from './film/use-film.ts';
import { KeysHelp } from './keys-help.tsx';
import { TimeLine } from './line/time-line.tsx';
import { Missing } from './offer/missing.tsx';
import { viewAt } from './panel/now-panel.ts';
import { Panel } from './panel/panel.tsx';
import css from './player.module.css';
import { chapterAt, turnBeside } from './story/chapters.ts';
import { storyOf } from './story/story.ts';
import { linkTo } from './time/moment-link.ts';
import { createSeeker } from './time/seeker.ts';
import { useReplayKeys } from './use-replay-keys.ts';

/** `lines` null: they cannot be read. `place`: where one was, kept by the page when the recording is made anew. `fresh`: the same by links that hold. */
type Props = {
  recording: RecordingOffer; events: readonly Told[]; lines: readonly TranscriptLine[] | null; me: ParticipantId; startMs: number;
  fresh: () => Promise<Aftermath | null>; onPlace: (atMs: number) => void;
};

/** The film, the room as it was at that second beside it, and all of it in one line underneath. */
export function Player({ recording, events, lines, me, startMs, fresh, onPlace }: Props) {
  const { t } = useWords();
  // Links are exchanged when they have run out, not whenever the page hears of others: what plays goes on playing.
  const [offer, setOffer] = useState(recording);
  const renewOffer = useCallback(async () => {
    const found = (await fresh())?.recording ?? null;
    if (found) setOffer(found);
    return found;
  }, [fresh]);
  const renew = useCallback(async () => (await renewOffer())?.url ?? null, [renewOffer]);
  const film = useFilm({ url: recording.url, startMs, durationMs: recording.durationMs, renew, onPlace });
  const seeker = useMemo(() => createSeeker(events), [events]);
  const story = useMemo(() => storyOf({ recording, events, lines: lines ?? [], room: seeker.end }), [recording, events, lines, seeker]);
  const [captions, setCaptions] = useState<string | null>(null);
  const [helping, setHelping] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { atMs, seek } = film;
  // The list of speakers may be long: the film never waits for it.
  const shownMs = useDeferredValue(atMs);
  const instant = roomTime(story.pieces, shownMs);
  const { room, seq } = seeker.at(instant);
  const turn = (by: 1 | -1) => {
    const to = turnBeside(story.turns, atMs, by);
    if (to !== null) seek(to);
  };
  const whole = () => void (document.fullscreenElement ? document.exitFullscreen() : frame.current?.requestFullscreen());
  const share = () => void shareMoment(linkTo(window.location, atMs), t);
  const languages = offer.captions.map(({ language }) => language);
  useReplayKeys({ film, turn, whole, help: () => setHelping(true), find: () => field.current?.focus(), captions: () => setCaptions(captions === null ? languages[0] ?? null : null) });
  return (
    <div className={css.player} data-testid="player">
      <FilmView film={film} label={t('replay.title')} poster={offer.poster} captions={offer.captions} shown={captions} frame={frame} onCaptionsFailed={() => void renewOffer()} />
      <Panel story={story} view={viewAt(room, me, instant)} seq={seq} atMs={shownMs} turn={chapterAt(story.turns, shownMs)?.turn ?? null} seek={seek} field={field} unread={lines === null} />
      <div className={css.under}>
        <TimeLine story={story} atMs={atMs} seek={seek} sprite={offer.sprite} fresh={async () => (await renewOffer())?.sprite ?? null} />
        <Controls film={film} durationMs={recording.durationMs} languages={languages} captions={captions} onCaptions={setCaptions} onTurn={turn} onShare={share} onWhole={whole} onHelp={() => setHelping(true)} />
        <Missing missing={recording.missing} room={story.room} seek={seek} />
      </div>
      {helping && <KeysHelp onClose={() => setHelping(false)} />}
    </div>
  );
}

/** Copies the link and says so; where a page may not copy, it shows it. */
async function shareMoment(url: string, t: ReturnType<typeof useWords>['t']): Promise<void> {
  try {
    await navigator.clipboard.writeText(url);
    tell({ text: t('replay.shared', { url }), tone: 'plain' });
  } catch (error) {
    // Without https there is no clipboard at all; with it, a person may have forbidden it.
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    tell({ text: t('replay.shareByHand', { url }), tone: 'plain', forMs: 30_000 });
  }
}
