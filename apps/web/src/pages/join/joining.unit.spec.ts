import { describe, expect, it, jest } from '@jest/globals';
import type { Joined } from '@yaji/contracts';
import { type Invited, type Joining, type JoinInput, type JoinState, type JoinWorld, newJoining } from './joining.ts';

const invited = { seen: { name: null } } as unknown as Invited;
const joined = { token: 't' } as Joined;
const world = (): JoinWorld => ({ read: async () => invited, join: jest.fn<JoinWorld['join']>().mockResolvedValue(joined) });
const start = (input: Partial<JoinInput>): Joining => {
  const joining = newJoining({ invitation: 'i', auto: false, name: null, world: world(), ...input });
  joining.start();
  return joining;
};
const until = ({ store }: Joining, step: JoinState['step']): Promise<JoinState> => new Promise((reached) => {
  const look = (state: JoinState) => { if (state.step === step) reached(state); };
  store.subscribe(look);
  look(store.getState());
});

describe('joining', () => {
  it('needs an invitation', () => expect(start({ invitation: null }).store.getState().step).toBe('uninvited'));
  it('reads it, asks, and enters with one click, once', async () => {
    const doors = world();
    const flow = start({ world: doors });
    flow.start();
    await until(flow, 'asking');
    for (const name of ['Ana', 'Twice']) flow.enter({ name, organisation: '' });
    expect((await until(flow, 'joined')).joined).toBe(joined);
    expect(doors.join).toHaveBeenCalledTimes(1);
    expect(doors.join).toHaveBeenCalledWith('i', { name: 'Ana', organisation: '' });
  });
  it('enters by itself where nobody sits before the page', async () => {
    const doors = world();
    await until(start({ auto: true, name: 'Hall', world: doors }), 'joined');
    expect(doors.join).toHaveBeenCalledWith('i', { name: 'Hall', organisation: '' });
  });
  it('can try again after a refusal', async () => {
    const read = jest.fn<JoinWorld['read']>().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(invited);
    const flow = start({ world: { ...world(), read } });
    expect((await until(flow, 'refused')).error).toEqual(new Error('gone'));
    flow.again();
    await until(flow, 'asking');
  });
});
