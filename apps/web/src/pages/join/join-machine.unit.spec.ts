import { describe, expect, it, jest } from '@jest/globals';
import type { Joined } from '@yaji/contracts';
import { createActor, waitFor } from 'xstate';
import { type Invited, type JoinInput, joinMachine, type JoinWorld } from './join-machine.ts';

const invited = { seen: { name: null } } as unknown as Invited;
const joined = { token: 't' } as Joined;
const world = (): JoinWorld => ({ read: async () => invited, join: jest.fn<JoinWorld['join']>().mockResolvedValue(joined) });
const start = (input: Partial<JoinInput>) =>
  createActor(joinMachine, { input: { invitation: 'i', auto: false, name: null, world: world(), ...input } }).start();

describe('joining', () => {
  it('needs an invitation', () => expect(start({ invitation: null }).getSnapshot().value).toBe('uninvited'));
  it('reads it, asks, and enters with one click', async () => {
    const doors = world();
    const flow = start({ world: doors });
    await waitFor(flow, (state) => state.matches('asking'));
    flow.send({ type: 'enter', answer: { name: 'Ana', organisation: '' } });
    expect((await waitFor(flow, (state) => state.matches('joined'))).context.joined).toBe(joined);
    expect(doors.join).toHaveBeenCalledWith('i', { name: 'Ana', organisation: '' });
  });
  it('enters by itself where nobody sits before the page', async () => {
    const doors = world();
    await waitFor(start({ auto: true, name: 'Hall', world: doors }), (state) => state.matches('joined'));
    expect(doors.join).toHaveBeenCalledWith('i', { name: 'Hall', organisation: '' });
  });
  it('can try again after a refusal', async () => {
    const read = jest.fn<JoinWorld['read']>().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(invited);
    const flow = start({ world: { ...world(), read } });
    await waitFor(flow, (state) => state.matches('refused'));
    flow.send({ type: 'again' });
    await waitFor(flow, (state) => state.matches('asking'));
  });
});
