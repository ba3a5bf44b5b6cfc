import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { Joined } from '@yaji/contracts';
import { dataSource, replaceSpoken } from '@yaji/persistence';
import type { Page } from 'playwright-core';
import { findings, findingsOfBoth } from '../pages/findings.ts';
import { type Filmed, filmed } from './filmed-salon.ts';
import { journeys } from './journeys.ts';

const patienceMs = 120_000;

/** A line with the times of its words, in another language, at 2:30 of the film. */
async function heard(url: string, { roomId, annId, roomTime }: Filmed): Promise<void> {
  const database = await dataSource({ url }).initialize();
  const at = (seconds: number) => roomTime(150_000) + seconds * 1_000;
  const words = [{ text: '河湾', fromAt: at(0), toAt: at(1) }, { text: '很好', fromAt: at(1), toAt: at(2) }];
  const line = { lineId: randomUUID(), turn: 3, participantId: annId, language: 'zh-CN', fromAt: at(0), toAt: at(2), text: '河湾很好', words };
  try {
    await replaceSpoken(database, roomId, { turn: 3, source: 'service', lines: [line] });
  } finally {
    await database.destroy();
  }
}

const isNarrow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
const captions = (text: string) => ({ name: 'captions.vtt', mimeType: 'text/vtt', buffer: Buffer.from(text) });

journeys('the transcript', ({ salon, person, house }) => {
  it('is read by turn and searched; moderators change a line with its history, never over what they have not seen, many at once, and keep the names; others only read', async () => {
    const film = await filmed(house.system, salon);
    await heard(house.system.env['DATABASE_URL'] ?? '', film);
    const open = async (who: Joined, wishes: { width?: number; height?: number } = {}): Promise<Page> => {
      const page = await person({ width: 1280, height: 800, ...wishes, scripts: [`sessionStorage.setItem('yaji.session.${who.salonId}', ${JSON.stringify(JSON.stringify(who))})`] });
      await page.goto(`${film.report}?what=transcript&room=${film.roomId}`);
      await page.getByTestId('transcript').waitFor();
      return page;
    };
    const [chair, mei, ana] = [await open(await film.join('moderator')), await open(await film.join('mei')), await open(await film.join('ana'), { width: 390, height: 800 })];

    // Whoever was there reads: by turn, by words, in a language, into the film by a word; there is nothing to change.
    expect([await ana.locator('[data-turn]').count(), await ana.getByTestId('edit-line').count(), await ana.getByTestId('transcript-tools').count(), await isNarrow(ana)]).toEqual([3, 0, 0, true]);
    const phone = await findings(ana);
    await ana.getByTestId('transcript-search').fill('BRIDGE');
    await ana.getByTestId('transcript-found').getByText('1 line').waitFor();
    expect([await ana.locator('[data-line]').count(), await ana.locator('mark').allTextContents()]).toEqual([1, ['bridge']]);
    await ana.keyboard.press('Escape');
    await ana.getByTestId('transcript-language').selectOption('zh-CN');
    await ana.getByTestId('word-times').click();
    await ana.getByTestId('words').getByRole('link').last().click();
    await ana.locator('[data-testid=clock][data-at="151000"]').waitFor();

    // Two change the same line: the second sees what the first wrote, and chooses.
    const lineId = await chair.locator('[data-line]', { hasText: 'ferry' }).getAttribute('data-line');
    const line = (page: Page) => page.locator(`[data-line="${lineId}"]`);
    for (const page of [chair, mei]) await line(page).getByTestId('edit-line').click();
    await line(chair).getByTestId('no-history').waitFor();
    await line(chair).getByRole('textbox').fill('The ferry runs until ten.');
    await chair.keyboard.press('Control+Enter');
    await line(chair).getByText('The ferry runs until ten.').waitFor();
    expect(await line(chair).getByTestId('edit-line').evaluate((button) => button === document.activeElement)).toBe(true);
    await line(mei).getByRole('textbox').fill('The ferry runs till late.');
    await mei.keyboard.press('Control+Enter');
    await line(mei).getByTestId('theirs').getByText('The ferry runs until ten.').waitFor();
    const refused = await findingsOfBoth(mei);
    await line(mei).getByTestId('keep-mine').click();
    await line(mei).getByRole('textbox').waitFor({ state: 'detached' });
    await line(mei).getByText('The ferry runs till late.').waitFor();
    await line(mei).getByTestId('edit-line').click();
    await line(mei).getByTestId('history').getByRole('listitem').nth(1).waitFor();
    const changes = await line(mei).getByTestId('history').getByRole('listitem').evaluateAll((items) => items.map((item) => ['bdi', 'del', 'ins'].map((part) => item.querySelector(part)?.textContent.replace(/^\w+: /, ''))));
    expect(changes).toEqual([['Mei', 'until ten', 'till late'], ['Moderator', 'nine', 'ten']]);
    await mei.keyboard.press('Escape');
    await mei.getByTestId('notices').getByRole('button', { name: 'Undo' }).click();
    await line(mei).getByText('The ferry runs until ten.').waitFor();

    // Many at once: looked at, then done.
    await chair.getByTestId('tool-replace').click();
    const replace = chair.getByTestId('replace');
    await replace.getByRole('textbox').nth(0).fill('TO');
    await replace.getByRole('textbox').nth(1).fill('unto');
    await chair.keyboard.press('Enter');
    await replace.getByTestId('replace-all').getByText('3 lines').waitFor();
    expect(await replace.locator('[data-found]').count()).toBe(3);
    const desk = await findingsOfBoth(chair);
    await replace.getByTestId('replace-all').click();
    await replace.locator('[data-testid=replaced][data-applied=true]').waitFor();
    await chair.locator('[data-line]', { hasText: 'Let us come unto the end.' }).waitFor();
    // What was looked at is no longer what is found: nothing is replaced, and one sees what would be now.
    await replace.getByRole('textbox').nth(0).fill('the end');
    await chair.keyboard.press('Enter');
    await replace.getByTestId('replace-all').getByText('1 line').waitFor();
    const end = mei.locator('[data-line]', { hasText: 'the end.' });
    await end.getByTestId('edit-line').click();
    await mei.getByTestId('line-editor').getByRole('textbox').fill('Let us stop.');
    await mei.keyboard.press('Control+Enter');
    await mei.getByTestId('theirs').waitFor();
    await mei.getByTestId('keep-mine').click();
    await mei.locator('[data-line]', { hasText: 'Let us stop.' }).waitFor();
    await replace.getByTestId('replace-all').click();
    await replace.getByRole('alert').waitFor();
    await replace.getByTestId('replaced').getByText('No line').waitFor();

    // Names stay; what they are misheard as leads to where it stands.
    await chair.getByTestId('tool-glossary').click();
    const glossary = chair.getByTestId('glossary');
    await glossary.getByRole('textbox').nth(0).fill('River Bend Park');
    await glossary.getByRole('textbox').nth(1).fill('river band park， whole park');
    await chair.keyboard.press('Enter');
    const term = glossary.locator('[data-term="River Bend Park"]');
    await term.waitFor();
    const names = await findings(chair);
    await chair.reload();
    await chair.getByTestId('tool-glossary').click();
    await term.getByRole('button', { name: 'whole park' }).click();
    expect(await replace.getByRole('textbox').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))).toEqual(['whole park', 'River Bend Park']);
    await chair.getByTestId('tool-glossary').click();
    await term.getByRole('button').last().click();
    await term.waitFor({ state: 'detached' });

    // A file is refused line by line, or takes the place of what was there in its language.
    await chair.getByTestId('tool-bring').click();
    const bring = chair.getByTestId('bring');
    await bring.getByRole('combobox').selectOption('zh-CN');
    await bring.locator('input[type=file]').setInputFiles(captions('WEBVTT\n\nno time'));
    await bring.locator('button[type=submit]').click();
    await chair.getByTestId('confirm').click();
    await bring.getByTestId('file-faults').getByText('line 3').waitFor();
    const files = await findings(chair);
    await bring.locator('input[type=file]').setInputFiles(captions('WEBVTT\n\n00:10.000 --> 00:12.000\n各位晚上好'));
    await bring.locator('button[type=submit]').click();
    await chair.getByTestId('confirm').click();
    await chair.locator('[data-line]', { hasText: '各位晚上好' }).waitFor();
    expect(await chair.locator('[data-line]', { hasText: '河湾很好' }).count()).toBe(0);
    expect({ phone, refused, desk, names, files }).toEqual({ phone: [], refused: [], desk: [], names: [], files: [] });
  }, patienceMs);
});
