import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { useMedia, useSeat, useServerNow } from '../../../live/seat.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { useQueryOf } from '../../../ui/route/query.ts';
import { plateOf } from '../../member/plate.ts';
import { NamePlate } from '../../member/plate.tsx';
import { type Playing, type PlayingState, playStream } from './playing.ts';
import css from './stream.module.css';
import { type Whether, whetherStream } from './whether.ts';

/** More than this, and one would rather be taken there than wait. Milliseconds. */
const farBehindMs = 12_000;

/** The stage as a stream, in the place of sound and picture that are sent at once: by choice, or where those do not come. */
export default function StreamStage({ view }: { view: RoomView }) {
  const { media } = useSeat();
  const [query, change] = useQueryOf();
  const met = { busy: useMedia(({ busy }) => busy), blocked: useMedia(({ blocked }) => blocked) };
  const whether = whetherStream(view.room, view.me.participantId, { chosen: query.get('view') === 'stream', met });
  useEffect(() => media.rest(whether.stream), [media, whether.stream]);
  useEffect(() => () => media.rest(false), [media]);
  const leave = () => {
    media.forget();
    change((to) => to.delete('view'));
  };
  return whether.stream ? <Stream view={view} because={whether.because} leave={leave} /> : null;
}

function Stream({ view: { room }, because, leave }: { view: RoomView; because: Whether['because']; leave: () => void }) {
  const { t } = useWords();
  const { live } = useSeat();
  const video = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState<Playing | null>(null);
  const [state, setState] = useState<PlayingState>('starting');
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    const shown = video.current;
    if (!shown) return undefined;
    const made = playStream({ video: shown, told: setState, pass: () => live.socket.timeout(8_000).emitWithAck('streamPass') });
    setPlaying(made);
    const begin = () => void play(shown, setSilent);
    shown.addEventListener('loadedmetadata', begin);
    return () => {
      shown.removeEventListener('loadedmetadata', begin);
      made.stop();
    };
  }, [live]);
  const speaker = room.floor.current?.participantId;
  return (
    <section className={css.stream} aria-label={t('stream.title')} data-testid="stream" data-state={state} data-because={because}>
      <div className={css.film}>
        <video ref={video} controls playsInline aria-label={t('stream.title')} />
        {state !== 'playing' && <p className={css.state} role="status">{t(`stream.state.${state}`)}</p>}
        {silent && <Button className={css.sound} onClick={() => { if (video.current) video.current.muted = false; setSilent(false); }} data-testid="stream-sound">{t('room.soundAllow')}</Button>}
      </div>
      <div className={css.line}>
        {speaker && <NamePlate plate={plateOf(room, speaker)} size="row" />}
        {playing && state === 'playing' && <Behind playing={playing} />}
        <span className={css.why}>{because !== 'chosen' && because !== null && <span className="faint small">{t(`stream.because.${because}`)}</span>}
          <Button variant="quiet" size="sm" onClick={leave} data-testid="stream-leave">{t(because === 'chosen' ? 'stream.leave' : 'stream.tryLive')}</Button></span>
      </div>
    </section>
  );
}

/** How far the stream is behind the room; the log beside it is not. */
function Behind({ playing }: { playing: Playing }) {
  const { t } = useWords();
  const now = useServerNow(1_000);
  const shownAt = playing.shownAt();
  if (shownAt === null) return null;
  const behindMs = Math.max(0, now - shownAt);
  return (
    <span className={css.behind}>
      <span className="faint small figures" data-testid="stream-behind" data-ms={Math.round(behindMs)}>{t('stream.behind', { count: Math.round(behindMs / 1_000) })}</span>
      {behindMs > farBehindMs && <Button variant="plain" size="sm" onClick={playing.toLive} data-testid="stream-to-live">{t('stream.toLive')}</Button>}
    </span>
  );
}

/** A browser that wants to be touched first plays without sound, and asks. */
async function play(video: HTMLVideoElement, silent: (is: boolean) => void): Promise<void> {
  try {
    await video.play();
  } catch (error) {
    if ((error as Error).name !== 'NotAllowedError') return;
    video.muted = true;
    silent(true);
    await video.play().catch(() => { video.controls = true; });
  }
}
