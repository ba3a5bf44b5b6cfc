import { expect, it } from '@jest/globals';
import { operatorKey } from '@yaji/platform';
import type { Page } from 'playwright-core';
import { giveNext, seeWaiting } from '../pages/desk.ts';
import { enterDesk, enterHall, enterListening, enterMicrophone, enterNamed } from '../pages/door.ts';
import { findings, findingsOfBoth } from '../pages/findings.ts';
import { askQuestion, raiseHand, seeTurn } from '../pages/room.ts';
import type { Salon } from '../pages/house.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { journeys } from './journeys.ts';

/** Fourteen pages, each examined as a whole. */
const patienceMs = 180_000;

journeys('everybody can use it', ({ salon, person, house }) => {
  it('pages of a salon in session, light and dark', async () => {
    const { doorOf, pageAt, made }: Salon = await salon(smallSalon(Date.now(), { speakers: ['ann', 'bob'], attendees: ['ana'], rules: { microphones: [{ microphoneId: 'front', title: { en: 'Front microphone' } }] } }));
    const [desk, ann, bob, ana, hall] = [await person({ width: 1280, height: 760 }), await person(), await person(), await person(), await person({ width: 1280, height: 720 })];
    const [usher, seat, microphone] = [await person({ width: 820, height: 1100 }), await person({ width: 390, height: 800 }), await person({ width: 390, height: 800 })];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterHall(hall, doorOf('hall'))]);
    await Promise.all([enterListening(ann, doorOf('ann')), enterListening(bob, doorOf('bob')), enterListening(ana, doorOf('ana'))]);
    await Promise.all([enterNamed(usher, made.links.usher, 'Wren'), enterNamed(seat, made.links.seat, 'Ada'), enterMicrophone(microphone, doorOf('hall'), 'front')]);
    const idle = await findings(hall);
    await askQuestion(ana, 'Where is the next salon?');
    await raiseHand(ann);
    await raiseHand(bob);
    await seeWaiting(desk, 2);
    await giveNext(desk);
    await seeTurn(ana, 1);
    await usher.getByTestId('find-person').fill('A');
    const found: Record<string, string[]> = { idle };
    const examine = async (name: string, page: Page) => { found[name] = await findingsOfBoth(page); };
    const read = async (name: string, url: string) => {
      const reader = await person();
      await reader.goto(url);
      await reader.getByRole('heading').first().waitFor();
      await examine(name, reader);
    };
    await Promise.all(Object.entries({ desk, room: ana, speaking: ann, next: bob, hall, usher, seat, microphone }).map(([name, page]) => examine(name, page)));
    const places = { home: house.system.urls.api, booklet: pageAt(), join: doorOf('attendee'), replay: pageAt('replay'), ops: `${house.system.urls.api}/ops#${operatorKey(house.system.env['YAJI_SECRET'] ?? '')}` };
    await Promise.all(Object.entries(places).map(([name, url]) => read(name, url)));
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  }, patienceMs);
});
