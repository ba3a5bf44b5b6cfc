import { type RefObject, type SyntheticEvent, useMemo } from 'react';
import type { FilmLink, FilmLinkEvent } from './link-machine.ts';

/** What a video element tells. */
export type Hears = Record<'onLoadedMetadata' | 'onSeeked' | 'onTimeUpdate' | 'onSeeking' | 'onPlay' | 'onPause' | 'onError' | 'onVolumeChange', (event: SyntheticEvent<HTMLVideoElement>) => void>;

/** `place`: where the film is to stand; `still`: keeps its last picture. */
type Around = {
  state: FilmLink['state']; place: RefObject<{ atMs: number; playing: boolean }>; still: RefObject<HTMLCanvasElement | null>;
  move: (some: { atMs?: number; playing?: boolean }) => void; tell: (event: FilmLinkEvent) => void; tellMuted: (muted: boolean) => void;
};

const millis = (video: HTMLVideoElement): number => Math.round(video.currentTime * 1_000);

/** Starts what may be started: a browser that wants a click first leaves the film at its place. */
export function start(video: HTMLVideoElement): void {
  video.play().catch((error: unknown) => {
    // `AbortError`: something else was wished before it began.
    const { name } = error as Error;
    if (name !== 'NotAllowedError' && name !== 'AbortError' && name !== 'NotSupportedError') throw error;
  });
}

/** Keeps place and link by what is heard. What a film says while it opens by another link is not what somebody wished. */
export function useHears({ state, place, still, move, tell, tellMuted }: Around): Hears {
  return useMemo((): Hears => ({
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
    onVolumeChange: ({ currentTarget }) => tellMuted(currentTarget.muted),
  }), [state, place, still, move, tell, tellMuted]);
}

function keepStill(video: HTMLVideoElement, canvas: HTMLCanvasElement | null): void {
  if (!canvas || video.videoWidth === 0) return;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
}
