import type { Problem, Programme, RoomId, SalonMade } from '@yaji/contracts';
import { operatorKey } from '@yaji/platform';
import type { z } from 'zod';
import { launchSystem, type System } from './ground.ts';

export type Written = z.input<typeof Programme>;

/** A salon and the way into it. */
export type Salon = {
  made: SalonMade;
  /** The salon's first room. */
  roomId: RoomId;
  /** The invitation link of somebody of the programme, by its short name, or of a role. */
  doorOf: (id: string) => string;
  /** The address of its booklet, or of a page of its room. */
  pageAt: (place?: 'room' | 'desk' | 'hall' | 'seat' | 'usher' | 'captions' | 'replay') => string;
};

/** Where a running system answers, and what its programs were told. */
type Place = Pick<System, 'urls' | 'env'>;

/** A running system, seen by whoever comes to it. */
export type OpenHouse = {
  system: Place;
  makeSalon: (programme: Written) => Promise<Salon>;
  /** Asks a REST door; throws with its words when it refuses. */
  ask: <T>(path: string, token: string) => Promise<T>;
};

/** A complete private system, seen by whoever started it. */
export type House = OpenHouse & { system: System; stop: () => Promise<void> };

async function answered(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  const problem = await response.json() as Problem;
  throw new Error(`${response.url} answered ${response.status}: ${problem.message} ${JSON.stringify(problem.faults ?? [])}`);
}

async function makeSalon({ urls, env }: Place, programme: Written): Promise<Salon> {
  const made = await answered(await fetch(`${urls.api}/api/salons`, {
    method: 'POST', body: JSON.stringify(programme),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${operatorKey(env['YAJI_SECRET'] ?? '')}` },
  })) as SalonMade;
  const [room] = made.rooms;
  if (!room) throw new Error('the salon was made without a room');
  const links: Record<string, string> = { ...made.links, ...Object.fromEntries(made.people.map(({ id, url }) => [id, url])) };
  const places = { room: '', desk: '/desk', hall: '/hall', seat: '/seat', usher: '/usher', captions: '/captions', replay: '/replay' };
  return {
    made, roomId: room.roomId,
    doorOf: (id) => {
      const url = links[id];
      if (!url) throw new Error(`the programme has nobody called ${id}`);
      return url;
    },
    pageAt: (place) => `${urls.api}/s/${made.salonId}${place ? `/r/${room.roomId}${places[place]}` : ''}`,
  };
}

export type HouseWishes = { quiet?: boolean; signal?: AbortSignal | undefined; env?: Record<string, string> };

export const houseAt = <P extends Place>(system: P): OpenHouse & { system: P } => ({
  system,
  makeSalon: (programme) => makeSalon(system, programme),
  ask: async <T>(path: string, token: string) => await answered(await fetch(`${system.urls.api}/api${path}`, { headers: { authorization: `Bearer ${token}` } })) as T,
});

export async function openHouse({ quiet = true, signal, env = {} }: HouseWishes = {}): Promise<House> {
  const system = await launchSystem({ seed: false, quiet, signal, env });
  return { ...houseAt(system), stop: () => system.stop() };
}
