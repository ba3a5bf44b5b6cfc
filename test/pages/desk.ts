import type { Page } from 'playwright-core';
import { shownTurn, stageOf } from './room.ts';

/** What a moderator does at the desk, by key or by button. Every function but `extend` waits until the desk shows what was done. */
const patienceMs = 45_000;

const press = (page: Page, key: string): Promise<void> => page.keyboard.press(key);

/** "Next": answers the number of the turn that began. */
export async function giveNext(page: Page): Promise<number> {
  const before = await shownTurn(page);
  await press(page, 'n');
  await page.locator(`[data-testid=stage][data-state=speaking]:not([data-turn="${before ?? 0}"])`).waitFor({ timeout: patienceMs });
  return await shownTurn(page) ?? 0;
}

export async function pauseTurn(page: Page): Promise<void> {
  await press(page, 'p');
  await page.locator('[data-testid=stage][data-state=paused]').waitFor({ timeout: patienceMs });
}

export async function resumeTurn(page: Page): Promise<void> {
  await press(page, 'p');
  await page.locator('[data-testid=stage][data-state=speaking]').waitFor({ timeout: patienceMs });
}

/** Presses only: it may be said while the server is away. */
export const extend = (page: Page): Promise<void> => press(page, '+');

export async function endTurn(page: Page): Promise<void> {
  await press(page, 'e');
  await stageOf(page).and(page.locator(':not([data-turn])')).waitFor({ timeout: patienceMs });
}

/** Waits until so many people are in the queue. */
export const seeWaiting = (page: Page, count: number): Promise<void> =>
  page.locator('[data-testid=queue] [data-entry]').nth(count - 1).waitFor({ timeout: patienceMs });

export async function startTopic(page: Page, topicId: string): Promise<void> {
  const topic = page.locator(`[data-topic="${topicId}"]`);
  await topic.getByRole('button', { name: 'Start' }).click({ timeout: patienceMs });
  await page.locator(`[data-topic="${topicId}"][data-progress=running]`).waitFor({ timeout: patienceMs });
}

export async function approveFirst(page: Page): Promise<void> {
  await page.locator('[data-question][data-status=pending]').first().getByRole('button', { name: 'Approve' }).click({ timeout: patienceMs });
  await page.locator('[data-question][data-status=approved]').first().waitFor({ timeout: patienceMs });
}

/** An act from the menu of an open question. */
export async function ofQuestion(page: Page, text: string, act: 'let-speak' | 'merge' | 'later'): Promise<void> {
  await page.locator('[data-question][data-status=approved]', { hasText: text }).getByTestId('question-menu').click({ timeout: patienceMs });
  await page.getByRole('menu').getByTestId(act).click({ timeout: patienceMs });
}

export async function answeredAloud(page: Page): Promise<void> {
  await page.locator('[data-question][data-status=approved]').first().getByRole('button', { name: 'Answered aloud' }).click({ timeout: patienceMs });
  await page.locator('[data-question][data-status=approved]').first().waitFor({ state: 'detached', timeout: patienceMs });
}

export async function closeRoom(page: Page): Promise<void> {
  await page.getByTestId('close-room').click({ timeout: patienceMs });
  await page.getByTestId('confirm').click();
  await page.getByTestId('close-room').waitFor({ state: 'detached', timeout: patienceMs });
}
