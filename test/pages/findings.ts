import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What would keep somebody out: serious and critical findings, one line each. No page has frames, so the examination needs no page of its own. */
export async function findings(page: Page, dark = false): Promise<string[]> {
  // Of what is right only a count is kept: naming every element that passes takes longer than the examination.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  // The same page in other colours: only what depends on colours can differ.
  const { violations } = await (dark ? builder.withRules(['color-contrast', 'link-in-text-block']) : builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary?.split('\n').slice(1).join(';') ?? ''})`));
}

/** In light, and then in dark colours. */
export async function findingsOfBoth(page: Page): Promise<string[]> {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [light, white] = [await findings(page), await paper()];
  await page.emulateMedia({ colorScheme: 'dark' });
  const [dark, black] = [await findings(page, true), await paper()];
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((one) => `dark: ${one}`), ...(white === black ? ['it does not turn dark'] : [])];
}
