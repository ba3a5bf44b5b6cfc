import { expect, it } from '@jest/globals';
import { endTurn, extend, giveNext, pauseTurn, resumeTurn, seeWaiting, startTopic } from '../pages/desk.ts';
import { enterDesk, enterListening, enterSpeaking, untilLive } from '../pages/door.ts';
import { heardBy, listen } from '../pages/ear.ts';
import { gainsOf, totalsIn } from '../pages/gain.ts';
import { openQueue, raiseHand, seeGreenRoom, seeTurn, shownTurn, stageOf } from '../pages/room.ts';
import { eventually } from '../media/eventually.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

/** For so long nothing of somebody may be heard before it is called silence. */
const quietMs = 1_400;
const cast = { moderators: ['moderator', 'cohost'], speakers: ['ann', 'bob'], attendees: ['ana', 'late'] };

journeys('the floor', ({ salon, person }) => {
  it('is heard and seen by an attendee when it is given, and silent while it is paused', async () => {
    const { doorOf, made } = await salon(smallSalon(Date.now(), cast));
    const [desk, ann, ana] = [await person({ width: 1280, height: 760 }), await person({ voice: true }), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterSpeaking(ann, doorOf('ann')), enterListening(ana, doorOf('ana'))]);
    await raiseHand(ann);
    await seeGreenRoom(ann);
    await ann.setViewportSize({ width: 360, height: 740 });
    // On a telephone there are the most buttons now: none is too narrow to touch (WCAG 2.2, 2.5.8, and our own 44).
    const widths = await ann.getByTestId('controls').locator('button:visible').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().width));
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(44);
    await seeWaiting(desk, 1);
    await giveNext(desk);
    await seeTurn(ana, 1);
    await ann.getByTestId('live').waitFor();
    const speaker = made.people.find(({ id }) => id === 'ann')?.participantId ?? '';
    await listen(ana);
    // Within the first two seconds of listening, however long it takes to read that.
    await eventually(async () => {
      const gains = gainsOf(await heardBy(ana));
      const [begin = 0] = gains.map(({ fromAt }) => fromAt);
      const spoken = totalsIn(gains, { fromAt: begin, toAt: begin + 2_000 }).get(speaker);
      expect(spoken?.energy).toBeGreaterThan(1e-3);
      expect(spoken?.frames).toBeGreaterThan(3);
    }, 10_000);
    await pauseTurn(desk);
    const pausedAt = Date.now();
    // A browser short of time plays what it has buffered a little longer, so silence is waited for.
    await eventually(async () => {
      const samples = await heardBy(ana);
      const toAt = samples.at(-1)?.at ?? 0;
      const fromAt = toAt - quietMs;
      expect(fromAt).toBeGreaterThan(pausedAt);
      expect(totalsIn(gainsOf(samples), { fromAt, toAt }).get(speaker)?.energy ?? 0).toBeLessThan(1e-4);
    });
    await resumeTurn(desk);
    await seeTurn(ana, 1);
    await ann.getByTestId('finish').click();
    await stageOf(ana).and(ana.locator(':not([data-turn])')).waitFor();
  });

  it('is led from the keyboard of the desk', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), cast));
    const [desk, ann, bob] = [await person({ width: 1280, height: 760 }), await person(), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterListening(ann, doorOf('ann')), enterListening(bob, doorOf('bob'))]);
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
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterDesk(other, doorOf('cohost')), enterListening(ann, doorOf('ann'))]);
    await raiseHand(ann);
    await seeWaiting(other, 1);
    await giveNext(desk);
    await other.getByTestId('desk-log').getByText('Moderator').first().waitFor({ timeout: 5_000 });
    expect(await shownTurn(other)).toBe(1);
  });

  it('is shown to a late attendee as it is now', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), cast));
    const [desk, ann, bob, late] = [await person({ width: 1280, height: 760 }), await person(), await person(), await person()];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterListening(ann, doorOf('ann')), enterListening(bob, doorOf('bob'))]);
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
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterListening(ann, doorOf('ann')), enterListening(ana, doorOf('ana'))]);
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
