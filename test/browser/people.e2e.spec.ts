import { expect, it } from '@jest/globals';
import { answeredAloud, approveFirst } from '../pages/desk.ts';
import { enterDesk, enterListening, untilLive } from '../pages/door.ts';
import { askQuestion, openQuestions, upvote } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const wide = { width: 1280, height: 760 };

journeys('questions and the lobby', ({ salon, person }) => {
  it('brings a question from its asker through the moderator to everybody, votes and answer included', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['ana', 'ben'] }));
    const [desk, ana, ben] = [await person(wide), await person(), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterListening(ana, doorOf('ana')), enterListening(ben, doorOf('ben'))]);
    const text = 'Who pays for the first visit?';
    await askQuestion(ana, text);
    await openQuestions(ben);
    expect(await ben.locator('[data-question]').count()).toBe(0);
    await approveFirst(desk);
    await upvote(ben, text);
    await ana.locator('[data-question]', { hasText: text }).getByText('1 vote').first().waitFor();
    await answeredAloud(desk);
    await ben.locator('[data-question][data-status=answered]', { hasText: text }).getByText('Answered aloud').waitFor();
  });

  it('tells the asker why a question was declined, and nobody else', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['ana', 'ben'] }));
    const [desk, ana, ben] = [await person(wide), await person(), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterListening(ana, doorOf('ana')), enterListening(ben, doorOf('ben'))]);
    await askQuestion(ana, 'What did it cost?');
    await openQuestions(ben);
    await desk.locator('[data-question][data-status=pending]').getByRole('button', { name: 'Decline' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Asked before.');
    await dialog.getByTestId('write-send').click();
    await ana.locator('[data-question][data-status=declined]').getByText('Asked before.').waitFor();
    expect(await ben.locator('[data-question]').count()).toBe(0);
  });

  it('keeps a guest in the lobby until a moderator opens, and tells another why not', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { rules: { lobby: ['attendee'] } }));
    const [desk, first, second] = [await person(wide), await person(), await person()];
    await enterDesk(desk, doorOf('moderator'));
    for (const [page, name] of [[first, 'Guest One'], [second, 'Guest Two']] as const) {
      await page.goto(doorOf('attendee'));
      await page.getByTestId('name').fill(name);
      await page.getByTestId('join').click();
      await page.getByTestId('lobby').waitFor();
    }
    const waiting = (name: string) => desk.locator('[data-knock]', { hasText: name });
    await waiting('Guest One').getByRole('button', { name: 'Admit' }).click();
    await untilLive(first);
    await waiting('Guest Two').getByRole('button', { name: 'Decline' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox').fill('The room is full.');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await second.getByTestId('declined').getByText('The room is full.').waitFor();
  });
});
