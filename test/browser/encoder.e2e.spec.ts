import { expect, it } from '@jest/globals';
import { givenEncoder } from '../media/given-encoder.ts';
import { enterDesk, enterListening } from '../pages/door.ts';
import { findingsOfBoth } from '../pages/findings.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const patienceMs = 60_000;

journeys('an encoder', ({ salon, person }) => {
  it('is given a key at the desk, brought on the stage by its name, and seen in the room until the key is taken back', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { speakers: ['ann'] }));
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
      // The colour in the middle of a picture that is shown: red is much red and little else.
      await listener.waitForFunction(() => [...document.querySelectorAll('video')].some((video) => {
        if (video.videoWidth === 0 || video.getBoundingClientRect().width < 40 || !video.checkVisibility()) return false;
        const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
        const context = canvas.getContext('2d');
        context?.drawImage(video, 0, 0, 8, 8);
        const [r = 0, g = 0, b = 0] = context?.getImageData(4, 4, 1, 1).data ?? [];
        return r > 180 && g < 80 && b < 80;
      }), undefined, { timeout: patienceMs });
      await desk.locator('[data-testid=encoder-keys] [data-in-use=true]').waitFor({ timeout: patienceMs });
      await desk.getByTestId('encoder-revoke').click();
      await desk.locator('[data-testid=encoder-keys] li').waitFor({ state: 'detached', timeout: patienceMs });
      await listener.waitForFunction(() => document.querySelectorAll('video').length === 0 || [...document.querySelectorAll('video')].every(({ srcObject }) => srcObject === null), undefined, { timeout: patienceMs });
      expect((await encoder.publish(publication)).status).toBe(401);
    } finally {
      encoder.cut();
    }
  }, 180_000);
});

