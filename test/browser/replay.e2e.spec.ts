import { expect, it } from '@jest/globals';
import type { Joined, RecordingOrder, Told } from '@yaji/contracts';
import { apply, currentQuestion, emptyRoom, type Room, serviceOrder } from '@yaji/salon';
import type { Page } from 'playwright-core';
import { findings, findingsOfBoth } from '../pages/findings.ts';
import { chance } from '../support/chance.ts';
import { journeys } from './journeys.ts';
import { filmed, type Filmed } from './filmed-salon.ts';

const patienceMs = 120_000;

const folded = (events: readonly Told[], instant: number): Room => {
  const room = emptyRoom();
  for (const event of events.filter(({ at }) => at <= instant)) apply(room, event);
  return room;
};
/** What stands under "Now", from the log alone. */
const told = (events: readonly Told[], instant: number) => {
  const room = folded(events, instant);
  const put = currentQuestion(room)?.questionId ?? '';
  const asked = room.questions.filter(({ status, questionId }) => status === 'approved' && questionId !== put).sort((one, other) => other.votes - one.votes || one.askedAt - other.askedAt);
  return {
    seq: String(events.filter(({ at }) => at <= instant).at(-1)?.seq ?? 0), at: String(instant), speaker: room.floor.current?.participantId ?? '', queue: serviceOrder(room).map(({ entry }) => entry.entryId).join(' '),
    question: put, asked: asked.map(({ questionId, votes }) => `${questionId}:${votes}`).join(' '),
  };
};

/** Where the film stands, once it stands there and the page beside it shows that second. */
async function standsAt(page: Page, atMs: number, { roomTime }: Filmed): Promise<void> {
  await page.locator(`[data-testid=clock][data-at="${atMs}"]`).waitFor();
  await page.waitForFunction((seconds) => {
    const film = document.querySelector('video');
    return film !== null && !film.seeking && Math.abs(film.currentTime - seconds) < 0.01;
  }, atMs / 1_000);
  if (await page.getByTestId('now').count() > 0) await page.locator(`[data-testid=now][data-at="${roomTime(atMs)}"]`).waitFor();
}
const shown = (page: Page) => page.getByTestId('now').evaluate(({ dataset }) => ({ seq: dataset['seq'], at: dataset['at'], speaker: dataset['speaker'], queue: dataset['queue'], question: dataset['question'], asked: dataset['asked'] }));
const placeOf = async (page: Page): Promise<number> => Number(await page.getByTestId('clock').getAttribute('data-at'));

journeys('a recording', ({ salon, person, house }) => {
  it('is watched beside its log: by turn, transcript and question, at any second, by key and link, and goes on when its link has run out', async () => {
    const film = await filmed(house.system, salon);
    const sessionOf = async (id: string): Promise<Joined> => film.join(id);
    const watch = async (who: Joined, wishes: { width?: number; height?: number } = {}): Promise<Page> =>
      person({ width: 1280, height: 800, ...wishes, scripts: [`sessionStorage.setItem('yaji.session.${who.salonId}', ${JSON.stringify(JSON.stringify(who))})`] });
    const [chair, ana] = [await sessionOf('moderator'), await sessionOf('ana')];
    const { events } = await house.ask<{ events: Told[] }>(`/rooms/${film.roomId}/log`, chair.token);
    const page = await watch(chair);
    // The first link no longer holds: the page asks for another and opens at the place that the address names.
    let refused = 0;
    let refuseNext = true;
    await page.route('**/api/files/**', async (route) => {
      if (!refuseNext || route.request().resourceType() !== 'media') return route.fallback();
      refuseNext = false;
      refused += 1;
      return route.fulfill({ status: 404 });
    });
    await page.goto(`${film.page}?t=1m5s`);
    await page.locator('[data-testid=film][data-link=steady]').waitFor();
    await standsAt(page, 65_000, film);
    expect([refused, await page.getByTestId('play').getAttribute('data-playing')]).toEqual([1, 'false']);

    // Ten seconds by chance: the page and the log say the same.
    const seed = Math.floor(Math.random() * 2 ** 31);
    const next = chance(seed);
    for (let n = 0; n < 10; n += 1) {
      const atMs = Math.floor(next() * (film.durationMs / 1_000)) * 1_000;
      await page.locator('video').evaluate((video: HTMLVideoElement, seconds) => { video.currentTime = seconds; }, atMs / 1_000);
      await standsAt(page, atMs, film);
      const expected = told(events, film.roomTime(atMs));
      expect({ seed, atMs, ...(await shown(page)) }).toEqual({ seed, atMs, ...expected });
    }

    // By turn, by what was said, by a question.
    await page.getByTestId('tab-turns').click();
    await page.locator('button[data-turn="2"]').click();
    await standsAt(page, film.turns[1]?.offsetMs ?? -1, film);
    expect(await page.locator('button[data-turn="2"][aria-current]').count()).toBe(1);
    await page.getByTestId('tab-transcript').click();
    await page.locator('[data-line]', { hasText: 'bridge' }).click();
    await standsAt(page, film.bridgeMs, film);
    await page.getByTestId('tab-questions').click();
    await page.getByTestId('subjects').getByRole('button', { name: 'Where is the ferry?' }).click();
    await standsAt(page, film.questionMs, film);
    await page.getByTestId('tab-now').click();
    await page.locator('[data-testid=now-questions] [data-now]').getByText('Where is the ferry?').waitFor();
    await page.getByTestId('tab-votes').click();
    await page.locator('[data-kind=poll] button').first().click();
    await standsAt(page, film.pollMs, film);
    expect(await findingsOfBoth(page)).toEqual([]);

    // Search, from hit to hit.
    await page.keyboard.press('/');
    await page.keyboard.type('ferry');
    await page.getByTestId('search-count').getByText('2 found').waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('search-count').getByText('1 of 2').waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('search-count').getByText('2 of 2').waitFor();
    await standsAt(page, film.questionMs, film);
    await page.keyboard.press('Escape');
    await page.getByTestId('track').focus();

    // Keys.
    const from = await placeOf(page);
    await page.keyboard.press('j');
    await standsAt(page, from - 10_000, film);
    await page.keyboard.press('ArrowRight');
    await standsAt(page, from - 5_000, film);
    await page.keyboard.press('.');
    await page.keyboard.press(',');
    await page.keyboard.press('c');
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => [...video.textTracks].map(({ mode }) => mode))).toEqual(['showing']);
    await page.keyboard.press('m');
    await page.locator('[data-testid=mute][aria-pressed=true]').waitFor();
    await page.getByTestId('speed').selectOption('2');
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.playbackRate)).toBe(2);

    // It plays, its link runs out, and it goes on playing from there.
    const before = await placeOf(page);
    await page.getByTestId('track').focus();
    await page.keyboard.press('k');
    await page.waitForFunction((ms) => Number(document.querySelector('[data-testid=clock]')?.getAttribute('data-at')) > ms, before + 500);
    refuseNext = true;
    await page.locator('video').evaluate((video: HTMLVideoElement) => video.load());
    await page.waitForFunction((ms) => Number(document.querySelector('[data-testid=clock]')?.getAttribute('data-at')) > ms, before + 3_000);
    expect(refused).toBe(2);
    expect(await page.locator('video').evaluate((video: HTMLVideoElement) => [video.paused, video.playbackRate])).toEqual([false, 2]);
    await page.keyboard.press('Space');
    await page.locator('[data-testid=play][data-playing=false]').waitFor();
    expect(await placeOf(page)).toBeLessThan(before + 30_000);

    // Whether or not the browser lets it copy, the page gives the link to this moment.
    await page.getByTestId('share').click();
    await page.getByText(/\/replay\?t=\d/).first().waitFor();

    // Anew, without somebody.
    let ordered: RecordingOrder | null = null;
    await page.route('**/recording', async (route) => {
      ordered = route.request().postDataJSON() as RecordingOrder;
      await route.fulfill({ status: 202 });
    });
    await page.getByTestId('anew').click();
    await page.getByTestId('anew-form').locator('input[value=grid]').check();
    await page.getByTestId('anew-form').getByRole('checkbox').first().check();
    await page.getByTestId('anew-send').click();
    await page.getByTestId('anew-form').waitFor({ state: 'detached' });
    expect(ordered).toMatchObject({ layout: 'grid', language: null, without: [film.annId] });

    // An attendee on a phone: no wider than the page, and nothing to make anew.
    const phone = await watch(ana, { width: 390, height: 844 });
    await phone.goto(film.page);
    await phone.getByTestId('now').waitFor();
    expect(await phone.getByTestId('anew').count()).toBe(0);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await phone.getByTestId('downloads').locator('summary').first().click();
    expect(await phone.getByTestId('downloads').locator('[data-file]').count()).toBe(4);
    expect(await findings(phone)).toEqual([]);
  }, patienceMs);
});
