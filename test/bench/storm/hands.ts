import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ack, CaughtUp, Snapshot, Told } from '@yaji/contracts';
import { apply, emptyRoom, entriesInOrder, follow, type Room } from '@yaji/salon';
import { io, type Socket } from 'socket.io-client';

/** What the bench tells a part of the hall, and hears from it. `upTo`: the number at which all are to be compared. */
export type HandsOrder = { url: string; roomId: string; tokens: string[] } | { raiseWithinMs: number } | { digestAt: number };
export type HandsWord = { seated: number } | { acks: { ms: number; ok: boolean }[] } | { digests: string[] };

type Person = { socket: Socket; room: Room; seq: number };

const tell = (word: HandsWord): void => { process.send?.(word); };
const abreast = 25;

function sit({ url, roomId }: { url: string; roomId: string }, token: string): Promise<Person> {
  return new Promise((resolve, reject) => {
    const socket = io(`${url}/live`, { auth: { token, roomId }, transports: ['websocket'], forceNew: true, reconnection: false });
    const person: Person = { socket, room: emptyRoom(), seq: 0 };
    const start = ({ seq, room }: Snapshot): void => { Object.assign(person, { seq, room: room as Room }); };
    const take = (events: readonly Told[]): void => {
      const step = follow(person.seq, events);
      if ('fetchAfter' in step) {
        socket.emit('catchUp', { after: step.fetchAfter }, (answer: CaughtUp) => { if ('snapshot' in answer) start(answer.snapshot); else take(answer.events); });
        return;
      }
      for (const told of step.apply) apply(person.room, told);
      person.seq = step.at;
    };
    socket.on('events', ({ events }: { events: Told[] }) => { take(events); });
    socket.on('snapshot', (snapshot: Snapshot) => {
      start(snapshot);
      resolve(person);
    });
    socket.once('connect_error', reject);
  });
}

async function seatAll(order: Extract<HandsOrder, { tokens: string[] }>): Promise<Person[]> {
  const people: Person[] = [];
  const tokens = order.tokens.values();
  await Promise.all(Array.from({ length: abreast }, async () => {
    for (const token of tokens) people.push(await sit(order, token));
  }));
  return people;
}

/** Everybody raises a hand once, at a moment of their own. Answers how long each waited for the acknowledgement. */
async function raiseAll(people: readonly Person[], roomId: string, withinMs: number): Promise<{ ms: number; ok: boolean }[]> {
  return Promise.all(people.map(async ({ socket }) => {
    await wait(Math.random() * withinMs);
    const began = performance.now();
    const ack = await socket.timeout(20_000).emitWithAck('command', { commandId: randomUUID(), roomId, type: 'floor.request', data: {} }).catch((): Ack | null => null) as Ack | null;
    return { ms: performance.now() - began, ok: ack?.ok === true };
  }));
}

/** The order of the list as each page would show it, as a digest; those who have not come so far after a while say so. */
async function digestAll(people: readonly Person[], upTo: number): Promise<string[]> {
  for (const until = Date.now() + 20_000; Date.now() < until && people.some(({ seq }) => seq < upTo);) await wait(50);
  return people.map(({ room, seq }) => (seq < upTo ? `only at ${seq}` : createHash('sha256').update(entriesInOrder(room).map(({ entryId }) => entryId).join()).digest('hex')));
}

/** A part of the hall in a process of its own. */
export function hands(): void {
  let people: Person[] = [];
  let roomId = '';
  const carryOut = async (order: HandsOrder): Promise<HandsWord> => {
    if ('tokens' in order) {
      roomId = order.roomId;
      people = await seatAll(order);
      return { seated: people.length };
    }
    if ('raiseWithinMs' in order) return { acks: await raiseAll(people, roomId, order.raiseWithinMs) };
    return { digests: [...new Set(await digestAll(people, order.digestAt))] };
  };
  process.on('message', (order: HandsOrder) => {
    carryOut(order).then(tell, (error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  process.on('disconnect', () => process.exit(0));
}
