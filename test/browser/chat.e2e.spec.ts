import { expect, it } from '@jest/globals';
import { chatMessage, openChat, writeInChat } from '../pages/chat.ts';
import { enterDesk, enterHall, enterListening, enterNamed } from '../pages/door.ts';
import { findings, findingsOfBoth } from '../pages/findings.ts';
import { seatLinkOf } from '../pages/hall.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const patienceMs = 120_000;

journeys('the chat', ({ salon, person }) => {
  it('is written on a telephone, read everywhere, and kept in order from the desk', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['ana', 'ben'] }));
    const [desk, ana, ben] = [await person({ width: 1280, height: 760 }), await person({ width: 390, height: 800 }), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterListening(ana, doorOf('ana')), enterListening(ben, doorOf('ben'))]);
    await openChat(desk);
    await desk.getByTestId('tab-questions').click();
    await openChat(ana);
    await writeInChat(ana, 'Good evening from the river');
    // Whoever looks at something else sees that something came.
    await desk.getByTestId('tab-chat').getByText('1').waitFor();
    await openChat(desk);
    await openChat(ben);
    await chatMessage(desk, 'Good evening from the river').getByText('Ana').waitFor();
    await writeInChat(ana, 'You are all fools');
    await chatMessage(ben, 'You are all fools').waitFor();
    expect([await findings(ana), await findingsOfBoth(desk), await findings(ben)]).toEqual([[], [], []]);

    await chatMessage(desk, 'You are all fools').getByTestId('chat-delete').click();
    await desk.getByTestId('confirm').click();
    for (const page of [desk, ana, ben]) await chatMessage(page, 'Deleted by Moderator').waitFor();
    expect(await ben.getByText('You are all fools').count()).toBe(0);
    // Nobody but the moderator has a button for others' messages.
    expect(await ben.getByTestId('chat-delete').count()).toBe(0);

    await ana.getByTestId('tab-queue').click();
    await desk.getByTestId('chat-mute').first().click();
    await ana.getByTestId('notices').getByText('muted you').waitFor();
    await openChat(ana);
    await ana.getByTestId('chat-muted').waitFor();
    expect(await ana.getByTestId('chat-text').count()).toBe(0);
    expect(await findings(ana)).toEqual([]);
    await writeInChat(ben, 'One may still read');
    await chatMessage(ana, 'One may still read').waitFor();
    await desk.getByTestId('chat-unmute').click();
    await ana.getByTestId('chat-text').waitFor();
    await writeInChat(ana, 'I am sorry');

    await desk.getByTestId('chat-slow').selectOption('60');
    await ben.getByText('You can write again in').waitFor();
    expect(await ben.getByTestId('chat-send').isDisabled()).toBe(true);
    await desk.getByTestId('chat-close').click();
    await ben.getByTestId('chat-closed').waitFor();
    await desk.getByTestId('notices').getByText('Undo').last().click();
    await ben.getByTestId('chat-text').waitFor();
  }, patienceMs);

  it('is there on a seat of the hall, stays where one reads, and outlives the connection', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['ana'] }));
    const [desk, hall, seat] = [await person({ width: 1280, height: 760 }), await person({ width: 1280, height: 720 }), await person({ width: 390, height: 800 })];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterHall(hall, doorOf('hall'))]);
    await enterNamed(seat, await seatLinkOf(hall), 'Ada in the third row');
    await openChat(desk);
    for (let line = 1; line <= 30; line += 1) await writeInChat(desk, `Line ${line}.`);
    await openChat(seat);
    await chatMessage(seat, 'Line 30.').waitFor();
    const log = seat.getByRole('log');
    await log.evaluate((at) => { at.scrollTop = 0; });
    await seat.getByTestId('chat-newest').waitFor();
    await writeInChat(desk, 'Line 31.');
    await seat.getByTestId('chat-newest').getByText('1 new message').waitFor();
    expect(await log.evaluate((at) => at.scrollTop)).toBe(0);
    await seat.getByTestId('chat-newest').click();
    await seat.getByTestId('chat-newest').waitFor({ state: 'detached' });
    // Whoever comes later is told the newest, and finds the rest by looking.
    const ana = await person();
    await enterListening(ana, doorOf('ana'));
    await openChat(ana);
    await chatMessage(ana, 'Line 31.').waitFor();
    await chatMessage(ana, 'Line 1.').waitFor();
    await seat.context().setOffline(true);
    await seat.locator('[data-testid=room][data-state=reconnecting]').waitFor();
    await writeInChat(desk, 'Said meanwhile');
    await seat.context().setOffline(false);
    await chatMessage(seat, 'Said meanwhile').waitFor();
  }, patienceMs);
});
