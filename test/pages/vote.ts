import type { Page } from 'playwright-core';

/** What is done with votes. Every function waits until the page shows what was done. */
const patienceMs = 45_000;

/** Opens the vote on a motion at the desk, on the terms as they are but for what is given. */
export async function openVote(desk: Page, title: string, { secrecy, majority }: { secrecy?: 'named' | 'pseudonymous' | 'secret'; majority?: string } = {}): Promise<void> {
  await desk.getByTestId('tab-votes').click({ timeout: patienceMs });
  await desk.locator('[data-motion]', { hasText: title }).getByTestId('vote-prepare').click({ timeout: patienceMs });
  if (secrecy) await desk.getByTestId('terms-secrecy').selectOption(secrecy);
  if (majority) await desk.getByTestId('terms-majority').selectOption(majority);
  await desk.getByTestId('vote-open').click();
  await desk.locator('[data-motion][data-stage=voting]', { hasText: title }).waitFor({ timeout: patienceMs });
}

/** Puts a motion before the room. */
export async function putMotion(desk: Page, title: string): Promise<void> {
  await desk.getByTestId('tab-votes').click({ timeout: patienceMs });
  await desk.locator('[data-motion]', { hasText: title }).getByTestId('motion-put').click({ timeout: patienceMs });
  await desk.locator('[data-motion][data-put]', { hasText: title }).waitFor({ timeout: patienceMs });
}

export async function closeVote(desk: Page): Promise<void> {
  await desk.getByTestId('vote-close').click({ timeout: patienceMs });
  await desk.getByTestId('confirm').click();
  await desk.locator('[data-motion][data-put] [data-testid=vote-result]').waitFor({ timeout: patienceMs });
}

/** Casts the first vote that is still to be cast on this page. */
export async function castVote(page: Page, choice: 'yes' | 'no' | 'abstain'): Promise<void> {
  await page.getByTestId('tab-polls').click({ timeout: patienceMs });
  const cast = await page.getByTestId('vote-cast').count();
  const form = page.locator('form:has([data-choice])').first();
  await form.locator(`[data-choice=${choice}]`).click({ timeout: patienceMs });
  await form.getByTestId('vote-send').click();
  await page.getByTestId('vote-cast').nth(cast).waitFor({ timeout: patienceMs });
}
