import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enterListening } from '../pages/door.ts';
import type { Salon } from '../pages/house.ts';
import { choosePerson, myPlaceIn, openQueue, raiseHand, raiseHandFor, seeTurn, stageOf } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { joinBy } from '../live/api.ts';
import { type Client, sit } from '../live/client.ts';
import { journeys } from './journeys.ts';

const patienceMs = 20_000;
const rules = { categories: [{ category: 'vote', title: { en: 'To vote at once' }, rank: 1 }], lanes: { interposed: ['speaker' as const], intervention: [], 'point-of-order': ['speaker' as const, 'attendee' as const] } };

/** A room with a chair who speaks through the log, two listeners at pages of this width, and two people without a page. */
type Room = { chair: Client; ana: Page; ben: Page; others: Client[]; at: (id: string) => string; next: () => Promise<void>; act: (type: string, data: object) => Promise<void> };

async function said(client: Client, type: string, data: object): Promise<void> {
  const ack = await client.say(type, data);
  if (!ack.ok) throw new Error(`${type}: ${ack.refusal.code}`);
}

journeys('the modes of the floor', ({ salon, person, house }) => {
  const enter = async ({ doorOf, roomId, made }: Salon, width: number): Promise<Room> => {
    const url = house.system.urls.api;
    const seat = async (id: string) => sit(url, await joinBy(url, doorOf(id).replace('#i=', '#invitation=')), { roomId });
    const [ana, ben] = [await person({ width, height: 780 }), await person({ width, height: 780 })];
    const [chair, ...others] = [await seat('moderator'), await seat('cai'), await seat('dan')];
    await Promise.all([enterListening(ana, doorOf('ana')), enterListening(ben, doorOf('ben'))]);
    const act = (type: string, data: object) => said(chair, type, data);
    return {
      chair, ana, ben, others, act, at: (id) => made.people.find((one) => one.id === id)?.participantId ?? '',
      next: () => act('floor.grantNext', { afterTurn: chair.room.floor.turns }),
    };
  };
  const leave = ({ chair, others }: Room) => { for (const client of [chair, ...others]) client.close(); };
  const inMode = (page: Page, mode: string) => page.locator(`[data-testid=queue][data-mode=${mode}]`).waitFor({ timeout: patienceMs });
  const floorOf = (page: Page, participantId: string) => stageOf(page).and(page.locator(`[data-speaker="${participantId}"]`)).waitFor({ timeout: patienceMs });

  it.each([1280, 390])('at %i px: a list with an interruption, a fixed order, nomination, a draw, the open floor', async (width) => {
    const room = await enter(await salon(smallSalon(Date.now(), { speakers: ['cai', 'dan'], attendees: ['ana', 'ben'], rules })), width);
    const { ana, ben, at, act, next } = room;
    const [cai, dan] = room.others;
    if (!cai || !dan) throw new Error('nobody sits there');

    // The list: a point of order interrupts and gives back.
    await raiseHand(ana);
    await raiseHandFor(ben, { stance: 'contra', note: 'Only a remark.' });
    await ana.getByTestId('queue').getByText('Only a remark.').waitFor({ timeout: patienceMs });
    await ana.getByTestId('why').click();
    await ana.getByTestId('reasons').locator('li').nth(1).waitFor({ timeout: patienceMs });
    await next();
    await ana.getByTestId('have-floor').waitFor({ timeout: patienceMs });
    await raiseHandFor(ben, { lane: 'point-of-order', category: 'vote' });
    expect(await myPlaceIn(ben, 'point-of-order').getAttribute('data-place')).toBe('1');
    await next();
    await ana.getByTestId('interrupted').waitFor({ timeout: patienceMs });
    await ana.getByTestId('speaking-lane').getByText('Point of order').waitFor({ timeout: patienceMs });
    await floorOf(ana, at('ben'));
    await ben.getByTestId('finish').click();
    await ana.getByTestId('have-floor').waitFor({ timeout: patienceMs });
    await seeTurn(ben, 1);

    // Nomination: who speaks names the next, and passes the floor by ending.
    await act('floor.setMode', { mode: 'nomination' });
    await ana.getByTestId('nominate').click();
    await choosePerson(ana, at('dan'));
    await ana.getByTestId('nominee').getByText('Dan').waitFor({ timeout: patienceMs });
    await ben.getByTestId('mode-line').getByText('Dan').waitFor({ timeout: patienceMs });
    await ana.getByTestId('finish').click();
    await floorOf(ben, at('dan'));

    // A fixed order, shown as it is to come.
    await act('floor.setMode', { mode: 'playlist', playlist: [at('cai'), at('ana')] });
    await inMode(ben, 'playlist');
    expect(await ben.getByTestId('coming').locator('[data-person]').evaluateAll((people) => people.map((one) => one.getAttribute('data-person')))).toEqual([at('cai'), at('ana')]);
    await next();
    await floorOf(ben, at('cai'));
    await ana.getByTestId('next-bar').waitFor({ timeout: patienceMs });

    // A draw: Ben alone waits, and reads that the lot decides.
    await act('floor.setMode', { mode: 'draw' });
    await myPlaceIn(ben, 'normal').getByText('You are in the draw').waitFor({ timeout: patienceMs });
    expect(await ben.getByTestId('next-bar').count()).toBe(0);
    await next();
    await ben.getByTestId('have-floor').waitFor({ timeout: patienceMs });

    // The open floor: the guests of the stage may speak, and nobody has a turn.
    await act('stage.bring', { participantId: at('ana') });
    await act('floor.setMode', { mode: 'open' });
    await ana.getByTestId('open-stage').waitFor({ timeout: patienceMs });
    await ana.getByTestId('microphone').click();
    await ana.getByTestId('live').waitFor({ timeout: patienceMs });
    await ben.locator('[data-testid=stage][data-state=open]').getByTestId('together').getByText('Ana').waitFor({ timeout: patienceMs });
    await openQueue(ben);
    expect(await ben.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    leave(room);
  }, 120_000);
});
