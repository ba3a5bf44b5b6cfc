import { expect, it } from '@jest/globals';
import { eventually } from '../media/eventually.ts';
import { giveNext, seeWaiting } from '../pages/desk.ts';
import { farFromMedia } from '../pages/distance.ts';
import { enterDesk, enterListening, enterSpeaking, untilLive } from '../pages/door.ts';
import { onsetsOf, noteOnsets } from '../pages/onsets.ts';
import { raiseHand, seeTurn } from '../pages/room.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

const thereAndBackMs = 400;

journeys('coming back', ({ salon, person, house }) => {
  it('sends a speaker’s sound after one question to the node, and it is heard when she is given the floor at once', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { speakers: ['ann'], attendees: ['ana'] }));
    const [desk, ann, ana] = [await person({ width: 1280, height: 760 }), await person({ voice: true }), await person({ scripts: [noteOnsets] })];
    const asked = await farFromMedia(ann, { media: house.system.urls.media, thereAndBackMs });
    await enterDesk(desk, doorOf('moderator'));
    await enterSpeaking(ann, doorOf('ann'));
    await enterListening(ana, doorOf('ana'));
    await raiseHand(ann);
    await seeWaiting(desk, 1);
    asked.splice(0);
    await ann.reload({ waitUntil: 'commit' });
    await untilLive(ann);
    const grantedAt = Date.now();
    await giveNext(desk);
    await seeTurn(ana, 1);
    await ann.getByTestId('live').waitFor();
    await eventually(async () => expect((await onsetsOf(ana)).some(({ at }) => at > grantedAt)).toBe(true));
    const [first, sound] = [asked.find(({ name }) => name === 'capabilities'), asked.find(({ name }) => name === 'produce')];
    // One way there and back, and as much again for a slow processor.
    expect((sound?.at ?? Infinity) - (first?.at ?? 0)).toBeLessThan(2.5 * thereAndBackMs);
  });

  it('shows a part whose file did not come as soon as it can be had, and loses nothing of the room meanwhile', async () => {
    const { doorOf } = await salon(smallSalon(Date.now(), { attendees: ['ana'] }));
    const ana = await person();
    let refused = 0;
    await ana.route(/assets\/chat-/, (route) => {
      refused += 1;
      return refused > 3 ? route.continue() : route.abort('internetdisconnected');
    });
    await enterListening(ana, doorOf('ana'));
    await ana.getByTestId('tab-chat').click();
    await ana.getByTestId('chat').waitFor();
    expect(refused).toBeGreaterThan(3);
    expect(await ana.getByTestId('broken').count()).toBe(0);
    await untilLive(ana);
  });
});
