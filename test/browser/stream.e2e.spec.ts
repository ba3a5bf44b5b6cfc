import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { endTurn, giveNext, seeWaiting } from '../pages/desk.ts';
import { enterDesk, enterListening, enterSpeaking } from '../pages/door.ts';
import { findings } from '../pages/findings.ts';
import { raiseHand, seeTurn } from '../pages/room.ts';
import { slateDevices } from '../pages/slate.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const patienceMs = 150_000;
/** As far behind as a large audience may be. */
const liveMs = 8_000;

const behind = (page: Page): Promise<number> => page.getByTestId('stream-behind').getAttribute('data-ms').then(Number);
const playing = (page: Page) => page.locator('[data-testid=stream][data-state=playing]');
/** How much of picture and sound was decoded. */
const decoded = (page: Page) => page.locator('[data-testid=stream] video').evaluate((video: HTMLVideoElement & { webkitAudioDecodedByteCount?: number }) =>
  ({ seconds: video.currentTime, frames: video.getVideoPlaybackQuality().totalVideoFrames, soundBytes: video.webkitAudioDecodedByteCount ?? 0, wide: video.videoWidth }));

journeys('the stream', ({ salon, person }) => {
  it('is watched some seconds behind, holds no live sound and picture, and gives way when its viewer is about to speak', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { speakers: ['ann'], attendees: ['ana'] }));
    const [desk, ann, ana] = [await person({ width: 1280, height: 760 }), await person({ scripts: [slateDevices] }), await person({ width: 390, height: 800 })];
    await enterDesk(desk, doorOf('moderator'));
    await enterSpeaking(ann, doorOf('ann'));
    await enterListening(ana, doorOf('ana'));
    await raiseHand(ann);
    await seeWaiting(desk, 1);
    await giveNext(desk);
    await seeTurn(ana, 1);

    // By its address, as it is passed on.
    await ana.goto(`${ana.url()}?view=stream`);
    await playing(ana).waitFor({ timeout: 60_000 });
    await ana.getByTestId('stream-behind').waitFor();
    const first = await decoded(ana);
    await ana.waitForFunction(({ seconds, frames }) => {
      const video = document.querySelector('video');
      return video !== null && video.currentTime > seconds + 3 && video.getVideoPlaybackQuality().totalVideoFrames > frames + 30;
    }, first, { timeout: 30_000 });
    const later = await decoded(ana);
    expect(later.wide).toBe(1_280);
    expect(later.soundBytes).toBeGreaterThan(first.soundBytes);
    expect(await behind(ana)).toBeLessThan(liveMs);
    expect(await ana.evaluate(() => window.__yaji?.inbound())).toEqual([]);
    // The log beside it is not behind.
    expect(await ana.getByTestId('stage').getAttribute('data-turn')).toBe('1');
    expect(await findings(ana)).toEqual([]);
    expect(await ana.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    // Whoever fell behind is taken back.
    await ana.locator('video').evaluate((video: HTMLVideoElement) => { video.pause(); });
    await ana.getByTestId('stream-to-live').waitFor({ timeout: 30_000 });
    await ana.locator('video').evaluate((video: HTMLVideoElement) => video.play());
    await ana.getByTestId('stream-to-live').click();
    await ana.getByTestId('stream-to-live').waitFor({ state: 'detached' });
    expect(await behind(ana)).toBeLessThan(liveMs + 2_000);

    // Next to speak: live again, by itself; and back to the stream when that is over.
    await endTurn(desk);
    await raiseHand(ana);
    await ana.getByTestId('stream').waitFor({ state: 'detached' });
    await seeWaiting(desk, 1);
    await giveNext(desk);
    await seeTurn(ana, 2);
    await endTurn(desk);
    await ana.getByTestId('stream').waitFor();

    await ana.getByTestId('stream-leave').click();
    await ana.getByTestId('stream').waitFor({ state: 'detached' });
    expect(ana.url()).not.toContain('view=stream');
  }, patienceMs);
});
