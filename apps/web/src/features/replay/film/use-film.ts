import { type RefObject, useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { filmLink, type FilmLink, firstLink } from './link-machine.ts';
import { type Hears, start, useHears } from './use-hears.ts';

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

type Wanted = { url: string; startMs: number; durationMs: number; /** It begins by itself. */ play?: boolean; onPlace?: (atMs: number) => void; /** Answers a link that holds, or null where there is none any more. */ renew: () => Promise<string | null> };

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
    void renew().then((fresh) => {
      if (!waited) return;
      tell(fresh === null ? { type: 'refused' } : { type: 'renewed', url: fresh });
      // Two links of one second are the same text: by itself the element would not open it once more.
      if (fresh === link.url) video.current?.load();
    });
    return () => { waited = false; };
  }, [renewing, renew, link.url]);

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

  const tellMuted = useCallback((now: boolean) => show((before) => ({ ...before, muted: now })), []);
  const hears = useHears({ state: link.state, place, still, move, tell, tellMuted });
  return {
    video, still, link, atMs, playing, rate, muted, seek, toggle, chooseRate, hears,
    toggleMuted: () => { if (video.current) video.current.muted = !video.current.muted; },
    again: () => tell({ type: 'again' }),
  };
}
