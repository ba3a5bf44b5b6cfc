import { expect, it } from '@jest/globals';
import { createTokens } from '@yaji/platform';
import type { Page } from 'playwright-core';
import { givenEncoder } from '../media/given-encoder.ts';
import { enterDesk, enterListening } from '../pages/door.ts';
import { findingsOfBoth } from '../pages/findings.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const patienceMs = 60_000;

journeys('an encoder', ({ salon, person, house }) => {
  it('is given a key at the desk, brought on the stage by its name, and seen in the room until the key is taken back', async () => {
    const { doorOf, made, roomId } = await salon(smallSalon(Date.now(), { speakers: ['ann'] }));
    const participantOf = (id: string): string => made.people.find((one) => one.id === id)?.participantId ?? '';
    const [desk, listener] = [await person(), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterListening(listener, doorOf('ann'))]);
    await desk.getByTestId('encoder').click();
    await desk.getByTestId('encoder-name').fill('Camera on the crane');
    await desk.getByTestId('encoder-make').click();
    const [url, token] = [await desk.getByTestId('encoder-url').inputValue(), await desk.getByTestId('encoder-token').inputValue()];
    const encoder = givenEncoder();
    try {
      const publication = { url, token, codec: 'h264' as const, colour: 'red', frequency: 440 };
      expect((await encoder.publish(publication)).status).toBe(403);
      await desk.getByTestId('encoder-bring').click();
      await desk.getByTestId('encoder-bring').waitFor({ state: 'detached' });
      expect(await findingsOfBoth(desk)).toEqual([]);
      expect((await encoder.publish(publication)).status).toBe(201);
      await untilRed(listener);
      await desk.locator('[data-testid=encoder-keys] [data-in-use=true]').waitFor({ timeout: patienceMs });

      // The program is VP8: the same camera by another encoder, in a player beside the room.
      expect((await encoder.publish({ ...publication, codec: 'vp8' })).status).toBe(201);
      const pass = await createTokens(house.system.env['YAJI_SECRET'] ?? '').signMediaPass({ roomId, participantId: participantOf('ann') });
      await watchProgram(listener, { url: url.replace('/whip/', '/whep/'), pass });
      await untilRed(listener, '#program');
      await desk.getByTestId('encoder-revoke').click();
      await desk.locator('[data-testid=encoder-keys] li').waitFor({ state: 'detached', timeout: patienceMs });
      expect((await encoder.publish(publication)).status).toBe(401);
    } finally {
      encoder.cut();
    }
  }, 180_000);
});

/** A picture is shown that is red in the middle: much red and little else. */
async function untilRed(page: Page, which = 'video'): Promise<void> {
  await page.waitForFunction((selector) => [...document.querySelectorAll<HTMLVideoElement>(selector)].some((video) => {
    if (video.videoWidth === 0 || video.getBoundingClientRect().width < 40 || !video.checkVisibility()) return false;
    const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
    const context = canvas.getContext('2d');
    context?.drawImage(video, 0, 0, 8, 8);
    const [r = 0, g = 0, b = 0] = context?.getImageData(4, 4, 1, 1).data ?? [];
    return r > 180 && g < 80 && b < 80;
  }), which, { timeout: patienceMs });
}

/** A WHEP player of a few lines, as somebody may put it into a page of their own. */
const watchProgram = (page: Page, place: { url: string; pass: string }): Promise<void> => page.evaluate(async ({ url, pass }) => {
  const connection = new RTCPeerConnection();
  const video = Object.assign(document.createElement('video'), { id: 'program', autoplay: true, muted: true, width: 320, height: 180 });
  video.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9';
  document.body.append(video);
  connection.ontrack = ({ track }) => { if (track.kind === 'video') video.srcObject = new MediaStream([track]); };
  for (const kind of ['audio', 'video']) connection.addTransceiver(kind, { direction: 'recvonly' });
  await connection.setLocalDescription();
  const body = connection.localDescription?.sdp ?? '';
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/sdp', authorization: `Bearer ${pass}` }, body });
  await connection.setRemoteDescription({ type: 'answer', sdp: await answer.text() });
}, place);
