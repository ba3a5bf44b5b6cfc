import { randomBytes } from 'node:crypto';
import type { Ack, Joined } from '@yaji/contracts';
import { type Client, sit } from '../../live/client.ts';
import type { Salon } from '../../pages/house.ts';
import { nominees } from './programme.ts';

/** The same ballots every time: some rank all, some only a few. `n`: how many. */
export function ballotsOf(n: number): string[][] {
  let state = 20_261_127;
  // Numerical Recipes' linear congruential generator: any will do, as long as it is the same.
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const favourites = ['coast', 'coast', 'coast', 'hill', 'hill', 'hill', 'hill', 'river', 'river', 'bay', 'harbour', 'plain'];
  return Array.from({ length: n }, () => {
    const first = favourites[next(favourites.length)] ?? 'coast';
    const rest = nominees.map(({ id }) => id).filter((id) => id !== first);
    const ranked = [first];
    for (let more = next(nominees.length); more > 0; more -= 1) ranked.push(...rest.splice(next(rest.length), 1));
    return ranked;
  });
}

export type Guest = { id: string; client: Client; receipts: { tracker: string; choice: string } };

const atOnce = 20;

/** Guests at the room's own door, without a page. */
export async function bringGuests(url: string, salon: Salon, ids: readonly string[]): Promise<Guest[]> {
  const guests: Guest[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    guests.push(...await Promise.all(ids.slice(from, from + atOnce).map(async (id): Promise<Guest> => {
      const invitation = new URLSearchParams(new URL(salon.doorOf(id)).hash.slice(1)).get('invitation');
      const answer = await fetch(`${url}/api/join`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ invitation }) });
      if (!answer.ok) throw new Error(`${id} could not join: ${answer.status}`);
      return { id, client: await sit(url, await answer.json() as Joined, { roomId: salon.roomId }), receipts: { tracker: randomBytes(16).toString('hex'), choice: '' } };
    })));
  }
  return guests;
}

/** Casts a vote, and says it again with the same number where the first answer is thrown away. */
export async function vote({ client, receipts }: Guest, ballotId: string, ranked: readonly string[], lost: boolean): Promise<Ack> {
  receipts.choice = ranked.join('>');
  const say = () => client.socket.timeout(8_000).emitWithAck('vote', { ballotId, elector: client.me?.participantId, choice: receipts.choice, tracker: receipts.tracker }) as Promise<Ack>;
  const ack = await say();
  return lost ? say() : ack;
}
