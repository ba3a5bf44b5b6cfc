import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enterDesk, enterHall, enterListening } from '../pages/door.ts';
import { findings, findingsOfBoth } from '../pages/findings.ts';
import type { Written } from '../pages/house.ts';
import { smallSalon } from '../pages/small-salon.ts';
import { castVote, closeVote, openVote } from '../pages/vote.ts';
import { journeys } from './journeys.ts';

const patienceMs = 180_000;

/** Three members, and a fourth whose vote Ann holds. */
const council = (): Written => {
  const small = smallSalon(Date.now(), { speakers: ['ann', 'bob', 'cat', 'dan'], rules: { ballots: { quorum: { of: 'members', kind: 'number', value: 3 } } } });
  return {
    ...small,
    register: [{ person: 'ann' }, { person: 'bob' }, { person: 'cat' }, { person: 'dan', proxy: 'ann' }],
    rooms: small.rooms.map((room) => ({
      ...room,
      motions: [{ id: 'admit', title: { en: 'Admission of a member', 'zh-CN': '接纳新成员' }, text: { en: 'The council admits the Hill University.', 'zh-CN': '理事会接纳山丘大学。' }, mover: 'ann', seconder: 'bob' }],
      awards: [{ id: 'year', title: { en: 'Park of the year' }, method: 'ranked', nominees: [{ id: 'river', title: { en: 'River Bend' } }, { id: 'coast', title: { en: 'Coast Lab' } }] }],
    })),
  };
};

journeys('votes', ({ salon, person, house }) => {
  const cast = async () => {
    const { doorOf } = await salon(council());
    const [desk, hall, ann, bob] = [await person({ width: 1280, height: 800 }), await person({ width: 1280, height: 720 }), await person(), await person({ width: 390, height: 844 })];
    await Promise.all([enterDesk(desk, doorOf('moderator')), enterHall(hall, doorOf('hall')), enterListening(ann, doorOf('ann')), enterListening(bob, doorOf('bob'))]);
    return { desk, hall, ann, bob, doorOf };
  };
  const sentenceOn = (page: Page) => page.getByTestId('vote-result').locator('p').first().innerText();

  it('are opened, cast on a phone and by proxy, and their result stands on the hall display', async () => {
    const { desk, hall, ann, bob } = await cast();
    // Without a vote, unless somebody objects.
    await desk.getByTestId('tab-votes').click();
    await desk.getByTestId('vote-prepare').click();
    await desk.getByTestId('objections-ask').click();
    await hall.locator('[data-testid=hall-motion][data-stage=objections]').waitFor();
    await bob.getByTestId('tab-polls').click();
    await bob.getByTestId('motion-object').click();
    await bob.getByTestId('confirm').click();
    await hall.locator('[data-testid=hall-motion][data-stage=seconded]').waitFor();
    await openVote(desk, 'Admission');
    await hall.locator('[data-testid=hall-motion][data-stage=voting]').waitFor();
    await bob.getByTestId('tab-polls').click();
    await bob.locator('form:has([data-choice])').waitFor();
    expect([await findings(bob), await findings(desk), await findings(hall)]).toEqual([[], [], []]);
    await castVote(bob, 'yes');
    await castVote(ann, 'yes');
    await castVote(ann, 'yes');
    await hall.getByTestId('turnout').getByText('3 of 4').waitFor();
    // Nobody's choice is told before the end, not even at the desk.
    expect(await desk.getByTestId('vote-result').count()).toBe(0);
    await closeVote(desk);
    for (const page of [bob, ann, hall, desk]) {
      await page.getByTestId('vote-result').waitFor();
      expect(await sentenceOn(page)).toBe('Carried unanimously, 3 of 3 votes, quorum 3 met.');
    }
  }, patienceMs);

  it('in secret give a receipt, which its voter finds on a board that the browser adds up itself', async () => {
    const { desk, hall, ann, bob } = await cast();
    await openVote(desk, 'Admission', { secrecy: 'secret' });
    await castVote(bob, 'no');
    await castVote(ann, 'yes');
    await bob.getByTestId('receipt').locator('summary').click();
    const tracker = await bob.getByTestId('tracker').innerText();
    // A page that is loaded again knows that the vote is cast, and keeps its receipt.
    await bob.reload();
    await bob.getByTestId('tab-polls').click();
    await bob.getByTestId('receipt').waitFor();
    await closeVote(desk);
    await hall.getByTestId('vote-result').waitFor();
    const digest = (await hall.getByTestId('vote-result').locator('code').innerText()).trim();
    const ballot = await bob.getByTestId('verify-link').getAttribute('href');
    await bob.goto(`${house.system.urls.api}${ballot}`);
    await bob.locator('[data-testid=own-receipt][data-found=true]').waitFor();
    expect(await bob.getByTestId('own-receipt').innerText()).toContain('Your vote is on the board: No.');
    expect(await bob.locator('[data-check][data-right=true]').count()).toBe(3);
    expect((await bob.getByTestId('digest').innerText()).startsWith(digest)).toBe(true);
    // Somebody without a session, with the number alone.
    const stranger = await person();
    await stranger.goto(`${house.system.urls.api}${ballot}`);
    await stranger.getByTestId('find-receipt').fill(tracker);
    expect(await stranger.getByTestId('found').innerText()).toContain('Your vote is on the board: No.');
    await stranger.getByTestId('find-receipt').fill('0'.repeat(32));
    expect(await stranger.getByTestId('found').innerText()).toContain('not on the board');
    expect(await findingsOfBoth(stranger)).toEqual([]);
  }, patienceMs);

  it('for an award are ranked by touch, counted, and shown from the last place', async () => {
    const { desk, hall, ann, bob } = await cast();
    await desk.getByTestId('tab-votes').click();
    await desk.getByTestId('award-open').click();
    for (const [page, first, second] of [[ann, 'coast', 'river'], [bob, 'coast', null]] as const) {
      await page.getByTestId('tab-polls').click();
      await page.locator(`[data-award] button[data-option=${first}]`).click();
      if (second) await page.locator(`[data-award] button[data-option=${second}]`).click();
      if (second) expect(await findings(page)).toEqual([]);
      await page.getByTestId('award-send').click();
      await page.getByTestId('confirm').click();
      await page.getByTestId('vote-cast').waitFor();
    }
    await desk.getByTestId('vote-close').click();
    await desk.getByTestId('confirm').click();
    await desk.getByTestId('award-reveal').click();
    await hall.locator('[data-testid=award-places] [data-option=river][data-place="2"]').waitFor();
    expect(await hall.locator('[data-testid=award-places] li').count()).toBe(1);
    await desk.getByTestId('award-reveal').click();
    for (const page of [hall, ann, bob]) await page.locator('[data-testid=award-places] [data-option=coast][data-place="1"]').waitFor();
    expect(await findings(hall)).toEqual([]);
  }, patienceMs);
});
