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
});
