import { createHash } from 'node:crypto';
import type { Ack, BallotBoard } from '@yaji/contracts';
import type { Page } from 'playwright-core';
import { openPage, startBrowser } from '../../pages/chromium.ts';
import { enterDesk, enterHall, enterListening } from '../../pages/door.ts';
import { prepareGround } from '../../pages/ground.ts';
import { openHouse } from '../../pages/house.ts';
import { type Row, row } from '../checks/row.ts';
import type { Scenario, Stage } from '../stage.ts';
import { tableOf } from '../table.ts';
import { ballotsOf, bringGuests, type Guest, vote } from './guests.ts';
import { nominees, programme, voters } from './programme.ts';
import { countedByHand } from './run-off.ts';

const patienceMs = 60_000;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Pages = { desk: Page; hall: Page; phone: Page };
type Seen = { acks: Ack[]; second: Ack; ballotId: string; beforeShown: string; shown: string[][]; board: BallotBoard; hidden: BallotBoard; receipt: string; checks: number; ballots: string[][] };

/** On the page of somebody with a phone: touched in the order of preference, asked once more, sent. */
async function voteByPhone(phone: Page, ranked: readonly string[]): Promise<void> {
  await phone.getByTestId('tab-polls').click({ timeout: patienceMs });
  for (const id of ranked) await phone.locator(`[data-award] button[data-option=${id}]`).click({ timeout: patienceMs });
  await phone.getByTestId('award-send').click();
  await phone.getByTestId('confirm').click();
  await phone.getByTestId('vote-cast').waitFor({ timeout: patienceMs });
}

const placesOn = (hall: Page): Promise<string[]> => hall.locator('[data-testid=award-places] li').evaluateAll((lines) => lines.map((line) => `${line.getAttribute('data-place')} ${line.getAttribute('data-option')}`));
const boardOf = async (url: string, ballotId: string): Promise<BallotBoard> => (await (await fetch(`${url}/verify/${ballotId}`, { headers: { accept: 'application/json' } })).json()) as BallotBoard;

async function play({ desk, hall, phone }: Pages, guests: readonly Guest[], { url, say }: { url: string; say: Stage['say'] }): Promise<Seen> {
  const ballots = ballotsOf(voters);
  say('the host opens the vote');
  await desk.getByTestId('tab-votes').click();
  await desk.getByTestId('award-open').click();
  await Promise.all(guests.map(({ client }) => client.until(({ room }) => room.ballots.length > 0, patienceMs)));
  const ballotId = guests[0]?.client.room.ballots[0]?.ballotId ?? '';
  say(`${guests.length} guests and one phone vote; every tenth answer is lost and the vote said again`);
  const [byPhone = [], ...others] = ballots;
  const [acks] = await Promise.all([Promise.all(guests.map((guest, n) => vote(guest, ballotId, others[n] ?? [], n % 10 === 0))), voteByPhone(phone, byPhone)]);
  const [first] = guests as [Guest];
  const second = await first.client.socket.timeout(8_000).emitWithAck('vote', { ballotId, elector: first.client.me?.participantId, choice: 'plain', tracker: 'f'.repeat(32) }) as Ack;
  await hall.getByTestId('turnout').getByText(String(voters)).waitFor({ timeout: patienceMs });
  say('the host closes the vote');
  await desk.getByTestId('vote-close').click();
  await desk.getByTestId('confirm').click();
  await desk.getByTestId('award-reveal').waitFor({ timeout: patienceMs });
  const beforeShown = JSON.stringify(first.client.room.ballots[0]?.tally);
  const hidden = await boardOf(url, ballotId);
  const shown: string[][] = [];
  for (let places = 1; places <= nominees.length; places += 1) {
    await desk.getByTestId('award-reveal').click({ timeout: patienceMs });
    await hall.locator('[data-testid=award-places] li').nth(places - 1).waitFor({ timeout: patienceMs });
    shown.push(await placesOn(hall));
    say(`  ${shown.at(-1)?.[0] ?? ''}`);
  }
  await phone.goto(`${url}/verify/${ballotId}`);
  await phone.getByTestId('own-receipt').waitFor({ timeout: patienceMs });
  await phone.getByTestId('checks').waitFor({ timeout: patienceMs });
  return {
    acks, second, ballotId, beforeShown, shown, hidden, ballots, board: await boardOf(url, ballotId),
    receipt: await phone.getByTestId('own-receipt').getAttribute('data-found') ?? '', checks: await phone.locator('[data-check][data-right=true]').count(),
  };
}

function voteRows({ acks, second }: Seen, guests: readonly Guest[]): Row[] {
  const acknowledged = acks.filter(({ ok }) => ok).length;
  return [
    row('votes: every one acknowledged', acknowledged === guests.length, `${acknowledged} of ${guests.length}, and one by phone`),
    row('votes: a second one refused', !second.ok && second.refusal.code === 'ballot/already-voted', second.ok ? 'taken' : second.refusal.code),
  ];
}

/** Judges what was seen against a count by hand. */
function judge({ beforeShown, shown, hidden, board, receipt, checks, ballots }: Seen, guests: readonly Guest[]): Row[] {
  const { order, tied } = countedByHand(ballots, nominees.map(({ id }) => id));
  const wanted = order.map((id, at) => `${at + 1} ${id}`);
  const tally: Record<string, number> = {};
  for (const ballot of ballots) tally[ballot.join('>')] = (tally[ballot.join('>')] ?? 0) + 1;
  const end = board.board.reduce((before, { tracker, choice, weight }) => sha256(`${before}\n${tracker} ${choice} ${weight}`), sha256(`yaji ballot ${board.ballotId}`));
  const onBoard = new Map(board.board.map(({ tracker, choice }) => [tracker, choice]));
  const found = guests.filter(({ receipts }) => onBoard.get(receipts.tracker) === receipts.choice).length;
  const sorted = (one: Record<string, number>): string => JSON.stringify(Object.entries(one).sort());
  const stepwise = shown.every((lines, at) => JSON.stringify(lines) === JSON.stringify(wanted.slice(nominees.length - at - 1)));
  return [
    row('count: exactly the ballots cast', sorted(board.tally) === sorted(tally) && board.board.length === voters, `${board.board.length} on the board, ${Object.keys(board.tally).length} different rankings`),
    row('secret until it is shown', beforeShown === '{}' && hidden.status === 'hidden' && hidden.board.length === 0, `guests knew ${beforeShown}; the board was ${hidden.status}`),
    row('shown from the last place to the first', !tied && stepwise, shown.at(-1)?.join(', ') ?? 'nothing'),
    row('run-off: as counted by hand', JSON.stringify(shown.at(-1)) === JSON.stringify(wanted), wanted.join(', ')),
    row('board: its chain ends in the digest', end === board.digest, (board.digest ?? 'none').slice(0, 16)),
    row('receipts: every voter finds the own vote', found === guests.length, `${found} of ${guests.length}`),
    row('receipts: the phone’s page checks it by itself', receipt === 'true' && checks === 3, `found: ${receipt}; ${checks} of 3 checks right`),
  ];
}

/** An award: two hundred voters rank six, and the result is shown from the last place. */
export const playAward: Scenario = async ({ headed, signal, hold, say }) => {
  await prepareGround({ signal });
  say('starting a private Yaji');
  const house = await openHouse({ signal, env: { YAJI_JOINS_PER_MINUTE: '10000' } });
  hold(() => house.stop());
  const { system: { urls: { api: url } } } = house;
  const salon = await house.makeSalon(programme(Date.now()));
  const browser = await startBrowser({ headed });
  hold(() => browser.close());
  const [desk, hall, phone] = await Promise.all([{ width: 1280, height: 800 }, { width: 1280, height: 720 }, { width: 390, height: 844 }].map((size) => openPage(browser, size)));
  if (!desk || !hall || !phone) throw new Error('the pages did not open');
  await enterDesk(desk.page, salon.doorOf('host'));
  await enterHall(hall.page, salon.doorOf('hall'));
  await enterListening(phone.page, salon.doorOf('v0'));
  say('the host is at the desk, the display is on, one guest has a phone; the others come');
  const guests = await bringGuests(url, salon, Array.from({ length: voters - 1 }, (_, n) => `v${n + 1}`));
  hold(async () => { for (const { client } of guests) client.close(); return Promise.resolve(); });
  const seen = await play({ desk: desk.page, hall: hall.page, phone: phone.page }, guests, { url, say });
  const faults = [desk, hall, phone].flatMap((one) => one.faults);
  const rows = [...voteRows(seen, guests), ...judge(seen, guests), row('pages: no script failed', faults.length === 0, faults.join('; ') || 'none')];
  console.log(`\n${tableOf(rows)}\n`);
  return rows.every(({ ok }) => ok);
};
