import type { Page } from 'playwright-core';

/** When something was pressed (by its `data-testid`, or `key:` and the key), and when a first picture was shown. UTC milliseconds, to a tenth. */
export type Moments = { pressed: { what: string; at: number }[]; pictures: number[] };

type Noting = { __moments?: Moments };

/**
 * To be put into a page before its own scripts. A press counts from the browser's own event time; a picture from the first frame of a
 * video element that the browser has decoded and hands to the screen (`requestVideoFrameCallback`).
 */
export function noteMoments(): void {
  const moments: Moments = { pressed: [], pictures: [] };
  (window as unknown as Noting).__moments = moments;
  const at = (time: number) => performance.timeOrigin + time;
  window.addEventListener('click', (event) => {
    const what = (event.target as Element | null)?.closest('[data-testid]')?.getAttribute('data-testid');
    if (what) moments.pressed.push({ what, at: at(event.timeStamp) });
  }, { capture: true });
  window.addEventListener('keydown', (event) => { moments.pressed.push({ what: `key:${event.key}`, at: at(event.timeStamp) }); }, { capture: true });
  const seen = new WeakSet<HTMLVideoElement>();
  const look = () => {
    for (const video of document.querySelectorAll('video')) {
      if (seen.has(video)) continue;
      seen.add(video);
      video.requestVideoFrameCallback(() => { moments.pictures.push(at(performance.now())); });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

export const momentsOf = (page: Page): Promise<Moments> => page.evaluate(() => (window as unknown as Noting).__moments ?? { pressed: [], pictures: [] });
