import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Ack, Joined, ParticipantId, Told } from '@yaji/contracts';
import { apply, emptyRoom } from '@yaji/salon';
import { freshDatabase, services } from '../support/services.ts';
import { call, joinBy, makeSalon, personalLink, programme, type Salon } from './api.ts';
import { type ApiProcess, buildApi, startApiProcess } from './api-process.ts';
import { type Client, connect } from './client.ts';

/** A person who comes back, to whichever process is still there, and says again what was not answered. */
class Guest {
  client: Client;
  readonly acked: { commandId: string; type: string; ack: Ack }[] = [];

  constructor(readonly joined: Joined, private readonly roomId: string, private readonly urls: string[], private at: number) {
    this.client = this.dial();
  }

  private dial(): Client {
    const client = connect(this.urls[this.at] ?? '', this.joined, { roomId: this.roomId });
    for (const name of ['disconnect', 'connect_error'] as const) {
      client.socket.on(name, () => {
        if (this.over || client !== this.client) return;
        this.at = (this.at + 1) % this.urls.length;
        setTimeout(() => { if (!this.over) this.client = this.dial(); }, 100);
      });
    }
    return client;
  }

  over = false;

  async say(type: string, data: unknown): Promise<void> {
    const commandId = randomUUID();
    for (let tries = 0; tries < 100; tries += 1) {
      const ack = await this.attempt(commandId, type, data);
      if (ack && (ack.ok || ack.refusal.code !== 'socket/unavailable')) {
        this.acked.push({ commandId, type, ack });
        return;
      }
      await wait(100);
    }
    throw new Error(`${type} was never answered`);
  }

  /** Null: not answered, because the process is gone. The next one will tell whether it was written. */
  private attempt(commandId: string, type: string, data: unknown): Promise<Ack | null> {
    if (!this.client.me) return Promise.resolve(null);
    const { socket } = this.client;
    return new Promise((resolve) => {
      socket.timeout(1_000).emit('command', { commandId, roomId: this.roomId, type, data }, (late: unknown, ack: Ack) => { resolve(late ? null : ack); });
    });
  }

  close(): void {
    this.over = true;
    this.client.close();
  }
}

const people = 40;

describe('two api processes on one database', () => {
  let nodes: ApiProcess[] = [];
  let salon: Salon;
  let guests: Guest[] = [];

  beforeAll(async () => {
    await buildApi();
    const environment = { DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl };
    nodes = await Promise.all([startApiProcess(environment), startApiProcess(environment)]);
    const [first] = nodes;
    // Everybody asks again and again.
    salon = await makeSalon(first?.url ?? '', programme({}, { questionEveryMs: 0 }));
    const urls = nodes.map(({ url }) => url);
    const joined = [await joinBy(urls[0] ?? '', personalLink(salon, 'chair'))];
    for (let n = 1; n < people; n += 1) joined.push(await joinBy(urls[n % 2] ?? '', salon.links.attendee, `Guest ${n}`));
    guests = joined.map((one, n) => new Guest(one, salon.roomId, urls, n % 2));
    await Promise.all(guests.map(({ client }) => client.until(({ me }) => me !== null, 20_000)));
  }, 120_000);
  afterAll(async () => {
    for (const guest of guests) guest.close();
    await Promise.all(nodes.map((node) => node.kill('SIGKILL')));
  });

  it('end in the same state everywhere when one is killed in the middle', async () => {
    const [chair, ...others] = guests;
    const talk = others.map(async (guest, n) => {
      for (let round = 0; round < 4; round += 1) {
        await wait((n * 37) % 400);
        await guest.say('floor.request', {});
        await guest.say('question.ask', { text: `Question ${n}.${round}`, anonymous: n % 3 === 0 });
        await wait(300);
      }
    });
    const chairing = (async () => {
      for (let turn = 0; turn < 12; turn += 1) {
        await chair?.say('floor.grantNext', { afterTurn: chair.client.room.floor.turns });
        await wait(150);
      }
    })();
    await wait(900);
    await nodes[1]?.kill('SIGKILL');
    await Promise.all([...talk, chairing]);

    const url = nodes[0]?.url ?? '';
    const { body: { events } } = await call<{ events: Told[] }>(url, `/api/rooms/${salon.roomId}/log`, { bearer: chair?.joined.token ?? '' });
    const head = Math.max(...guests.flatMap(({ acked }) => acked.map(({ ack }) => ack.seq)), events.length);
    await Promise.all(guests.map(async (guest) => { while (guest.client.seq < head) await wait(50); }));

    // Every reader ends at the same state, moderators with what moderators see.
    const moderatorsRoom = emptyRoom();
    for (const told of events) apply(moderatorsRoom, told);
    expect(chair?.client.room).toEqual(moderatorsRoom);
    const shared = ({ client: { room } }: Guest): unknown => ({ ...room, questions: room.questions.filter(({ status }) => status !== 'pending') });
    for (const other of others.slice(1)) expect(shared(other)).toEqual(shared(others[0] as Guest));

    // What was acknowledged is in the log, once.
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
    const asked = events.filter(({ type }) => type === 'QuestionAsked').length;
    const acknowledged = guests.flatMap(({ acked }) => acked).filter(({ type, ack }) => type === 'question.ask' && ack.ok).length;
    expect(asked).toBe(acknowledged);
    expect(asked).toBeGreaterThan(80);
    const waitingOrHeard = new Set<ParticipantId>([...moderatorsRoom.floor.queue, ...moderatorsRoom.floor.past].map(({ participantId }) => participantId));
    expect(waitingOrHeard.size).toBeGreaterThan(30);
  }, 60_000);

  it('closes in good order when asked to, whoever is connected', async () => {
    for (const guest of guests) guest.over = true;
    const asked = performance.now();
    await nodes[0]?.kill('SIGTERM');
    expect(performance.now() - asked).toBeLessThan(3_000);
    expect(nodes[0]?.child.exitCode).toBe(0);
  });
});
