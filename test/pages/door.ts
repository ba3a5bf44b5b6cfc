import type { Page } from 'playwright-core';

/** From an invitation link to one's place, as people walk: read, click, wait until the room is there. */
const patienceMs = 60_000;

export const untilLive = (page: Page): Promise<void> => page.locator('[data-testid=room][data-state=live]').waitFor({ timeout: patienceMs });

const walkIn = async (page: Page): Promise<void> => page.getByTestId('join').click({ timeout: patienceMs });

/** One click from the link to listening. */
export async function enterListening(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await walkIn(page);
  await untilLive(page);
}

/** Tries microphone and camera first, if that was not done before on this device. */
export async function enterSpeaking(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByTestId('invitation').waitFor({ timeout: patienceMs });
  // The check is open where it was not done before.
  if (await page.locator('details[open]').count() > 0) {
    await page.getByTestId('try-microphone').click({ timeout: patienceMs });
    await page.getByTestId('level').waitFor({ timeout: patienceMs });
    // The switch itself is drawn beside its input; the keyboard reaches it.
    await page.getByTestId('camera-switch').press('Space');
  }
  await walkIn(page);
  await untilLive(page);
}

export const enterDesk = async (page: Page, url: string): Promise<void> => enterListening(page, url);

/** A projector: nobody clicks there. */
export async function enterHall(page: Page, url: string): Promise<void> {
  await page.goto(`${url}&auto`);
  await untilLive(page);
}

/** Somebody whom the programme does not name: a name, and in. `url`: the link of the ushers, or of a seat, as the code on the hall's display gives it. */
export async function enterNamed(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.getByTestId('name').fill(name, { timeout: patienceMs });
  await walkIn(page);
  await untilLive(page);
}

/** A page that is a microphone of the hall. `hall`: the link of the hall's display. */
export async function enterMicrophone(page: Page, hall: string, microphoneId: string): Promise<void> {
  await page.goto(`${hall}&auto&to=microphone&microphone=${microphoneId}`);
  await untilLive(page);
  await seeMicrophone(page, 'ready');
}

export const seeMicrophone = (page: Page, state: string): Promise<void> =>
  page.locator(`[data-microphone-state="${state}"]`).waitFor({ timeout: patienceMs });

/** The session of this page's visit. */
export const sessionToken = (page: Page, salonId: string): Promise<string> => page.evaluate((key) => {
  const kept = sessionStorage.getItem(key) ?? localStorage.getItem(key);
  return kept === null ? '' : (JSON.parse(kept) as { token: string }).token;
}, `yaji.session.${salonId}`);
