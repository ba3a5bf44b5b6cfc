import { expect, it } from '@jest/globals';
import { enterListening, untilLive } from '../pages/door.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

journeys('joining', ({ salon, person }) => {
  it('leads a guest from the booklet through the link to listening with a name and one click', async () => {
    const { doorOf, pageAt } = await salon(smallSalon(Date.now(), {}));
    const page = await person();
    await page.goto(pageAt());
    await page.getByRole('heading', { name: 'A salon for trying things' }).waitFor();
    await page.goto(doorOf('attendee'));
    await page.getByTestId('name').fill('Guest One');
    await page.getByTestId('join').click();
    await untilLive(page);
    expect(new URL(page.url()).pathname).toMatch(/^\/s\/[^/]+\/r\/[^/]+$/);
  });

  it('asks somebody of the programme for one click and nothing else, and for no microphone', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['ana'] }));
    const page = await person({ scripts: [forbidDevices] });
    await page.goto(doorOf('ana'));
    await page.getByTestId('join').waitFor();
    expect(await page.getByTestId('name').count()).toBe(0);
    await page.getByTestId('join').click();
    await untilLive(page);
    expect(await page.evaluate(() => (window as unknown as { asked?: number }).asked ?? 0)).toBe(0);
  });

  it('lets a speaker try microphone, camera and echo on the same screen', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { speakers: ['ann'] }));
    const page = await person({ voice: true });
    await page.goto(doorOf('ann'));
    await page.getByTestId('try-microphone').click();
    await page.getByTestId('level').waitFor();
    await page.waitForFunction(() => Number(document.querySelector('[data-testid=level]')?.getAttribute('aria-valuenow') ?? 0) > 0, undefined, { timeout: 5_000 });
    await page.getByTestId('echo').click();
    await page.locator('[data-testid=microphone-check][data-state=played]').waitFor({ timeout: 10_000 });
    await page.getByTestId('camera-switch').press('Space');
    await page.getByTestId('device-check').locator('video').waitFor();
    await page.getByTestId('beep').click();
    await page.getByTestId('join').click();
    await untilLive(page);
  });

  it('says what is wrong with a link that opens nothing', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), {}));
    const page = await person();
    await page.goto(doorOf('attendee').slice(0, -6));
    await page.getByText('This invitation does not open the door').waitFor();
  });

  it('speaks Chinese to whoever reads it, names and all', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['ana'] }));
    const page = await person({ language: 'zh-CN' });
    await enterListening(page, doorOf('ana'));
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByText('主会场').first().waitFor();
  });

  it('fits a phone: nothing is wider than the screen', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['ana'] }));
    const page = await person({ width: 390, height: 780 });
    await page.goto(doorOf('ana'));
    await page.getByTestId('join').waitFor();
    const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overhang()).toBeLessThanOrEqual(0);
    await page.getByTestId('join').click();
    await untilLive(page);
    expect(await overhang()).toBeLessThanOrEqual(0);
  });
});

/** Counts every wish for a microphone or a camera. */
function forbidDevices(): void {
  const here = window as unknown as { asked: number };
  here.asked = 0;
  navigator.mediaDevices.getUserMedia = () => {
    here.asked += 1;
    return Promise.reject(new Error('nobody asked for that'));
  };
}
