import { describe, expect, it, jest } from '@jest/globals';
import { createActor, waitFor } from 'xstate';
import { DeviceError } from '../../media/device/own-devices.ts';
import { deviceMachine, type DeviceWorld } from './device-machine.ts';

const track = { stop: jest.fn() } as unknown as MediaStreamTrack;
const good: DeviceWorld = { openMicrophone: async () => track, record: async () => new Blob(['x']), play: async () => undefined };
const started = (world: DeviceWorld) => createActor(deviceMachine, { input: world }).start();

describe('the microphone check', () => {
  it('asks for nothing by itself', () => {
    const openMicrophone = jest.fn<DeviceWorld['openMicrophone']>();
    expect(started({ ...good, openMicrophone }).getSnapshot().value).toBe('idle');
    expect(openMicrophone).not.toHaveBeenCalled();
  });
  it('opens, records two seconds and plays them', async () => {
    const check = started(good);
    check.send({ type: 'try' });
    await waitFor(check, (state) => state.matches({ open: 'listening' }));
    check.send({ type: 'echo' });
    await waitFor(check, (state) => state.matches({ open: 'played' }));
    expect(check.getSnapshot().context.track).toBe(track);
  });
  it('says why it is refused and tries again', async () => {
    const openMicrophone = jest.fn<DeviceWorld['openMicrophone']>().mockRejectedValueOnce(new DeviceError('blocked')).mockResolvedValue(track);
    const check = started({ ...good, openMicrophone });
    check.send({ type: 'try' });
    expect((await waitFor(check, (state) => state.matches('refused'))).context.fault).toBe('blocked');
    check.send({ type: 'again' });
    expect((await waitFor(check, (state) => state.matches('open'))).context.fault).toBeNull();
  });
  it('goes on when the echo fails', async () => {
    const check = started({ ...good, record: () => Promise.reject(new Error('no recorder')) });
    check.send({ type: 'try' });
    await waitFor(check, (state) => state.matches({ open: 'listening' }));
    check.send({ type: 'echo' });
    await waitFor(check, (state) => state.matches({ open: 'listening' }));
    expect(check.getSnapshot().status).toBe('active');
  });
});
