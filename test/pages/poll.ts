import type { PollKind } from '@yaji/contracts';
import type { Page } from 'playwright-core';

/** What is done with polls. Every function waits until the page shows what was done. */
const patienceMs = 45_000;

type Written = { kind: PollKind; title: string; options?: readonly string[]; language?: string };

/** A new poll at the desk, in one language. */
export async function preparePoll(page: Page, { kind, title, options = [], language = 'en' }: Written): Promise<void> {
  await page.getByTestId('tab-polls').click({ timeout: patienceMs });
  await page.getByTestId('poll-new').click();
  await page.getByTestId(`poll-kind-${kind}`).check();
  await page.getByTestId(`poll-title-${language}`).fill(title);
  if (options.length > 0) await page.getByTestId(`poll-options-${language}`).fill(options.join('\n'));
  await page.getByTestId('poll-prepare').click();
  await page.locator('[data-poll][data-status=prepared]', { hasText: title }).waitFor({ timeout: patienceMs });
}

/** Answers the poll that is open with one option. */
export async function answerPoll(page: Page, optionId: string): Promise<void> {
  await page.getByTestId('tab-polls').click({ timeout: patienceMs });
  const form = page.getByTestId('poll-form');
  await form.locator(`[data-option="${optionId}"] input`).check({ timeout: patienceMs });
  await form.getByTestId('poll-send').click();
  await page.locator(`[data-poll][data-status=open]:has([data-option="${optionId}"] input:checked)`).getByTestId('poll-sent').waitFor({ timeout: patienceMs });
}
