import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { giveNext, seeWaiting } from '../pages/desk.ts';
import { enterDesk, enterHall, enterListening } from '../pages/door.ts';
import { findings } from '../pages/findings.ts';
import { raiseHand } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const patienceMs = 120_000;

/** A recogniser that hears what the test says: the real one is a service of the browser's maker. */
function scriptedRecogniser(): void {
  type Result = { isFinal: boolean; 0: { transcript: string } };
  class Recogniser {
    onresult: ((heard: { resultIndex: number; results: Result[] }) => void) | null = null;
    onend: (() => void) | null = null;
    start(): void {
      document.documentElement.dataset['hearing'] = '';
      Object.assign(window, { hear: (transcript: string, isFinal: boolean) => { this.onresult?.({ resultIndex: 0, results: [{ isFinal, 0: { transcript } }] }); } });
    }
    stop(): void { this.onend?.(); }
    abort(): void { this.onend?.(); }
  }
  Object.assign(window, { SpeechRecognition: Recogniser, webkitSpeechRecognition: Recogniser });
}
const hears = (page: Page, words: string, final: boolean): Promise<void> =>
  page.evaluate(([text, whole]) => { (window as unknown as { hear: (text: string, final: boolean) => void }).hear(text, whole); }, [words, final] as const);
const rowOf = (page: Page, words: string) => page.getByTestId('captions').getByText(words);
const choose = (desk: Page, source: string) => desk.getByTestId('caption-source').selectOption(source);

journeys('captions', ({ salon, person }) => {
  it('are written by the speaker’s browser once the speaker wants it, and are read in the room and the hall under the speaker’s name', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { speakers: ['lin'], attendees: ['ana'] }));
    const [desk, hall, lin, ana] = [await person({ width: 1280, height: 800 }), await person({ width: 1280, height: 720 }), await person({ scripts: [scriptedRecogniser], width: 1280, height: 800 }), await person({ width: 390, height: 800 })];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterHall(hall, doorOf('hall')), enterListening(lin, doorOf('lin')), enterListening(ana, doorOf('ana'))]);
    await choose(desk, 'browser');
    await raiseHand(lin);
    await seeWaiting(desk, 1);
    await giveNext(desk);
    await ana.getByTestId('captions').waitFor();
    const stage = await ana.getByTestId('stage').boundingBox();
    // Nothing is written unasked, and the page says where the voice may go.
    await lin.getByTestId('dictation').getByText(/may send your voice to their maker/).waitFor();
    await lin.locator('[data-testid=microphone][data-device=on]').waitFor();
    await lin.getByTestId('dictate').click();
    await lin.locator('html[data-hearing]').waitFor();
    await hears(lin, 'Good evening from the', false);
    for (const page of [ana, hall]) await rowOf(page, 'Good evening from the').waitFor();
    await hears(lin, 'Good evening from the river.', true);
    for (const page of [ana, hall]) await rowOf(page, 'Good evening from the river.').waitFor();
    expect(await ana.getByTestId('captions').locator('p').first().textContent()).toBe('Lin: Good evening from the river.');
    expect(await ana.getByTestId('stage').boundingBox()).toEqual(stage);
    await ana.getByTestId('captions-settings').click();
    await ana.getByTestId('captions-size').selectOption('large');
    // The display keeps the size that was chosen at it, and no captions are a choice, too.
    const height = async (): Promise<number> => (await hall.getByTestId('captions').boundingBox())?.height ?? 0;
    const large = await height();
    await hall.getByTestId('hall-captions-size').selectOption('larger');
    expect(await height()).toBeGreaterThan(large * 1.3);
    await hall.reload();
    await rowOf(hall, 'Good evening from the river.').waitFor();
    expect(await height()).toBeGreaterThan(large * 1.3);
    await hall.getByTestId('hall-captions-size').selectOption('off');
    await hall.getByTestId('captions').waitFor({ state: 'detached' });
    await hall.reload();
    await hall.locator('[data-testid=hall-captions-size]').waitFor();
    expect([await hall.getByTestId('hall-captions-size').inputValue(), await hall.getByTestId('captions').count(), await ana.getByTestId('captions').count()]).toEqual(['off', 0, 1]);
    await hall.getByTestId('hall-captions-size').selectOption('large');
    await rowOf(hall, 'Good evening from the river.').waitFor();
    expect([await findings(ana), await findings(hall), await findings(lin), await findings(desk)]).toEqual([[], [], [], []]);
  }, patienceMs);

  it('are typed, corrected and sent by the keyboard alone on a page of its own, and whoever comes late reads the last', async () => {
    const { doorOf, pageAt } = await salon(smallSalon(Date.now(), { moderators: ['moderator', 'tia'], speakers: ['lin'], attendees: ['ana'] }));
    const [desk, tia, lin] = [await person({ width: 1280, height: 800 }), await person({ width: 1280, height: 800 }), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterDesk(tia, doorOf('tia')), enterListening(lin, doorOf('lin'))]);
    await tia.goto(pageAt('captions'));
    await tia.getByTestId('take-captions').click();
    await raiseHand(lin);
    await seeWaiting(desk, 1);
    await giveNext(desk);
    await tia.getByText('Lin', { exact: true }).first().waitFor();
    await tia.getByTestId('type-caption').fill('');
    await tia.waitForTimeout(1_600);
    await tia.keyboard.type('We meet at the rver');
    await rowOf(lin, 'We meet at the').waitFor();
    await tia.keyboard.press('Enter');
    await rowOf(lin, 'We meet at the rver').waitFor();
    await tia.keyboard.press('ArrowUp');
    await tia.getByTestId('type-caption').fill('We meet at the river');
    await tia.keyboard.press('Enter');
    await rowOf(lin, 'We meet at the river').waitFor();
    expect(await lin.getByTestId('captions').locator('p').allTextContents()).toEqual(['Lin: We meet at the river']);
    const ana = await person();
    await enterListening(ana, doorOf('ana'));
    await rowOf(ana, 'We meet at the river').waitFor();
    expect(await findings(tia)).toEqual([]);
  }, patienceMs);
});
