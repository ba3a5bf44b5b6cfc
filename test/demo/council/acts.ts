import type { Page } from 'playwright-core';
import { untilLive } from '../../pages/door.ts';
import type { Salon } from '../../pages/house.ts';

/** What the usher, a delegate and a microphone of the hall do on their pages. Each waits until the page shows what was done. */
const patienceMs = 45_000;

/** A laptop becomes this microphone: nobody presses anything there. */
export async function plugIn(page: Page, { doorOf, roomId }: Salon, microphone: string): Promise<void> {
  await page.goto(`${doorOf('hall')}&auto&room=${roomId}&to=microphone&microphone=${microphone}`);
  await untilLive(page);
  await page.locator('[data-microphone-state=ready]').waitFor({ timeout: patienceMs });
}

/** In the list of all; who is needed soon stands beside the microphones as well. */
const guest = (page: Page, name: string) => page.locator('main > section:has([data-testid=find-person]) [data-guest]', { hasText: name });

async function find(page: Page, name: string): Promise<void> {
  await page.getByTestId('find-person').fill(name);
  await guest(page, name).first().waitFor({ timeout: patienceMs });
}

export async function checkIn(usher: Page, name: string): Promise<void> {
  await find(usher, name);
  await guest(usher, name).getByTestId('check-in').click();
  await guest(usher, name).and(usher.locator('[data-where=hall]')).waitFor({ timeout: patienceMs });
}

/** Somebody on no list is added by name, and to the list of speakers. */
export async function introduce(usher: Page, name: string): Promise<void> {
  await usher.getByTestId('find-person').fill(name);
  await usher.getByTestId('introduce-list').click({ timeout: patienceMs });
  await find(usher, name);
}

export async function addToList(usher: Page, name: string): Promise<void> {
  await find(usher, name);
  await guest(usher, name).getByTestId('to-list').click();
  await guest(usher, name).getByTestId('to-list').waitFor({ state: 'detached', timeout: patienceMs });
}

export async function hand(usher: Page, name: string, microphone: string): Promise<void> {
  await find(usher, name);
  const button = guest(usher, name).getByTestId(`hand-${microphone}`);
  await button.click();
  await button.and(usher.locator('[aria-pressed=true]')).waitFor({ timeout: patienceMs });
}

export async function countHeads(usher: Page): Promise<{ remote: number; hall: number }> {
  const count = async (where: string) => Number(await usher.getByTestId(`heads-${where}`).textContent());
  return { remote: await count('remote'), hall: await count('hall') };
}

/** A hand for something better than the normal list. */
export async function raiseFor(page: Page, lane: 'interposed' | 'point-of-order'): Promise<void> {
  await page.getByTestId('raise-more').click({ timeout: patienceMs });
  await page.getByTestId(`wish-${lane}`).check();
  await page.getByTestId('wish-send').click();
  await page.getByTestId('wish').waitFor({ state: 'detached', timeout: patienceMs });
}

/** Takes up the proposal of a kind; answers when it is no longer offered. */
export async function acceptOffer(desk: Page, kind: string): Promise<void> {
  const offer = desk.locator(`[data-offer=${kind}]`);
  await offer.getByTestId('accept-offer').click({ timeout: patienceMs });
  await offer.waitFor({ state: 'detached', timeout: patienceMs });
}

/** Whether the page's clock shows that the time is up. */
export const showsOverrun = async (page: Page): Promise<boolean> => await page.locator('[data-testid=countdown][data-time=over]').count() > 0;
