import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/words.ts';
import { useMedia, useSeat } from '../live/seat.tsx';
import { Button } from '../ui/controls/button.tsx';
import css from './sounds.module.css';

/** Everything that can be heard. The elements play from the moment a track is there, so that a grant is heard at once. */
export function Sounds() {
  const { t } = useWords();
  const { media } = useSeat();
  const received = useMedia((state) => state.received);
  const blocked = useMedia((state) => state.soundBlocked);
  const box = useRef<HTMLDivElement>(null);
  const allow = () => {
    for (const player of box.current?.querySelectorAll('audio') ?? []) void player.play();
    media.store.setState({ soundBlocked: false });
  };
  return (
    <>
      <div ref={box} hidden>
        {received.filter(({ kind }) => kind === 'audio').map(({ consumerId, track }) => (
          <Sound key={consumerId} track={track} refused={() => media.store.setState({ soundBlocked: true })} />
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

function Sound({ track, refused }: { track: MediaStreamTrack; refused: () => void }) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const player = audio.current;
    if (!player) return;
    player.srcObject = new MediaStream([track]);
    player.play().catch((error: unknown) => { if ((error as Error).name === 'NotAllowedError') refused(); });
  // The callback is new at every drawing and only wanted for its effect.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [track]);
  return <audio ref={audio} autoPlay />;
}
