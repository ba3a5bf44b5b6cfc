import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandId, ItemId, ParticipantId, QuestionId, RoomEvent, RoomId } from '@yaji/contracts';
import type { Addition, EventStore } from '@yaji/engine';

/** A store under test, and the jobs that its outbox holds for a room, in order. */
export type OpenStore = { store: EventStore; jobs: (roomId: RoomId) => Promise<unknown[]> };

const started = (itemId: string): RoomEvent => ({ type: 'ItemStarted', data: { itemId: itemId as ItemId } });
const by = randomUUID() as ParticipantId;
const commandId = (): CommandId => randomUUID() as CommandId;

const addition = (...itemIds: string[]): Addition => ({
  commandId: commandId(), at: 1_795_000_000_123, by, events: itemIds.map(started), jobs: [],
});
const itemsOf = (events: readonly RoomEvent[]): unknown[] => events.map((event) => (event.type === 'ItemStarted' ? event.data.itemId : event.type));
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** What every event store must do: rules E1 to E14 of libs/engine/RULES.md. */
export function eventStoreSuite(name: string, open: () => Promise<OpenStore>): void {
  describe(`event store: ${name}`, () => {
    let store: EventStore;
    let jobs: OpenStore['jobs'];
    let room: RoomId;

    beforeEach(async () => {
      ({ store, jobs } = await open());
      room = randomUUID() as RoomId;
    });

    it('[E1] appends at the expected number and answers the new head', async () => {
      expect(await store.append(room, 0, [addition('a', 'b')])).toBe(2);
      expect(await store.append(room, 2, [addition('c')])).toBe(3);
    });

    it('[E1] gives back what was appended, as it was', async () => {
      const one = addition('a');
      await store.append(room, 0, [one]);
      await store.append(room, 1, [{ ...addition('b'), by: null, at: 1_795_000_000_999 }]);
      expect(await store.read(room, 0)).toEqual([
        { ...started('a'), at: one.at, by, seq: 1 },
        { ...started('b'), at: 1_795_000_000_999, by: null, seq: 2 },
      ]);
    });

    it.each([1, 3, -1])('[E2] refuses %i when the head is 2, and writes nothing', async (after) => {
      await store.append(room, 0, [addition('a', 'b')]);
      expect(await store.append(room, after, [addition('x')])).toBeNull();
      expect(itemsOf(await store.read(room, 0))).toEqual(['a', 'b']);
    });

    it('[E2] refuses a number beyond the head of a room that has no events', async () => {
      expect(await store.append(room, 1, [addition('x')])).toBeNull();
      expect(await store.read(room, 0)).toEqual([]);
    });

    it('[E2] refuses number 0 when the head is not', async () => {
      await store.append(room, 0, [addition('a')]);
      expect(await store.append(room, 0, [addition('x')])).toBeNull();
      expect(itemsOf(await store.read(room, 0))).toEqual(['a']);
    });

    it('[E3] takes the same commandId once', async () => {
      const one = addition('a', 'b');
      await store.append(room, 0, [one]);
      expect(await store.append(room, 2, [one])).toBeNull();
      expect(await store.append(room, 2, [addition('c'), one])).toBeNull();
      expect(itemsOf(await store.read(room, 0))).toEqual(['a', 'b']);
    });

    it('[E3] takes the same commandId once within one append, too', async () => {
      const one = addition('a');
      expect(await store.append(room, 0, [one, one])).toBeNull();
      expect(await store.read(room, 0)).toEqual([]);
    });

    it('[E4] gives the tail after a number, in order, without gaps', async () => {
      await store.append(room, 0, [addition('a', 'b', 'c')]);
      await store.append(room, 3, [addition('d')]);
      expect((await store.read(room, 1)).map(({ seq }) => seq)).toEqual([2, 3, 4]);
      expect(itemsOf(await store.read(room, 1))).toEqual(['b', 'c', 'd']);
      expect(await store.read(room, 4)).toEqual([]);
    });

    it('[E4] gives no more of the tail than asked for', async () => {
      await store.append(room, 0, [addition('a', 'b', 'c')]);
      expect(itemsOf(await store.read(room, 1, 1))).toEqual(['b']);
    });

    it('[E5] tells what a command has written, in order', async () => {
      const two = addition('b', 'c');
      await store.append(room, 0, [addition('a')]);
      await store.append(room, 1, [two]);
      expect((await store.eventsOf(room, two.commandId)).map(({ seq }) => seq)).toEqual([2, 3]);
      expect(await store.eventsOf(room, commandId())).toEqual([]);
    });

    it('[E6] appends the additions of several commands in their order, each under its own id', async () => {
      const [one, two] = [addition('a', 'b'), { ...addition('c'), by: null }];
      expect(await store.append(room, 0, [one, two])).toBe(3);
      expect(itemsOf(await store.read(room, 0))).toEqual(['a', 'b', 'c']);
      expect((await store.read(room, 0)).map((record) => record.by)).toEqual([by, by, null]);
      expect((await store.eventsOf(room, two.commandId)).map(({ seq }) => seq)).toEqual([3]);
    });

    it('[E7] lets nobody else append while a room is locked', async () => {
      await store.append(room, 0, [addition('a')]);
      let entered: () => void = () => undefined;
      const inside = new Promise<void>((resolve) => { entered = resolve; });
      const holding = store.locked(room, async (held) => {
        entered();
        await new Promise((resolve) => { setTimeout(resolve, 50); });
        const tail = await held.read(room, 0);
        return held.append(room, tail.length, [addition('mine')]);
      });
      await inside;
      const other = store.append(room, 1, [addition('theirs')]);
      expect(await holding).toBe(2);
      expect(await other).toBeNull();
      expect(itemsOf(await store.read(room, 0))).toEqual(['a', 'mine']);
    });

    it('[E7] locks a room that has no events yet', async () => {
      const heads = await Promise.all(['a', 'b', 'c'].map((item) => store.locked(room, async (held) => {
        const tail = await held.read(room, 0);
        return held.append(room, tail.length, [addition(item)]);
      })));
      expect(heads.sort()).toEqual([1, 2, 3]);
    });

    it('[E8] keeps nothing of locked work that failed, and lets the next one in', async () => {
      await expect(store.locked(room, async (held) => {
        await held.append(room, 0, [addition('a')]);
        throw new Error('on purpose');
      })).rejects.toThrow('on purpose');
      expect(await store.read(room, 0)).toEqual([]);
      expect(await store.append(room, 0, [addition('b')])).toBe(1);
    });

    it('[E9] refuses a taken commandId under the lock, and the work goes on', async () => {
      const one = addition('a');
      await store.append(room, 0, [one]);
      const heads = await store.locked(room, async (held) => [await held.append(room, 1, [one]), await held.append(room, 1, [addition('b')])]);
      expect(heads).toEqual([null, 2]);
      expect(itemsOf(await store.read(room, 0))).toEqual(['a', 'b']);
    });

    it('[E10] never gaps or doubles under 50 appenders at once', async () => {
      const appendOptimistically = async (index: number): Promise<void> => {
        const mine = addition(`o-${index}`);
        for (let head: number | null = null; head === null;) head = await store.append(room, (await store.read(room, 0)).length, [mine]);
      };
      const appendLocked = (index: number): Promise<unknown> =>
        store.locked(room, async (held) => held.append(room, (await held.read(room, 0)).length, [addition(`l-${index}`)]));
      await Promise.all(upTo(50).map((index) => (index % 5 === 0 ? appendOptimistically(index) : appendLocked(index))));
      const log = await store.read(room, 0);
      expect(log.map(({ seq }) => seq)).toEqual(upTo(50));
      expect(new Set(itemsOf(log)).size).toBe(50);
    });

    it('[E11] keeps words, and tells erased words from none', async () => {
      const questionId = randomUUID() as QuestionId;
      const events: RoomEvent[] = [
        { type: 'QuestionAsked', data: { questionId, askedBy: by, anonymous: false }, words: { text: '为什么？ "\\ \u{1F3A4}' } },
        { type: 'QuestionAsked', data: { questionId, askedBy: null, anonymous: true }, words: null },
        started('a'),
      ];
      await store.append(room, 0, [{ ...addition(), events }]);
      const log = await store.read(room, 0);
      expect(log).toEqual(events.map((event, index) => ({ ...event, at: 1_795_000_000_123, by, seq: index + 1 })));
      expect(log.map((record) => 'words' in record)).toEqual([true, true, false]);
    });

    it('[E12] puts jobs into the outbox with the events, or not at all', async () => {
      const job = { name: 'minutes-render', data: { roomId: room, upTo: 1 } } as const;
      await store.append(room, 0, [{ ...addition('a'), jobs: [job] }]);
      await store.append(room, 0, [{ ...addition('x'), jobs: [job] }]);
      await expect(store.locked(room, async (held) => {
        await held.append(room, 1, [{ ...addition('y'), jobs: [job] }]);
        throw new Error('on purpose');
      })).rejects.toThrow('on purpose');
      expect(await jobs(room)).toEqual([job]);
    });

    it("[E13] counts each room by itself: another room's numbers and commandIds are its own", async () => {
      const other = randomUUID() as RoomId;
      const one = addition('a');
      expect(await store.append(room, 0, [one])).toBe(1);
      expect(await store.append(other, 0, [one, addition('b')])).toBe(2);
      expect(await store.append(room, 1, [addition('c')])).toBe(2);
      expect(itemsOf(await store.read(other, 0))).toEqual(['a', 'b']);
      await store.locked(room, async () => { expect(await store.append(other, 2, [addition('c')])).toBe(3); });
    });

    it('[E14] hands out copies: what a reader does to a record changes no log', async () => {
      await store.append(room, 0, [addition('a')]);
      const [mine] = await store.read(room, 0);
      Object.assign(mine?.data ?? {}, { itemId: 'z' });
      expect(itemsOf(await store.read(room, 0))).toEqual(['a']);
    });
  });
}
