import { setup } from 'xstate';

export type ConnectionSignal =
  | { type: 'arrived' }
  | { type: 'held' }
  | { type: 'lost' }
  | { type: 'ended' }
  | { type: 'retry' };

/** One second of silence is not worth a banner; after a minute a person is offered a button. Milliseconds. */
const patience = { quiet: 1_000, stuck: 60_000 };

/**
 * How the page stands to the room. `arrived`: a snapshot came. `held`: the server keeps this person outside (lobby, not open).
 * `lost`: the socket went. `ended`: refused for good. The room stays readable in every state that has seen it.
 */
export const connectionMachine = setup({
  types: { events: {} as ConnectionSignal },
  delays: patience,
}).createMachine({
  id: 'connection',
  initial: 'connecting',
  on: { arrived: '.live', held: '.lobby', ended: '.ended' },
  states: {
    connecting: { on: { lost: 'blinking' } },
    live: { on: { lost: 'blinking' } },
    lobby: { on: { lost: 'blinking' } },
    blinking: { after: { quiet: 'reconnecting' } },
    reconnecting: { after: { stuck: 'stuck' } },
    stuck: { on: { retry: 'reconnecting' } },
    ended: { on: { arrived: {}, held: {} } },
  },
});

export type Connection = 'connecting' | 'live' | 'lobby' | 'blinking' | 'reconnecting' | 'stuck' | 'ended';
