import type { EntryId, OrderPolicy } from '@yaji/contracts';
import { entriesInOrder, type Room } from '../src/index.ts';
import { id, person, says, type Step } from './given.ts';

/** Sentences about the floor. Everything is said by the moderator unless a name comes first; `at`: UTC milliseconds. */
type Wish = Parameters<typeof says<'floor.request'>>[2];

export const second = 1_000;
const when = (at: number | undefined) => (at === undefined ? {} : { at });

export const raises = (name: string, wish: Wish = {}, at?: number): Step => says(name, 'floor.request', wish, { as: handOf(name, wish), ...when(at) });
const handOf = (name: string, { lane = 'normal' }: Wish): string => (lane === 'normal' ? `hand-${name}` : `${lane}-${name}`);
export const entry = (name: string, lane = 'normal'): EntryId => id(handOf(name, { lane: lane as 'normal' }));

export const next = (afterTurn: number, at?: number): Step => says('mod', 'floor.grantNext', { afterTurn }, when(at));
export const to = (name: string, afterTurn: number, at?: number, more: Omit<Parameters<typeof says<'floor.grantTo'>>[2], 'participantId' | 'afterTurn'> = {}): Step =>
  says('mod', 'floor.grantTo', { participantId: person(name), afterTurn, ...more }, when(at));
export const ends = (turn: number, at?: number, by = 'mod'): Step => says(by, 'floor.end', { turn }, when(at));
export const undoes = (turn: number, at?: number): Step => says('mod', 'floor.undo', { turn }, when(at));
export const moves = (name: string, index: number, at?: number): Step => says('mod', 'floor.move', { entryId: entry(name), index }, when(at));
export const orders = (...policies: OrderPolicy[]): Step => says('mod', 'floor.setOrder', { policies }, { as: 'order' });
/** Grants and ends a turn of that length; its number is `turn`. */
export const speaks = (name: string, turn: number, { from, forMs }: { from: number; forMs: number }): Step[] => [to(name, turn - 1, from), ends(turn, from + forMs)];

/** Who waits, by short names, in the order of service. `names`: those that occur. */
export const listOf = (room: Room, names: readonly string[]): string[] =>
  entriesInOrder(room).map(({ participantId }) => names.find((name) => person(name) === participantId) ?? participantId);
