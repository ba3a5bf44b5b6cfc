import type { Refusal } from '@yaji/contracts';
import Hls from 'hls.js/light';
import { isSameNode, withPassOf } from './stream-address.ts';

/** `waiting`: not there yet, or more rooms are streamed than the node can; `refused`: this person is not let in any more; `lost`: the way there. */
export type PlayingState = 'starting' | 'playing' | 'waiting' | 'refused' | 'lost';
export type Playing = {
  /** When what is seen happened, UTC milliseconds by the server; null while that is not known. */
  shownAt: () => number | null;
  toLive: () => void;
  stop: () => void;
};
type Passed = { url: string } | { refusal: Refusal };
type Opening = { video: HTMLVideoElement; pass: () => Promise<Passed>; told: (state: PlayingState) => void };

/** A pass lasts ten minutes. */
const renewEveryMs = 8 * 60_000;
const waitsMs = [1_000, 2_000, 4_000, 8_000, 15_000];
/** Two parts of two seconds: near enough to be there, far enough to survive a late one. */
const behindParts = 2;

/** Plays the stream of a room until it is stopped. Whatever breaks is tried again, ever more seldom. */
export function playStream(opening: Opening): Playing {
  return Hls.isSupported() ? playByScript(opening) : playByBrowser(opening);
}

function playByScript({ video, pass, told }: Opening): Playing {
  let url: string | null = null;
  let failures = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const hls = new Hls({ ...settings, xhrSetup: (request, address) => { if (url !== null) request.open('GET', withPassOf(address, url), true); } });
  const later = (): void => {
    clearTimeout(again);
    again = setTimeout(() => void load(), waitsMs[Math.min(failures, waitsMs.length - 1)]);
    failures += 1;
  };
  /** False: there is no pass to be had now. */
  const renew = async (): Promise<boolean> => {
    const answer = await pass().catch(() => null);
    if (stopped) return false;
    if (answer === null) told('lost');
    else if ('refusal' in answer) told('refused');
    else {
      const moved = url !== null && !isSameNode(url, answer.url);
      url = answer.url;
      if (moved) hls.loadSource(url);
      return true;
    }
    later();
    return false;
  };
  const load = async (): Promise<void> => {
    if (await renew() && url !== null) hls.loadSource(url);
  };
  hls.on(Hls.Events.ERROR, (_, { fatal, type, response }) => {
    if (!fatal || stopped) return;
    // Once by the library's own way; what cannot be decoded a second time is begun anew, ever more seldom.
    if (type === Hls.ErrorTypes.MEDIA_ERROR && failures === 0) {
      failures = 1;
      return hls.recoverMediaError();
    }
    told(response?.code === 503 || response?.code === 404 ? 'waiting' : response?.code === 403 ? 'refused' : 'lost');
    later();
  });
  hls.on(Hls.Events.FRAG_BUFFERED, () => {
    failures = 0;
    told('playing');
  });
  hls.attachMedia(video);
  void load();
  const renewing = setInterval(() => void renew(), renewEveryMs);
  return {
    shownAt: () => hls.playingDate?.getTime() ?? null,
    toLive: () => { if (hls.liveSyncPosition !== null) video.currentTime = hls.liveSyncPosition; },
    stop: () => {
      stopped = true;
      clearTimeout(again);
      clearInterval(renewing);
      hls.destroy();
    },
  };
}

/** This page itself waits and tries again, and says so meanwhile. A list may take nine seconds at the beginning. */
const once = { default: { maxTimeToFirstByteMs: 12_000, maxLoadTimeMs: 15_000, timeoutRetry: null, errorRetry: null } };
const settings = {
  enableWorker: false, lowLatencyMode: false, liveSyncDurationCount: behindParts, liveDurationInfinity: true, backBufferLength: 30, maxBufferLength: 20,
  manifestLoadPolicy: once, playlistLoadPolicy: once,
};

type Dated = HTMLVideoElement & { getStartDate?: () => Date };

/** Safari plays HLS by itself. A pass that is over ends it; then it begins anew with another. */
function playByBrowser({ video, pass, told }: Opening): Playing {
  let failures = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  const load = async (): Promise<void> => {
    const answer = await pass().catch(() => null);
    if (answer && 'url' in answer) video.src = answer.url;
    else {
      told(answer === null ? 'lost' : 'refused');
      later();
    }
  };
  const later = (): void => {
    clearTimeout(again);
    again = setTimeout(() => void load(), waitsMs[Math.min(failures, waitsMs.length - 1)]);
    failures += 1;
  };
  const failed = (): void => {
    told('waiting');
    later();
  };
  const plays = (): void => {
    failures = 0;
    told('playing');
  };
  video.addEventListener('error', failed);
  video.addEventListener('playing', plays);
  void load();
  return {
    shownAt: () => {
      const begun = (video as Dated).getStartDate?.().getTime() ?? Number.NaN;
      return Number.isFinite(begun) ? begun + video.currentTime * 1_000 : null;
    },
    toLive: () => { if (video.seekable.length > 0) video.currentTime = Math.max(0, video.seekable.end(video.seekable.length - 1) - behindParts * 2); },
    stop: () => {
      clearTimeout(again);
      video.removeEventListener('error', failed);
      video.removeEventListener('playing', plays);
      video.removeAttribute('src');
      video.load();
    },
  };
}
