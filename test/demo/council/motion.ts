import type { Browser, Page } from 'playwright-core';
import { openPage, startBrowser } from '../../pages/chromium.ts';
import { soundOnly } from '../../pages/devices.ts';
import { enterListening, untilLive } from '../../pages/door.ts';
import type { Salon } from '../../pages/house.ts';
import { castVote, closeVote, openVote } from '../../pages/vote.ts';
import { leaving, members, votesOf } from './members.ts';

export type Chair = { desk: Page; hall: Page };
export type Voters = { of: (id: string) => Page; leave: (ids: readonly string[]) => Promise<void>; faults: () => { who: string; fault: string }[]; close: () => Promise<void> };
/** What the hall's display said of each vote, and how many the desk counted as present, before and after some had gone. */
export type Voted = { carried: string; void: string; presentAtFirst: number; presentInGrace: number; presentAtLast: number };

/** So many come at the same time. */
const atOnce = 3;
const graceMs = 60_000;
const patienceMs = 120_000;
const admission = 'Admission';
const fee = 'Membership fee';

/** The delegates who did not speak: seats of the hall in one browser, pages elsewhere in another. Those who have a page already are told by `there`. */
export async function seatMembers(salon: Salon, there: ReadonlyMap<string, Page>, say: (line: string) => void): Promise<Voters> {
  const browser: Browser = await startBrowser();
  const pages = new Map<string, Page>(there);
  const opened: { id: string; faults: string[] }[] = [];
  const coming = members.filter((member) => typeof member.seat === 'string' && !there.has(member.id));
  for (let from = 0; from < coming.length; from += atOnce) {
    await Promise.all(coming.slice(from, from + atOnce).map(async ({ id, seat }) => {
      const { page, faults } = await openPage(browser, { width: 390, height: 700, scripts: [soundOnly] });
      await (seat === 'hall' ? enterSeat(page, salon.doorOf(id)) : enterListening(page, salon.doorOf(id)));
      pages.set(id, page);
      opened.push({ id, faults });
    }));
    say(`  ${pages.size} of them`);
  }
  say(`${pages.size} delegates are there, ${members.filter(({ seat }) => seat === 'hall').length} of them at their seats in the hall`);
  const of = (id: string): Page => {
    const page = pages.get(id);
    if (!page) throw new Error(`${id} has no page`);
    return page;
  };
  return {
    of,
    leave: async (ids) => { await Promise.all(ids.map((id) => of(id).context().close())); },
    faults: () => opened.flatMap(({ id, faults }) => faults.map((fault) => ({ who: id, fault }))),
    close: () => browser.close(),
  };
}

/** A personal link at the code of a seat. */
async function enterSeat(page: Page, url: string): Promise<void> {
  await page.goto(`${url}&to=seat`);
  await page.getByTestId('join').click({ timeout: patienceMs });
  await untilLive(page);
}

const presentAt = async (desk: Page): Promise<number> => Number((await desk.getByTestId('quorum').innerText()).match(/\d+/)?.[0] ?? Number.NaN);
const resultOn = async (hall: Page): Promise<string> => {
  await hall.getByTestId('vote-result').waitFor({ timeout: patienceMs });
  return hall.getByTestId('vote-result').locator('p').first().innerText();
};

/** A debate in favour, a vote of all, and one more that loses its quorum. */
export async function resolve({ desk, hall }: Chair, { of, leave }: Voters, say: (line: string) => void): Promise<Voted> {
  say('the vote is opened; each delegate casts it on the own page, two of them also for an absent member');
  await openVote(desk, admission);
  const presentAtFirst = await presentAt(desk);
  const present = members.filter(({ seat }) => typeof seat === 'string').map(({ id }) => id);
  for (const id of present) for (let vote = 0; vote < votesOf(id).length; vote += 1) await castVote(of(id), 'yes');
  await closeVote(desk);
  const carried = await resultOn(hall);
  say(`  ${carried}`);

  say('a second motion is put to the vote, and nine delegates leave the hall');
  await openVote(desk, fee);
  await hall.locator('[data-testid=hall-motion][data-stage=voting]').waitFor({ timeout: patienceMs });
  for (const id of present.slice(0, 4)) await castVote(of(id), 'no');
  const leftAt = Date.now();
  await leave(leaving);
  // Whoever is away for less than a minute is still here (M6): the desk says so until then.
  await new Promise((go) => { setTimeout(go, graceMs / 2 - (Date.now() - leftAt)); });
  const presentInGrace = await presentAt(desk);
  say(`  half a minute later the desk counts ${presentInGrace}; it waits until the minute is over`);
  await desk.locator('[data-testid=quorum][data-met=false]').waitFor({ timeout: patienceMs });
  // They are noticed one after the other.
  await desk.getByTestId('quorum').getByText(new RegExp(`^${presentAtFirst - leaving.flatMap(votesOf).length} of`)).waitFor({ timeout: patienceMs });
  const presentAtLast = await presentAt(desk);
  await closeVote(desk);
  await hall.locator('[data-testid=hall-motion][data-stage=void]').waitFor({ timeout: patienceMs });
  const lost = await resultOn(hall);
  say(`  ${lost}`);
  return { carried, void: lost, presentAtFirst, presentInGrace, presentAtLast };
}
