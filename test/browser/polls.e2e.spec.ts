import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enterDesk, enterHall, enterListening, enterNamed } from '../pages/door.ts';
import { findings } from '../pages/findings.ts';
import { seatLinkOf } from '../pages/hall.ts';
import { answerPoll, preparePoll } from '../pages/poll.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const patienceMs = 120_000;
const barOf = (page: Page, option: string) => page.getByTestId('poll-result').locator(`[data-option="${option}"]`);

journeys('polls', ({ salon, person }) => {
  it('are made on the spot, answered on a phone in the hall and elsewhere, and shown to all when the moderator says so', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['ana'] }));
    const [desk, hall, ana, seat] = [await person({ width: 1280, height: 760 }), await person({ width: 1280, height: 720 }), await person(), await person({ width: 390, height: 800 })];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterHall(hall, doorOf('hall')), enterListening(ana, doorOf('ana'))]);
    await enterNamed(seat, await seatLinkOf(hall), 'Ada in the third row');
    await preparePoll(desk, { kind: 'single', title: 'Where shall we meet next?', options: ['At the river', 'On the hill'] });
    await desk.getByTestId('poll-open').click();
    await hall.getByTestId('hall-poll').getByText('Where shall we meet next?').waitFor();
    await seat.getByTestId('tab-polls').click();
    await seat.getByTestId('poll-form').waitFor();
    expect([await findings(seat), await findings(desk), await findings(hall)]).toEqual([[], [], []]);
    await answerPoll(seat, 'o1');
    await answerPoll(ana, 'o2');
    await barOf(desk, 'o1').getByText('1 · 50%').waitFor();
    // One may think again; nobody but the moderator sees how it stands.
    await answerPoll(ana, 'o1');
    await barOf(desk, 'o1').getByText('2 · 100%').waitFor();
    expect(await seat.getByTestId('poll-result').count()).toBe(0);
    expect(await hall.getByTestId('poll-result').count()).toBe(0);
    await desk.getByTestId('poll-close').click();
    await desk.getByTestId('poll-publish').click();
    for (const page of [seat, ana, hall]) await barOf(page, 'o1').getByText('2 · 100%').waitFor();
  }, patienceMs);
});
