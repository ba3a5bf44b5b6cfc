import type { Locator, Page } from 'playwright-core';

/** What is done in the chat. Every function waits until the page shows what was done. */
const patienceMs = 45_000;

export async function openChat(page: Page): Promise<void> {
  await page.getByTestId('tab-chat').click({ timeout: patienceMs });
  await page.getByTestId('chat').waitFor({ timeout: patienceMs });
}

export const chatMessage = (page: Page, text: string): Locator => page.getByTestId('chat-message').filter({ hasText: text });

/** In the chat that is open. */
export async function writeInChat(page: Page, text: string): Promise<void> {
  await page.getByTestId('chat-text').fill(text, { timeout: patienceMs });
  await page.getByTestId('chat-text').press('Enter');
  await chatMessage(page, text).waitFor({ timeout: patienceMs });
}
