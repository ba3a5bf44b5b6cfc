import { expect, it } from '@jest/globals';
import { approveFirst, giveNext, ofQuestion, seeWaiting } from '../pages/desk.ts';
import { enterDesk, enterHall, enterListening, enterNamed } from '../pages/door.ts';
import { findings } from '../pages/findings.ts';
import { seatLinkOf } from '../pages/hall.ts';
import { askQuestion, openQuestions, seeTurn, upvote } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const patienceMs = 120_000;
const first = 'Who pays for the new incubator?';
const again = 'Who will pay for the incubator?';

journeys('questions', ({ salon, person }) => {
  it('are asked, approved, merged where they are the same, and bring their asker to the floor', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['ana', 'ben', 'cho'] }));
    const [desk, hall, ana, ben, cho] = [await person({ width: 1280, height: 760 }), await person({ width: 1280, height: 720 }), await person(), await person({ width: 390, height: 800 }), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterHall(hall, doorOf('hall')), enterListening(ana, doorOf('ana')), enterListening(ben, doorOf('ben')), enterListening(cho, doorOf('cho'))]);
    await askQuestion(ana, first);
    await approveFirst(desk);
    await ana.getByTestId('notices').getByText('open to the room').waitFor();
    await upvote(cho, first);

    // Whoever types the same is told so before sending; sent all the same, it is one click at the desk.
    await openQuestions(ben);
    await ben.getByTestId('question-text').fill(again);
    await ben.getByTestId('question-alike').getByText(first).waitFor();
    await ben.getByTestId('question-send').click();
    const same = desk.locator('[data-question][data-status=pending]', { hasText: again });
    expect([await findings(ben), await findings(desk)]).toEqual([[], []]);
    await same.getByTestId('similar').getByTestId('merge-into').click();
    await ben.locator('[data-question][data-status=merged]', { hasText: again }).waitFor();
    await ben.getByTestId('notices').getByText('merged with one like it').waitFor();
    await ana.getByTestId('notices').getByText('merged into it').waitFor();
    // One who voted, and the asker of the other.
    await ana.locator('[data-question]', { hasText: first }).getByText('2 votes').first().waitFor();
    expect(await cho.locator('[data-question]').count()).toBe(1);

    await ofQuestion(desk, first, 'let-speak');
    await seeWaiting(desk, 1);
    await desk.locator('[data-testid=queue]').getByTestId('entry-question').getByText(first).waitFor();
    await ana.getByTestId('notices').getByText('on the list of speakers').waitFor();
    const turn = await giveNext(desk);
    await seeTurn(ana, turn);
    await hall.getByTestId('hall-question').getByText(first).waitFor();
  }, patienceMs);

  it('are put before the room from the desk, reworded, left for later and opened again', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { speakers: ['ann'] }));
    const [desk, hall, seat] = [await person({ width: 1280, height: 760 }), await person({ width: 1280, height: 720 }), await person({ width: 390, height: 800 })];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterHall(hall, doorOf('hall'))]);
    await enterNamed(seat, await seatLinkOf(hall), 'Ada in the third row');
    await askQuestion(seat, 'When is the next salon');
    await seat.getByTestId('question-edit').click();
    await seat.getByTestId('rewrite-text').fill('When is the next salon?');
    await seat.getByTestId('rewrite-send').click();
    await desk.locator('[data-question][data-status=pending]').getByTestId('question-edits').waitFor();
    await approveFirst(desk);
    await desk.getByTestId('pin').click();
    await hall.getByTestId('hall-question').getByText('When is the next salon?').waitFor();
    await seat.getByTestId('question-now').waitFor();
    await ofQuestion(desk, 'When is the next salon?', 'later');
    await hall.getByTestId('hall-question').waitFor({ state: 'detached' });
    await seat.locator('[data-question][data-status=later]').waitFor();
    await desk.locator('[data-question][data-status=later]').getByTestId('reopen').click();
    await seat.locator('[data-question][data-status=approved]').waitFor();

    // What comes of it is marked with one key, in one line, and everybody reads it.
    await desk.keyboard.press('a');
    await desk.getByTestId('mark-line').fill('Ada in the third row, the hosts: send the calendar by 2026-12-15');
    await desk.getByTestId('mark-who').getByText('Ada in the third row').waitFor();
    expect([await desk.getByTestId('mark-by').inputValue(), await desk.getByTestId('mark-what').innerText()]).toEqual(['2026-12-15', 'send the calendar']);
    expect(await findings(desk)).toEqual([]);
    await desk.keyboard.press('Enter');
    await seat.getByTestId('tab-agreed').click();
    await seat.locator('[data-action=action]', { hasText: 'send the calendar' }).getByText('Ada in the third row').waitFor();
    expect([await findings(seat), await findings(desk)]).toEqual([[], []]);
    await desk.getByTestId('action-withdraw').click();
    await seat.getByTestId('actions').getByText('Nothing has been agreed yet.').waitFor();
    await desk.getByTestId('notices').getByRole('button', { name: 'Undo' }).last().click();
    await seat.locator('[data-action=action]').waitFor();
  }, patienceMs);
});
