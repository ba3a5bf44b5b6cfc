import { expect, it } from '@jest/globals';
import { endTurn, giveNext, seeWaiting } from '../pages/desk.ts';
import { enterDesk, enterHall, enterListening, enterMicrophone, enterNamed, seeMicrophone } from '../pages/door.ts';
import { untilHeard } from '../pages/ear.ts';
import { checkIn, handMicrophone, headsIn, heldBy, introduce, seatLinkOf, secondsLeft } from '../pages/hall.ts';
import type { Salon } from '../pages/house.ts';
import { raiseHand, seeTurn } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const patienceMs = 180_000;
const microphones = [{ microphoneId: 'front', title: { en: 'Front microphone' } }, { microphoneId: 'aisle', title: { en: 'Aisle microphone' } }];

journeys('a hall', ({ salon, person }) => {
  it('seats, ushers and microphones make one room with those elsewhere', async () => {
    const { doorOf, made }: Salon = await salon(smallSalon(Date.now(), { speakers: ['ann', 'bob'], rules: { microphones } }));
    const [desk, hall, usher, seat, front, listener] = [await person(), await person(), await person({ width: 820 }), await person({ width: 390, height: 800 }), await person({ voice: true }), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterListening(listener, doorOf('bob'))]);
    await Promise.all([enterHall(hall, doorOf('hall')), enterMicrophone(front, doorOf('hall'), 'front'), enterNamed(usher, made.links.usher, 'Wren')]);
    await checkIn(usher, 'Ann');
    await enterNamed(seat, await seatLinkOf(hall), 'Ada in the third row');
    expect(await headsIn(usher, 'remote')).toBe(2);
    await usher.locator('[data-testid=heads-hall]', { hasText: '3' }).waitFor();
    // No loudspeaker and no microphone in a seat: it asked for neither.
    expect(await seat.evaluate(() => [document.querySelectorAll('audio, video').length, window.__yaji ? 1 : 0])).toEqual([0, 1]);

    await raiseHand(seat);
    await introduce(usher, 'Old Mr Reed');
    await seeWaiting(desk, 2);
    await handMicrophone(usher, 'Ada in the third row', 'front');
    const turn = await giveNext(desk);
    await seeTurn(hall, turn);
    await seat.locator('[data-testid=seat-now][data-mine=speaking]', { hasText: 'Front microphone' }).waitFor();
    await seeMicrophone(front, 'on-air');
    const sounds = (page: typeof hall) => page.evaluate(async () => (await window.__yaji?.inbound() ?? []).filter(({ kind, flowing }) => kind === 'audio' && flowing).length);
    await untilHeard(listener);
    // What the hall says, the hall does not hear again.
    expect(await sounds(hall)).toBe(0);
    await endTurn(desk);
    await seeMicrophone(front, 'ready');
  }, patienceMs);

  it('the display goes on through a cut, and catches up', async () => {
    const { doorOf }: Salon = await salon(smallSalon(Date.now(), { speakers: ['ann', 'bob'] }));
    const [desk, hall, ann, bob] = [await person(), await person({ width: 1280, height: 720 }), await person(), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterHall(hall, doorOf('hall')), enterListening(ann, doorOf('ann')), enterListening(bob, doorOf('bob'))]);
    await raiseHand(ann);
    await raiseHand(bob);
    await seeTurn(hall, await giveNext(desk));
    await hall.context().setOffline(true);
    await hall.getByTestId('offline').waitFor();
    const before = await secondsLeft(hall);
    await giveNext(desk);
    await hall.waitForTimeout(3_000);
    // The last state stays, and its clock goes on.
    expect(before - await secondsLeft(hall)).toBeGreaterThanOrEqual(2);
    await seeTurn(hall, 1);
    await hall.context().setOffline(false);
    await seeTurn(hall, 2);
    await hall.getByTestId('offline').waitFor({ state: 'detached' });
    const [shown, truth] = [await heldBy(hall), await heldBy(ann)];
    expect(shown?.seq).toBe(truth?.seq);
    expect(shown?.room).toEqual(truth?.room);
  }, patienceMs);
});
