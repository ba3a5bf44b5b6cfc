import { assign, fromPromise, setup } from 'xstate';
import { DeviceError, type DeviceFault } from '../../media/device/own-devices.ts';

export const echoMs = 2_000;

/** What the check needs from the world; handed in so that the machine is tested without a browser. */
export type DeviceWorld = {
  openMicrophone: () => Promise<MediaStreamTrack>;
  record: (track: MediaStreamTrack, ms: number) => Promise<Blob>;
  play: (recorded: Blob) => Promise<void>;
};
type Context = { track: MediaStreamTrack | null; fault: DeviceFault | null; recorded: Blob | null; world: DeviceWorld };

/**
 * The microphone check: `idle` asks nobody anything. `try` asks the browser; `echo` records two seconds and plays them;
 * `again` opens the device anew (another one was chosen, or a block was lifted).
 */
export const deviceMachine = setup({
  types: { context: {} as Context, input: {} as DeviceWorld, events: {} as { type: 'try' } | { type: 'echo' } | { type: 'again' } },
  actors: {
    opening: fromPromise<MediaStreamTrack, DeviceWorld>(({ input }) => input.openMicrophone()),
    recording: fromPromise<Blob, Context>(({ input: { track, world } }) => (track ? world.record(track, echoMs) : Promise.reject(new Error('no microphone')))),
    playing: fromPromise<unknown, Context>(({ input: { recorded, world } }) => (recorded ? world.play(recorded) : Promise.resolve())),
  },
}).createMachine({
  id: 'device',
  context: ({ input }) => ({ track: null, fault: null, recorded: null, world: input }),
  initial: 'idle',
  states: {
    idle: { on: { try: 'asking' } },
    asking: {
      invoke: {
        src: 'opening',
        input: ({ context }) => context.world,
        onDone: { target: 'open', actions: assign({ track: ({ event }) => event.output, fault: null }) },
        onError: { target: 'refused', actions: assign({ fault: ({ event }) => (event.error instanceof DeviceError ? event.error.fault : 'busy') }) },
      },
    },
    refused: { on: { try: 'asking', again: 'asking' } },
    open: {
      initial: 'listening',
      exit: ({ context, event }) => { if (event.type === 'again') context.track?.stop(); },
      on: { again: 'asking' },
      states: {
        listening: { on: { echo: 'recording' } },
        recording: { invoke: { src: 'recording', input: ({ context }) => context, onDone: { target: 'playing', actions: assign({ recorded: ({ event }) => event.output }) }, onError: 'listening' } },
        playing: { invoke: { src: 'playing', input: ({ context }) => context, onDone: 'played', onError: 'played' } },
        played: { on: { echo: 'recording' } },
      },
    },
  },
});
