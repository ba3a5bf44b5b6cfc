import type { Locator, Page } from 'playwright-core';

/** What somebody in the room looks at and presses. Every function waits until the page shows what was done. */
const patienceMs = 45_000;

export const stageOf = (page: Page): Locator => page.getByTestId('stage');

/** Waits until the page shows this turn of the room, running or paused. */
export const seeTurn = (page: Page, turn: number, state: 'speaking' | 'paused' = 'speaking'): Promise<void> =>
  page.locator(`[data-testid=stage][data-turn="${turn}"][data-state=${state}]`).waitFor({ timeout: patienceMs });

/** The number of the turn that is shown, or null. */
export async function shownTurn(page: Page): Promise<number | null> {
  const turn = await stageOf(page).first().getAttribute('data-turn', { timeout: patienceMs });
  return turn === null ? null : Number(turn);
}

/** Waits until somebody who is to speak reads that the own microphone is open and nobody hears it yet. */
export const seeGreenRoom = (page: Page): Promise<void> => page.locator('[data-testid=air][data-air=green-room]').waitFor({ timeout: patienceMs });

export async function raiseHand(page: Page): Promise<void> {
  await page.getByTestId('raise-hand').click({ timeout: patienceMs });
  await page.getByTestId('withdraw-hand').waitFor({ timeout: patienceMs });
}

export type Wished = { lane?: 'normal' | 'point-of-order' | 'intervention' | 'interposed'; category?: string; stance?: 'pro' | 'contra'; note?: string };

/** Raises a hand for something else than a place on the normal list, or with a note; waits until it is among one's own. */
export async function raiseHandFor(page: Page, { lane = 'normal', category, stance, note }: Wished): Promise<void> {
  await page.getByTestId('raise-more').click({ timeout: patienceMs });
  const wish = page.getByTestId('wish');
  await wish.waitFor({ timeout: patienceMs });
  if (lane !== 'normal') await wish.getByTestId(`wish-${lane}`).check();
  if (category) await wish.getByTestId('wish-category').selectOption(category);
  if (stance) await wish.getByTestId(`wish-stance-${stance}`).check();
  if (note) await wish.getByTestId('wish-note').fill(note);
  await wish.getByTestId('wish-send').click();
  await myPlaceIn(page, lane).waitFor({ timeout: patienceMs });
}

/** One's own entry in a lane, as the page tells it. */
export const myPlaceIn = (page: Page, lane: string): Locator => page.getByTestId('my-place').locator(`[data-lane="${lane}"]`);

/** Chooses a person in the dialog that is open. */
export const choosePerson = (page: Page, participantId: string): Promise<void> =>
  page.getByTestId('chooser').locator(`[data-person="${participantId}"]`).click({ timeout: patienceMs });

/** Opens one of the panels beside (on a phone: under) the stage. */
export const openQuestions = (page: Page): Promise<void> => page.getByTestId('tab-questions').click({ timeout: patienceMs });
export const openQueue = (page: Page): Promise<void> => page.getByTestId('tab-queue').click({ timeout: patienceMs });

export async function askQuestion(page: Page, text: string): Promise<void> {
  await openQuestions(page);
  await page.getByTestId('question-text').fill(text);
  await page.getByTestId('question-send').click();
  await page.locator('[data-question]', { hasText: text }).waitFor({ timeout: patienceMs });
}

export async function upvote(page: Page, text: string): Promise<void> {
  await openQuestions(page);
  const question = page.locator('[data-question]', { hasText: text });
  await question.getByTestId('upvote').click({ timeout: patienceMs });
  await question.locator('[data-vote=done]').waitFor({ timeout: patienceMs });
}
