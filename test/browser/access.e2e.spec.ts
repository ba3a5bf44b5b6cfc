import { AxeBuilder } from '@axe-core/playwright';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { giveNext, seeWaiting } from '../pages/desk.ts';
import { enterDesk, enterHall, enterListening, enterMicrophone, enterNamed } from '../pages/door.ts';
import { askQuestion, raiseHand, seeTurn } from '../pages/room.ts';
import type { Salon } from '../pages/house.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

/** Thirteen pages, each examined as a whole. */
const patienceMs = 180_000;

/** What would keep somebody out: serious and critical findings, one line each. No page has frames, so the examination needs no page of its own. */
async function findings(page: Page, dark = false): Promise<string[]> {
  // Of what is right only a count is kept: naming every element that passes takes longer than the examination.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  // The same page in other colours: only what depends on colours can differ.
  const { violations } = await (dark ? builder.withRules(['color-contrast', 'link-in-text-block']) : builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary?.split('\n').slice(1).join(';') ?? ''})`));
}

/** In light, and then in dark colours. */
async function findingsOfBoth(page: Page): Promise<string[]> {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [light, white] = [await findings(page), await paper()];
  await page.emulateMedia({ colorScheme: 'dark' });
  const [dark, black] = [await findings(page, true), await paper()];
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((one) => `dark: ${one}`), ...(white === black ? ['it does not turn dark'] : [])];
}

journeys('everybody can use it', ({ salon, person, house }) => {
  it('pages of a salon in session, light and dark', async () => {
    const { doorOf, pageAt, made }: Salon = await salon(smallSalon(Date.now(), { speakers: ['ann', 'bob'], attendees: ['ana'], rules: { microphones: [{ microphoneId: 'front', title: { en: 'Front microphone' } }] } }));
    const [desk, ann, bob, ana, hall] = [await person({ width: 1280, height: 760 }), await person(), await person(), await person(), await person({ width: 1280, height: 720 })];
    const [usher, seat, microphone] = [await person({ width: 820, height: 1100 }), await person({ width: 390, height: 800 }), await person({ width: 390, height: 800 })];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterHall(hall, doorOf('hall'))]);
    await Promise.all([enterListening(ann, doorOf('ann')), enterListening(bob, doorOf('bob')), enterListening(ana, doorOf('ana'))]);
    await Promise.all([enterNamed(usher, made.links.usher, 'Wren'), enterNamed(seat, made.links.seat, 'Ada'), enterMicrophone(microphone, doorOf('hall'), 'front')]);
    const idle = await findings(hall);
    await askQuestion(ana, 'Where is the next salon?');
    await raiseHand(ann);
    await raiseHand(bob);
    await seeWaiting(desk, 2);
    await giveNext(desk);
    await seeTurn(ana, 1);
    await usher.getByTestId('find-person').fill('A');
    const found: Record<string, string[]> = { idle };
    const examine = async (name: string, page: Page) => { found[name] = await findingsOfBoth(page); };
    const read = async (name: string, url: string) => {
      const reader = await person();
      await reader.goto(url);
      await reader.getByRole('heading').first().waitFor();
      await examine(name, reader);
    };
    await Promise.all(Object.entries({ desk, room: ana, speaking: ann, next: bob, hall, usher, seat, microphone }).map(([name, page]) => examine(name, page)));
    const places = { home: house.system.urls.api, booklet: pageAt(), join: doorOf('attendee'), replay: pageAt('replay') };
    await Promise.all(Object.entries(places).map(([name, url]) => read(name, url)));
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  }, patienceMs);
});
