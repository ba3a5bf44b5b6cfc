import type { Locator, Page } from 'playwright-core';

/** What an usher presses, and what the screens of the hall show. Every function waits until the page shows what was done. */
const patienceMs = 45_000;

/** Somebody on the usher's list, found by name. */
export async function findGuest(page: Page, name: string): Promise<Locator> {
  await page.getByTestId('find-person').fill(name);
  const row = page.locator('[data-testid=guests]').first().locator('[data-guest]', { hasText: name }).first();
  await row.waitFor({ timeout: patienceMs });
  return row;
}

export async function checkIn(page: Page, name: string): Promise<void> {
  const row = await findGuest(page, name);
  await row.getByTestId('check-in').click({ timeout: patienceMs });
  await page.locator('[data-guest][data-where=hall]', { hasText: name }).first().waitFor({ timeout: patienceMs });
}

/** Adds somebody whom no list has, and puts them on the list of speakers. */
export async function introduce(page: Page, name: string): Promise<void> {
  await page.getByTestId('find-person').fill(name);
  await page.getByTestId('introduce-list').click({ timeout: patienceMs });
  await page.locator('[data-guest][data-where=hall]', { hasText: name }).first().waitFor({ timeout: patienceMs });
}

export async function handMicrophone(page: Page, name: string, microphoneId: string): Promise<void> {
  const row = await findGuest(page, name);
  await row.getByTestId(`hand-${microphoneId}`).click({ timeout: patienceMs });
  await page.locator(`[data-microphone="${microphoneId}"]`, { hasText: name }).waitFor({ timeout: patienceMs });
}

export const headsIn = async (page: Page, where: 'hall' | 'remote' | 'expected'): Promise<number> =>
  Number(await page.getByTestId(`heads-${where}`).textContent({ timeout: patienceMs }));

/** The link that the code on the display leads to; waits until it is that of a seat. */
export async function seatLinkOf(page: Page): Promise<string> {
  await page.locator('[data-testid=way-in][data-leads=seat]').waitFor({ timeout: patienceMs });
  return page.evaluate(async () => {
    const kept = Object.entries(sessionStorage).find(([key]) => key.startsWith('yaji.session.'))?.[1] as string;
    const answer = await fetch(`/api/rooms/${location.pathname.split('/')[4]}/seat`, { headers: { authorization: `Bearer ${(JSON.parse(kept) as { token: string }).token}` } });
    return (await answer.json() as { url: string }).url;
  });
}

/** The room as this page holds it, to be compared with that of another. */
export const heldBy = (page: Page): Promise<{ seq: number; room: unknown } | null> => page.evaluate(() => window.__yaji?.held() as { seq: number; room: unknown } | null);

/** The seconds of the countdown on the display. */
export async function secondsLeft(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await page.getByRole('timer').textContent({ timeout: patienceMs }))?.match(/\d+/g)?.map(Number) ?? [];
  return minutes * 60 + seconds;
}
