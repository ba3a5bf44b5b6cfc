import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { serverCommandSchemas } from '@yaji/contracts';
import { readCommand } from './read-command.ts';

const roomId = randomUUID();
const said = (more: object) => readCommand({ commandId: randomUUID(), roomId, type: 'floor.request', data: {}, ...more }, roomId);

describe('readCommand', () => {
  it('takes a command of the contract', () => {
    expect(said({})).toMatchObject({ ok: true, value: { command: { type: 'floor.request', data: {} } } });
  });

  it('refuses what the servers alone may say', () => {
    for (const type of Object.keys(serverCommandSchemas)) expect(said({ type })).toEqual({ ok: false, error: 'contract/unknown-command' });
  });

  it('refuses another room, other types, and every shape that is not the contract’s', () => {
    expect(said({ roomId: randomUUID() })).toEqual({ ok: false, error: 'socket/not-in-room' });
    for (const type of ['__proto__', 'constructor', 'toString', 'floor.nothing', '']) expect(said({ type })).toEqual({ ok: false, error: 'contract/unknown-command' });
    const shapes: unknown[] = [null, undefined, 7, 'x', [], {}, { roomId }, Buffer.from('x'), JSON.parse('{"__proto__": {"roomId": 1}}')];
    for (const shape of shapes) expect(readCommand(shape, roomId)).toEqual({ ok: false, error: 'contract/invalid' });
    for (const more of [{ data: null }, { data: { role: 'owner' } }, { data: JSON.parse('{"__proto__": 1}') }, { by: randomUUID() }, { commandId: 'one' }]) {
      expect(said(more)).toEqual({ ok: false, error: 'contract/invalid' });
    }
    expect(said({ type: 'floor.grantNext', data: { afterTurn: Number.NaN } }).ok).toBe(false);
    expect(said({ type: 'question.ask', data: { text: 'x'.repeat(5_000), anonymous: false } }).ok).toBe(false);
  });

  it('refuses times that no turn can have, and lists that no moderator can mean', () => {
    const participantId = randomUUID();
    for (const limitMs of [0, -1, 9_999, 86_400_000, 1.5, '60000']) expect(said({ type: 'floor.grantTo', data: { participantId, afterTurn: 0, limitMs } })).toEqual({ ok: false, error: 'contract/invalid' });
    for (const byMs of [0, -60_000, 86_400_000]) expect(said({ type: 'floor.extend', data: { turn: 1, byMs } })).toEqual({ ok: false, error: 'contract/invalid' });
    for (const index of [-1, 0.5, null]) expect(said({ type: 'floor.move', data: { entryId: participantId, index } })).toEqual({ ok: false, error: 'contract/invalid' });
    expect(said({ type: 'floor.move', data: { index: 0 } })).toEqual({ ok: false, error: 'contract/invalid' });
    const policies = [{ policy: 'loudest' }, { policy: 'zipper' }, { policy: 'least-time', over: 'country' }, { policy: 'random', seed: 'mine' }];
    for (const policy of policies) expect(said({ type: 'floor.setOrder', data: { policies: [policy] } })).toEqual({ ok: false, error: 'contract/invalid' });
    expect(said({ data: { lane: 'vip' } })).toEqual({ ok: false, error: 'contract/invalid' });
    expect(said({ data: { note: 'x'.repeat(251) } })).toEqual({ ok: false, error: 'contract/invalid' });
  });

  it('cleans what could disguise a name, and keeps every script', () => {
    const named = (en: string) => said({ type: 'member.introduce', data: { participantId: randomUUID(), name: { en }, organisation: null, country: null, languages: [] } });
    expect(named('x'.repeat(200))).toEqual({ ok: false, error: 'contract/invalid' });
    expect(named('\u202Eevil\u200B <b>שלום</b> 👩‍🚀')).toMatchObject({ ok: true, value: { command: { data: { name: { en: 'evil <b>שלום</b> 👩‍🚀' } } } } });
  });
});
