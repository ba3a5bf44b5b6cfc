import { expect, it } from '@jest/globals';
import { endTurn, extend, giveNext, pauseTurn, resumeTurn, seeWaiting, startTopic } from '../pages/desk.ts';
import { enterDesk, enterListening, enterSpeaking, untilLive } from '../pages/door.ts';
import { heardBy, listen } from '../pages/ear.ts';
import { gainsOf, totalsIn } from '../pages/gain.ts';
import { openQueue, raiseHand, seeTurn, shownTurn, stageOf } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
const cast = { moderators: ['moderator', 'cohost'], speakers: ['ann', 'bob'], attendees: ['ana', 'late'] };

journeys('the floor', ({ salon, person }) => {
  it('is heard and seen by an attendee when it is given, and silent while it is paused', async () => {
    const { doorOf, made } = await salon(smallSalon(Date.now(), cast));
    const [desk, ann, ana] = [await person({ width: 1280, height: 760 }), await person({ voice: true }), await person()];
    await enterDesk(desk, doorOf('moderator'));
    await enterSpeaking(ann, doorOf('ann'));
    await enterListening(ana, doorOf('ana'));
    await raiseHand(ann);
    await seeWaiting(desk, 1);
    await giveNext(desk);
    await seeTurn(ana, 1);
    await ann.getByTestId('live').waitFor();
    await listen(ana);
    await pause(2_500);
    await pauseTurn(desk);
    const gains = gainsOf(await heardBy(ana));
    const [begin = 0] = gains.map(({ fromAt }) => fromAt);
    const speaker = made.people.find(({ id }) => id === 'ann')?.participantId ?? '';
    const spoken = totalsIn(gains, { fromAt: begin, toAt: begin + 2_000 }).get(speaker);
    expect(spoken?.energy).toBeGreaterThan(1e-3);
    expect(spoken?.frames).toBeGreaterThan(3);
    // A browser short of time plays what it has buffered a little longer, so silence is waited for.
    let heard = Infinity;
    for (const pausedAt = Date.now(); heard >= 1e-4 && Date.now() - pausedAt < 20_000;) {
      const fromAt = Date.now();
      await pause(1_500);
      heard = totalsIn(gainsOf(await heardBy(ana)), { fromAt, toAt: fromAt + 1_400 }).get(speaker)?.energy ?? 0;
    }
    expect(heard).toBeLessThan(1e-4);
    await resumeTurn(desk);
    await seeTurn(ana, 1);
    await ann.getByTestId('finish').click();
    await stageOf(ana).and(ana.locator(':not([data-turn])')).waitFor();
  });

  it('is led from the keyboard of the desk', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), cast));
    const [desk, ann, bob] = [await person({ width: 1280, height: 760 }), await person(), await person()];
    await enterDesk(desk, doorOf('moderator'));
    await Promise.all([enterListening(ann, doorOf('ann')), enterListening(bob, doorOf('bob'))]);
    await raiseHand(ann);
    await raiseHand(bob);
    await seeWaiting(desk, 2);
    expect(await giveNext(desk)).toBe(1);
    await pauseTurn(desk);
    await resumeTurn(desk);
    const left = () => desk.getByTestId('countdown').first().textContent();
    const before = await left();
    await extend(desk);
    await desk.waitForFunction((was) => document.querySelector('[data-testid=countdown]')?.textContent !== was, before);
    expect(await giveNext(desk)).toBe(2);
    await desk.keyboard.press('z');
    await seeTurn(desk, 1);
    expect(await giveNext(desk)).toBe(3);
    await endTurn(desk);
    await desk.keyboard.press('/');
    expect(await desk.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });

  it('shows a co-host within a second what the other one did, by name', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), cast));
    const [desk, other, ann] = [await person({ width: 1280, height: 760 }), await person({ width: 1280, height: 760 }), await person()];
    await enterDesk(desk, doorOf('moderator'));
    await enterDesk(other, doorOf('cohost'));
    await enterListening(ann, doorOf('ann'));
    await raiseHand(ann);
    await seeWaiting(other, 1);
    await giveNext(desk);
    await other.getByTestId('desk-log').getByText('Moderator').first().waitFor({ timeout: 5_000 });
    expect(await shownTurn(other)).toBe(1);
  });

  it('is shown to a late attendee as it is now', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), cast));
    const [desk, ann, bob, late] = [await person({ width: 1280, height: 760 }), await person(), await person(), await person()];
    await enterDesk(desk, doorOf('moderator'));
    await Promise.all([enterListening(ann, doorOf('ann')), enterListening(bob, doorOf('bob'))]);
    await startTopic(desk, 'two');
    await raiseHand(ann);
    await seeWaiting(desk, 1);
    await giveNext(desk);
    await pauseTurn(desk);
    await raiseHand(bob);
    await seeWaiting(desk, 1);
    await enterListening(late, doorOf('late'));
    await seeTurn(late, 1, 'paused');
    await late.getByTestId('topic').getByText('Second topic').waitFor();
    await openQueue(late);
    await late.getByTestId('queue').getByText('Bob').waitFor();
  });

  it('comes back to exactly the present after a lost connection, hand and place kept', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), cast));
    const [desk, ann, ana] = [await person({ width: 1280, height: 760 }), await person(), await person()];
    await enterDesk(desk, doorOf('moderator'));
    await Promise.all([enterListening(ann, doorOf('ann')), enterListening(ana, doorOf('ana'))]);
    await raiseHand(ana);
    await ana.context().setOffline(true);
    await ana.getByTestId('reconnecting').waitFor({ timeout: 10_000 });
    await raiseHand(ann);
    await seeWaiting(desk, 2);
    // The one who is cut off keeps the first place.
    await giveNext(desk);
    await pauseTurn(desk);
    await ana.context().setOffline(false);
    await untilLive(ana);
    await ana.getByTestId('reconnecting').waitFor({ state: 'detached' });
    await seeTurn(ana, 1, 'paused');
    const seqOf = (page: typeof ana) => page.getByTestId('room').first().getAttribute('data-seq');
    expect(await seqOf(ana)).toBe(await seqOf(ann));
    await ana.getByTestId('have-floor').waitFor();
  });
});
