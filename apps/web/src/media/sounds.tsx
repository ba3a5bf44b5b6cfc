import { loudness, voiceOf } from '@yaji/salon';
import { type RefObject, useEffect, useRef } from 'react';
import { useWords } from '../i18n/words.ts';
import { useLive, useMedia, useSeat } from '../live/seat.tsx';
import { Button } from '../ui/controls/button.tsx';
import css from './sounds.module.css';

/** Everything that can be heard. The elements play from the moment a track is there, so that a grant is heard at once. */
export function Sounds() {
  const { t } = useWords();
  const { media } = useSeat();
  const received = useMedia((state) => state.received);
  const blocked = useMedia((state) => state.soundBlocked);
  const box = useRef<HTMLDivElement>(null);
  useFading(box);
  const allow = () => {
    for (const player of box.current?.querySelectorAll('audio') ?? []) void player.play();
    media.store.setState({ soundBlocked: false });
  };
  return (
    <>
      <div ref={box} hidden>
        {received.filter(({ kind }) => kind === 'audio').map(({ consumerId, participantId, track }) => (
          <Sound key={consumerId} from={participantId} track={track} />
        ))}
      </div>
      {blocked && (
        <div className={css.ask} role="alert">
          <span>{t('room.soundBlocked')}</span>
          <Button onClick={allow} data-testid="allow-sound">{t('room.soundAllow')}</Button>
        </div>
      )}
    </>
  );
}

function Sound({ from, track }: { from: string; track: MediaStreamTrack }) {
  const { media } = useSeat();
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const player = audio.current;
    if (!player) return;
    player.srcObject = new MediaStream([track]);
    player.play().catch((error: unknown) => { if ((error as Error).name === 'NotAllowedError') media.store.setState({ soundBlocked: true }); });
  }, [media, track]);
  return <audio ref={audio} autoPlay data-from={from} />;
}

const everyMs = 100;
/** Not louder by more than this at once: whoever was faded out is cut off before what is still buffered can be heard. */
const step = 0.1;

/** In a soft close the speaker goes quiet slowly, as the rules say; anybody else, and a turn that was extended, comes back the same way. */
function useFading(box: RefObject<HTMLDivElement | null>): void {
  const { live } = useSeat();
  const fades = useLive(({ held }) => held?.room.rules.atLimit === 'soft-close');
  useEffect(() => {
    if (!fades) return undefined;
    const timer = setInterval(() => {
      const { held, clock } = live.store.getState();
      if (!held) return;
      const voice = voiceOf(held.room);
      for (const player of box.current?.querySelectorAll('audio') ?? []) {
        const wanted = player.dataset['from'] === voice ? loudness(held.room, Date.now() + clock.offsetMs) : 1;
        if (player.volume !== wanted) player.volume = Math.min(wanted, player.volume + step);
      }
    }, everyMs);
    return () => clearInterval(timer);
  }, [live, box, fades]);
}
