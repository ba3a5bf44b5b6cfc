import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { entriesInOrder } from '@yaji/salon';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, joinBy, makeSalon, personalLink, programme, type Salon, startApi } from './api.ts';
import { type Client, sit } from './client.ts';

const agenda = [{ id: 'table', kind: 'roundtable', title: { en: 'Table' }, minutes: 60 }];
const twoRooms = programme({ rooms: [
  { id: 'main', title: { en: 'Main stage' }, rules: { order: [{ policy: 'first-time' }] }, agenda },
  { id: 'forum', title: { en: 'Forum', 'zh-CN': '论坛' }, rules: { order: [{ policy: 'first-time' }] }, agenda },
] });

let nodes: Api[];
const open: Client[] = [];

/** Takes a seat in the n-th room of the salon; the second room is served by another process. */
async function enter(salon: Salon, who: string, n: 0 | 1): Promise<Client> {
  const [url, roomId] = [nodes[n]?.url ?? '', salon.rooms[n]?.roomId ?? ''];
  const client = await sit(url, await joinBy(url, personalLink(salon, who)), { roomId });
  open.push(client);
  return client;
}
const waiting = ({ room }: Client) => entriesInOrder(room).map(({ participantId }) => participantId);
const lastDue = ({ notices }: Client) => notices.findLast(({ name }) => name === 'dueElsewhere')?.words;

describe('the rooms of one salon, on two processes', () => {
  beforeAll(async () => {
    const environment = { DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl };
    nodes = [await startApi(environment), await startApi(environment)];
  });
  afterAll(() => Promise.all(nodes.map((api) => api.close())));
  afterEach(() => { for (const client of open.splice(0)) client.close(); });

  it('[F28] [F44] who has spoken in one is no first-time speaker in the other, also one that opens later, and is again when it is undone', async () => {
    const salon = await makeSalon(nodes[0]?.url ?? '', twoRooms);
    const [chair, ann] = [await enter(salon, 'chair', 0), await enter(salon, 'ann', 0)];
    await ann.say('floor.request', {});
    expect(await chair.say('floor.grantNext', { afterTurn: 0 })).toMatchObject({ ok: true });

    const [annThere, bobThere] = [await enter(salon, 'ann', 1), await enter(salon, 'bob', 1)];
    await annThere.say('floor.request', {});
    await bobThere.say('floor.request', {});
    const [annsId, bobsId] = [annThere.me?.participantId, bobThere.me?.participantId];
    await bobThere.until((client) => waiting(client)[0] === bobsId && waiting(client).length === 2, 8_000);
    expect(waiting(bobThere)).toEqual([bobsId, annsId]);

    expect(await chair.say('floor.undo', { turn: 1 })).toMatchObject({ ok: true });
    await bobThere.until((client) => waiting(client)[0] === annsId, 8_000);
  });

  it('[F45] who is due in both is warned in both, with the moderators, until it is over', async () => {
    const salon = await makeSalon(nodes[0]?.url ?? '', twoRooms);
    const [chair, ann, bob] = [await enter(salon, 'chair', 0), await enter(salon, 'ann', 0), await enter(salon, 'bob', 0)];
    const annThere = await enter(salon, 'ann', 1);
    await ann.say('floor.request', {});
    await bob.say('floor.request', {});
    expect(await annThere.say('floor.request', {})).toMatchObject({ ok: true });

    const inForum = [{ participantId: ann.me?.participantId, roomId: salon.rooms[1]?.roomId, title: { en: 'Forum', 'zh-CN': '论坛' }, fromMs: 0 }];
    for (const client of [chair, ann]) {
      await client.until((one) => lastDue(one) !== undefined, 8_000);
      expect(lastDue(client)).toMatchObject(inForum);
    }
    await annThere.until((one) => lastDue(one) !== undefined, 8_000);
    expect(lastDue(annThere)).toMatchObject([{ roomId: salon.roomId }]);
    expect(lastDue(bob)).toBeUndefined();

    await ann.say('floor.withdraw', { entryId: ann.room.floor.queue.find(({ participantId }) => participantId === ann.me?.participantId)?.entryId });
    for (const client of [chair, ann, annThere]) await client.until((one) => (lastDue(one) as unknown[]).length === 0, 8_000);
  });
});
