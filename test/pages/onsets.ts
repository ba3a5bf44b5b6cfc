import type { Page } from 'playwright-core';

/** When a sound began after a silence, on one of the tracks that the page receives. `at`: UTC milliseconds, to a tenth. */
export type Onset = { track: string; at: number };

type Listening = { __onsets?: Onset[] };

/**
 * To be put into a page before its own scripts. Every sound track that arrives goes, beside the page's own player, through an analyser
 * that is looked at every 5 ms; its window is the latest 5 ms of what the browser decoded and plays. An onset is a peak above -40 dB
 * after 300 ms of silence. So what is measured is decoded and audible, at most 10 ms late, and never early.
 */
export function noteOnsets(): void {
  const [windowLength, everyMs, threshold, silenceMs] = [256, 5, 0.01, 300];
  const here = window as unknown as Listening;
  const onsets: Onset[] = [];
  here.__onsets = onsets;
  const now = () => performance.timeOrigin + performance.now();
  let context: AudioContext | null = null;
  const follow = (track: MediaStreamTrack) => {
    context ??= new AudioContext({ latencyHint: 'interactive' });
    const analyser = context.createAnalyser();
    analyser.fftSize = windowLength;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(windowLength);
    let lastSound = 0;
    const timer = setInterval(() => {
      if (track.readyState === 'ended') return clearInterval(timer);
      analyser.getFloatTimeDomainData(samples);
      if (!samples.some((sample) => Math.abs(sample) > threshold)) return;
      const at = now();
      if (at - lastSound > silenceMs) onsets.push({ track: track.id, at });
      lastSound = at;
    }, everyMs);
  };
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(...settings: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...settings);
      this.addEventListener('track', ({ track }) => { if (track.kind === 'audio') follow(track); });
    }
  };
}

export const onsetsOf = (page: Page): Promise<Onset[]> => page.evaluate(() => (window as unknown as Listening).__onsets ?? []);
