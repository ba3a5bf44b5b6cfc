import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { Joined } from '@yaji/contracts';
import type { Page } from 'playwright-core';
import { findings, findingsOfBoth } from '../pages/findings.ts';
import { journeys } from './journeys.ts';
import { filmed } from './filmed-salon.ts';

const patienceMs = 120_000;
const quote = 'From the bridge one sees the whole park.';

journeys('minutes and report', ({ salon, person, house }) => {
  it('are read, put in other words, reviewed and approved, then amended; who is quoted is asked; a moment leads into the film; figures and files are there', async () => {
    const film = await filmed(house.system, salon);
    const open = async (who: Joined, wishes: { width?: number; height?: number } = {}): Promise<Page> =>
      person({ width: 1280, height: 800, ...wishes, scripts: [`sessionStorage.setItem('yaji.session.${who.salonId}', ${JSON.stringify(JSON.stringify(who))})`] });
    const [chair, bob, ana] = [await open(await film.join('moderator')), await open(await film.join('bob')), await open(await film.join('ana'), { width: 390, height: 800 })];
    const report = `${film.report}?what=report&room=${film.roomId}`;

    // A draft is for moderators; whoever is quoted is asked all the same.
    await ana.goto(report);
    await ana.getByTestId('not-written').waitFor();
    await chair.goto(report);
    await chair.getByTestId('document').getByText(quote).waitFor();
    await chair.getByTestId('quotes-agreed').click();
    await chair.getByTestId('document').getByText(quote).waitFor({ state: 'detached' });
    await bob.goto(report);
    await bob.getByTestId('own-quotes').getByText(quote).waitFor();
    await bob.getByTestId('own-quotes').getByRole('button').first().click();
    await bob.locator('[data-testid=own-quotes] button[aria-pressed=true]').waitFor();
    await chair.reload();
    await chair.getByTestId('document').getByText(quote).waitFor();
    expect(await chair.getByRole('figure').count()).toBe(1);

    // Other words for one paragraph, in one language; a task that nobody marked.
    const first = chair.locator('[data-key]').first();
    await first.getByRole('button').click();
    await chair.getByTestId('paragraph-editor').getByRole('textbox').fill('The river salon met in good weather.');
    await chair.keyboard.press('Control+Enter');
    await chair.locator('[data-rewritten=true]').getByText('The river salon met in good weather.').waitFor();
    const found = { desk: await findingsOfBoth(chair) };

    await chair.getByTestId('tab-minutes').click();
    await chair.getByTestId('late-actions').locator('summary').click();
    await chair.getByTestId('late-actions').getByRole('textbox').first().fill('Mend the ferry');
    await chair.keyboard.press('Enter');
    await chair.getByTestId('document').getByText('Mend the ferry').first().waitFor();

    // What sounded like a task is taken up in other words, or is none; either way it is not offered again.
    const offered = chair.getByTestId('suggestion');
    await offered.nth(1).waitFor();
    expect(await offered.first().getByRole('link').getAttribute('href')).toMatch(/replay\?t=/);
    found.desk.push(...await findingsOfBoth(chair));
    await offered.nth(1).getByTestId('pass-over').click();
    await offered.nth(1).waitFor({ state: 'detached' });
    await chair.getByTestId('offer-again').click();
    await offered.nth(1).getByTestId('pass-over').click();
    await offered.nth(1).waitFor({ state: 'detached' });
    await offered.first().getByTestId('take-up').click();
    const form = chair.getByTestId('late-actions').locator('form');
    expect(await form.getByRole('combobox').nth(1).inputValue()).toBe(film.annId);
    expect(await form.locator('input[type=date]').inputValue()).toBe('2026-10-09');
    await form.getByRole('textbox').first().fill('Send the map of the river round');
    await chair.keyboard.press('Enter');
    await chair.getByTestId('document').getByText('Send the map of the river round').first().waitFor();
    await chair.reload();
    await chair.getByTestId('document').getByText('Send the map of the river round').first().waitFor();
    await chair.getByTestId('late-actions').locator('summary').click();
    expect(await offered.count()).toBe(0);
    await chair.getByTestId('tab-report').click();
    await chair.getByTestId('document').getByText('Mend the ferry').first().waitFor();

    // Reviewed, approved, amended.
    await chair.getByTestId('reviewed').click();
    await chair.locator('[data-testid=review][data-state=reviewed]').waitFor();
    await chair.getByTestId('approve').click();
    await chair.getByTestId('confirm').click();
    await chair.locator('[data-testid=review][data-state=approved]').waitFor();
    await chair.getByTestId('amend').locator('summary').click();
    await chair.getByTestId('amend').getByRole('textbox').first().fill('The ferry ran again on Monday.');
    await chair.getByTestId('amend').getByRole('button').click();
    await chair.getByTestId('document').getByText('The ferry ran again on Monday.').waitFor();

    // Now everybody reads it, in the other language, too, and a quote leads to its second of the film.
    await ana.reload();
    await ana.getByTestId('document').getByText('The river salon met in good weather.').waitFor();
    expect(await ana.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await ana.getByTestId('written-language').selectOption('zh-CN');
    await ana.locator('[data-testid=document][lang=zh-CN]').waitFor();
    await ana.getByTestId('tab-minutes').click();
    await ana.getByTestId('document').getByText('Mend the ferry').first().waitFor();
    const phone = await findings(ana);
    await ana.getByTestId('tab-report').click();
    await ana.getByTestId('document').getByText(quote).click();
    await ana.locator('[data-testid=clock][data-at="70000"]').waitFor();

    // What can be counted; who waited is told to moderators alone.
    await chair.getByTestId('tab-statistics').click();
    await chair.getByTestId('statistics').getByRole('img').first().locator('path').first().waitFor();
    await chair.getByTestId('by-language').click();
    await chair.getByTestId('table-speaking-language').locator('summary').click();
    await chair.getByTestId('table-speaking-language').getByRole('cell').first().waitFor();
    expect(await chair.getByTestId('table-waits').count()).toBe(1);
    const statistics = await findingsOfBoth(chair);
    const csv = chair.waitForEvent('download');
    await chair.getByTestId('csv-speaking-language').click();
    const sheet = await csv;
    expect(sheet.suggestedFilename()).toBe('speaking-language-en.csv');
    expect(await readFile(await sheet.path(), 'utf8')).toMatch(/^\uFEFFLanguage,.*\r\n/);
    const summaries = await chair.getByTestId('statistics').locator('summary').allTextContents();
    expect(new Set(summaries).size).toBe(summaries.length);
    await ana.goto(`${film.report}?what=statistics&room=${film.roomId}`);
    await ana.getByTestId('statistics').getByRole('img').first().locator('path').first().waitFor();
    expect([await ana.getByTestId('table-waits').count(), await ana.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([0, true]);

    // Files are ordered, made, and taken; an attendee is offered what attendees may have.
    await chair.getByTestId('tab-takeAway').click();
    await chair.getByTestId('export-what').selectOption('tables');
    await chair.getByTestId('export-format').selectOption('csv');
    await chair.getByTestId('export-order').click();
    await chair.locator('[data-testid=export][data-what=tables] a').waitFor({ timeout: 60_000 });
    const download = chair.waitForEvent('download');
    await chair.locator('[data-testid=export][data-what=tables] a').click();
    expect((await download).suggestedFilename()).toMatch(/^tables-.*\.zip$/);
    await ana.getByTestId('tab-takeAway').click();
    await ana.getByTestId('export-order').waitFor();
    expect([await ana.getByTestId('export').count(), await ana.locator('[data-testid=export-what] option').count(), await ana.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([0, 3, true]);
    const takeAway = await findings(ana);
    expect({ ...found, phone, statistics, takeAway }).toEqual({ desk: [], phone: [], statistics: [], takeAway: [] });
  }, patienceMs);
});
