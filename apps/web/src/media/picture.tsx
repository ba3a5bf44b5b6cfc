import { useEffect, useRef } from 'react';
import css from './picture.module.css';

type Props = { track: MediaStreamTrack; mirrored?: boolean; label: string; fit?: 'cover' | 'contain' };

/** A moving picture; its sound, if any, is played elsewhere. */
export function Picture({ track, mirrored = false, label, fit = 'cover' }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const shown = video.current;
    if (!shown) return undefined;
    shown.srcObject = new MediaStream([track]);
    // Muted pictures may always play; a rejection only means that the track was changed meanwhile.
    shown.play().catch((error: unknown) => { if ((error as Error).name !== 'AbortError') shown.controls = true; });
    return () => { shown.srcObject = null; };
  }, [track]);
  return <video ref={video} muted playsInline className={css.picture} data-mirrored={mirrored} data-fit={fit} aria-label={label} />;
}
