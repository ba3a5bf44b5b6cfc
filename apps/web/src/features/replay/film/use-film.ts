import { type RefObject, type SyntheticEvent, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { filmLink, type FilmLink, firstLink } from './link-machine.ts';

/** A film that is played, whatever becomes of its link. `atMs`: where it stands, or will. */
export type Film = {
  video: RefObject<HTMLVideoElement | null>;
  /** Shows the last picture while another link is fetched, so that nothing jumps. */
  still: RefObject<HTMLCanvasElement | null>;
  link: FilmLink; atMs: number; playing: boolean; rate: number; muted: boolean;
  seek: (toMs: number) => void; toggle: () => void; toggleMuted: () => void; chooseRate: (rate: number) => void; again: () => void;
  /** What the video element tells. */
  hears: Hears;
};
type Hears = Record<'onLoadedMetadata' | 'onSeeked' | 'onTimeUpdate' | 'onSeeking' | 'onPlay' | 'onPause' | 'onError' | 'onVolumeChange', (event: SyntheticEvent<HTMLVideoElement>) => void>;

type Wanted = { url: string; startMs: number; durationMs: number; /** It begins by itself. */ play?: boolean; onPlace?: (atMs: number) => void; /** Answers a link that holds, or null where there is none any more. */ renew: () => Promise<string | null> };

const millis = (video: HTMLVideoElement): number => Math.round(video.currentTime * 1_000);

/** Starts what may be started: a browser that wants a click first leaves the film at its place. */
function start(video: HTMLVideoElement): void {
  video.play().catch((error: unknown) => {
    // `AbortError`: something else was wished before it began.
    const { name } = error as Error;
    if (name !== 'NotAllowedError' && name !== 'AbortError' && name !== 'NotSupportedError') throw error;
  });
}

export function useFilm({ url, startMs, durationMs, play = false, onPlace, renew }: Wanted): Film {
  const video = useRef<HTMLVideoElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  // What is true now, for what is heard between two drawings.
  const place = useRef({ atMs: startMs, playing: play });
  const [link, tell] = useReducer(filmLink, url, firstLink);
  const [{ atMs, playing, muted }, show] = useState({ atMs: startMs, playing: false, muted: false });
  const [rate, chooseRate] = useState(1);
  const move = useCallback((some: { atMs?: number; playing?: boolean }) => {
    place.current = { ...place.current, ...some };
    show((before) => ({ ...before, ...some }));
    onPlace?.(place.current.atMs);
  }, [onPlace]);

  const renewing = link.state === 'renewing';
  useEffect(() => {
    if (!renewing) return undefined;
    let waited = true;
    void renew().then((fresh) => { if (waited) tell(fresh === null ? { type: 'refused' } : { type: 'renewed', url: fresh }); });
    return () => { waited = false; };
  }, [renewing, renew]);

  useEffect(() => {
    if (!video.current) return;
    // A new link begins at the default.
    video.current.defaultPlaybackRate = rate;
    video.current.playbackRate = rate;
  }, [rate]);

  const wish = useCallback((some: { atMs?: number; playing?: boolean }) => {
    move(some);
    tell({ type: 'wished', ...place.current });
  }, [move]);
  const seek = useCallback((toMs: number) => {
    const inside = Math.round(Math.max(0, Math.min(durationMs, toMs)));
    wish({ atMs: inside });
    if (video.current && video.current.readyState > 0 && !video.current.error) video.current.currentTime = inside / 1_000;
  }, [durationMs, wish]);
  const toggle = useCallback(() => {
    const player = video.current;
    wish({ playing: !place.current.playing });
    if (!player || player.error) return;
    if (place.current.playing) start(player);
    else player.pause();
  }, [wish]);

  const { state } = link;
  const hears = useMemo((): Hears => ({
    onLoadedMetadata: ({ currentTarget }) => {
      if (place.current.atMs > 0 || state === 'resuming') currentTarget.currentTime = place.current.atMs / 1_000;
      if (place.current.playing && state === 'steady') start(currentTarget);
    },
    onSeeking: ({ currentTarget }) => { if (state === 'steady' && currentTarget.readyState > 0) move({ atMs: millis(currentTarget) }); },
    onSeeked: ({ currentTarget }) => {
      if (state !== 'resuming') return;
      tell({ type: 'resumed' });
      if (place.current.playing) start(currentTarget);
    },
    onTimeUpdate: ({ currentTarget }) => {
      // While it opens, it stands at its beginning: that is not where one was.
      if (state !== 'steady' || currentTarget.readyState === 0 || currentTarget.error || currentTarget.seeking) return;
      move({ atMs: millis(currentTarget) });
      tell({ type: 'moved' });
    },
    onPlay: () => move({ playing: true }),
    onPause: ({ currentTarget }) => { if (state === 'steady' && !currentTarget.error) move({ playing: false }); },
    onError: ({ currentTarget }) => {
      if (state === 'steady') keepStill(currentTarget, still.current);
      tell({ type: 'failed', ...place.current });
    },
    onVolumeChange: ({ currentTarget }) => show((before) => ({ ...before, muted: currentTarget.muted })),
  }), [state, move]);
  return {
    video, still, link, atMs, playing, rate, muted, seek, toggle, chooseRate, hears,
    toggleMuted: () => { if (video.current) video.current.muted = !video.current.muted; },
    again: () => tell({ type: 'again' }),
  };
}

function keepStill(video: HTMLVideoElement, canvas: HTMLCanvasElement | null): void {
  if (!canvas || video.videoWidth === 0) return;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
}
