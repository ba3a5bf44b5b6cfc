import { expect, it } from '@jest/globals';
import { rtmpServer } from '../media/rtmp-server.ts';
import { enterDesk, enterListening } from '../pages/door.ts';
import { findingsOfBoth } from '../pages/findings.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { freePort } from '../support/free-port.ts';
import { journeys } from './journeys.ts';

const patienceMs = 60_000;
const key = 'sk-1234-5678-secret';

journeys('a push', ({ salon, person }) => {
  it('is set up and started at the desk, told to everybody, arrives, and is stopped and forgotten', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['eve'] }));
    const [desk, listener] = [await person(), await person({ width: 390, height: 780 })];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterListening(listener, doorOf('eve'))]);
    const port = await freePort();
    const server = rtmpServer({ port, app: 'live', key });
    try {
      await desk.getByTestId('push').click();
      const keep = async (url: string): Promise<void> => {
        await desk.getByTestId('push-label').fill('Channel Four');
        await desk.getByTestId('push-url').fill(url);
        await desk.getByTestId('push-key').fill(key);
        await desk.getByTestId('push-key').press('Enter');
      };
      await keep('https://127.0.0.1/live');
      await desk.locator('dialog [role=alert]').waitFor();
      await keep(`rtmp://127.0.0.1:${port}/live`);
      await desk.getByTestId('push-start').waitFor();
      expect(await desk.getByTestId('push-addresses').innerText()).toContain('••••cret');
      expect(await desk.content()).not.toContain(key);
      expect(await findingsOfBoth(desk)).toEqual([]);

      await desk.getByTestId('push-start').press('Enter');
      await desk.getByTestId('confirm').press('Enter');
      await listener.getByTestId('elsewhere').filter({ hasText: 'Channel Four' }).waitFor({ timeout: patienceMs });
      await listener.getByTestId('elsewhere-notice').waitFor();
      expect(await findingsOfBoth(listener)).toEqual([]);
      await desk.locator('[data-testid=pushes] li[data-state=live]').waitFor({ timeout: patienceMs, state: 'attached' });
      expect(await server.bytes()).toBeGreaterThan(0);
      await listener.getByTestId('elsewhere-notice').getByRole('button').click();
      await listener.getByTestId('elsewhere-notice').waitFor({ state: 'detached' });

      await server.kill();
      await desk.locator('[data-testid=pushes] li[data-state=trouble]').waitFor({ timeout: patienceMs, state: 'attached' });
      await desk.getByTestId('push-stop').click();
      await listener.getByTestId('elsewhere').waitFor({ state: 'detached', timeout: patienceMs });
      await desk.getByTestId('push-remove').click();
      await desk.getByTestId('push-remove').waitFor({ state: 'detached', timeout: patienceMs });
    } finally {
      await server.kill();
    }
  }, 180_000);
});
