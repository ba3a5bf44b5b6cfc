import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@yaji/contracts';
import { StoreFailed, memoryEventStore } from '../src/index.ts';
import { person } from '../../salon/test/given.ts';
import { givenEngine, newId, opened, request, together, twoDeaf, typesOf, until } from './given-engine.ts';

describe('a failing store', () => {
  it('[G9] rejects the command by name and with its cause, and the next one finds the room as the log has it', async () => {
    const one = givenEngine();
    await opened(one);
    const cause = new Error('connection lost');
    one.store.fail.append = cause;
    await expect(one.say('ann', request)).rejects.toMatchObject({ name: 'StoreFailed', cause });
    delete one.store.fail.append;
    expect((await one.engine.now(one.room)).room.floor.queue).toEqual([]);
    expect(await one.say('ann', request)).toMatchObject({ ok: true, seq: (await one.store.read(one.room, 0)).length });
  });

  it('[G9] does not let a command through that was written although the answer was lost', async () => {
    const inner = memoryEventStore();
    let loseAnswer = false;
    const one = givenEngine({ store: { ...inner, append: async (...args) => {
      const head = await inner.append(...args);
      if (loseAnswer) throw new Error('connection lost');
      return head;
    } } });
    await opened(one);
    loseAnswer = true;
    const commandId = newId();
    await expect(one.say('ann', request, commandId)).rejects.toBeInstanceOf(StoreFailed);
    loseAnswer = false;
    expect(await one.say('ann', request, commandId)).toMatchObject({ ok: true, records: [{ type: 'FloorRequested' }] });
    expect(typesOf(await inner.read(one.room, 0)).filter((type) => type === 'FloorRequested')).toHaveLength(1);
  });

  it('[G9] leaves nothing behind of a batch that failed', async () => {
    const [one, other] = twoDeaf();
    await opened(one);
    await other.engine.now(one.room);
    other.store.fail.append = new Error('connection lost');
    await together(other, 'ann', 'bob');
    delete other.store.fail.append;
    for (const name of ['cat', 'mod']) await one.say(name, request);
    await other.engine.now(one.room);
    await together(other, 'ann', 'bob');
    const { room } = await one.engine.now(one.room);
    expect(room.floor.queue.map(({ participantId }) => participantId)).toEqual(['cat', 'mod', 'ann', 'bob'].map(person));
  });

  it('[G9] tells followers what they missed once it is back', async () => {
    const [one, other] = twoDeaf({ lookEveryMs: 20 });
    await opened(one);
    const heard: Recorded[] = [];
    const from = (await other.engine.now(one.room)).seq;
    await other.engine.follow(one.room, (fresh) => { heard.push(...fresh); });
    other.store.fail.read = new Error('gone');
    await expect(other.engine.read(one.room, 0)).rejects.toBeInstanceOf(StoreFailed);
    await one.say('ann', request);
    await until(() => other.reported.length > 0);
    expect(heard).toEqual([]);
    delete other.store.fail.read;
    await until(() => heard.length > 0);
    expect(heard.map(({ seq }) => seq)).toEqual([from + 1]);
  });
});
