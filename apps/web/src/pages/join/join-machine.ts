import type { Booklet, InvitationSeen, Joined } from '@yaji/contracts';
import { assign, fromPromise, setup } from 'xstate';

export type Invited = { seen: InvitationSeen; booklet: Booklet };
export type Answer = { name: string; organisation: string };
/** The doors of the server; handed in so that the machine is tested without one. */
export type JoinWorld = { read: (invitation: string) => Promise<Invited>; join: (invitation: string, answer: Answer) => Promise<Joined> };
export type JoinInput = { invitation: string | null; auto: boolean; name: string | null; world: JoinWorld };
type Context = JoinInput & { invited: Invited | null; joined: Joined | null; error: unknown };

/** From a link to a session: `reading` the invitation, `asking` for a name (or only for a click), `joining`, `joined`. */
export const joinMachine = setup({
  types: { context: {} as Context, input: {} as JoinInput, events: {} as { type: 'enter'; answer: Answer } | { type: 'again' } },
  actors: {
    reading: fromPromise<Invited, Context>(({ input: { invitation, world } }) => world.read(invitation ?? '')),
    joining: fromPromise<Joined, Context & { answer: Answer }>(({ input: { invitation, world, answer } }) => world.join(invitation ?? '', answer)),
  },
  guards: { hasNone: ({ context }) => context.invitation === null, isAuto: ({ context }) => context.auto },
}).createMachine({
  id: 'join',
  context: ({ input }) => ({ ...input, invited: null, joined: null, error: null }),
  initial: 'start',
  states: {
    start: { always: [{ guard: 'hasNone', target: 'uninvited' }, { target: 'reading' }] },
    uninvited: {},
    reading: {
      invoke: {
        src: 'reading', input: ({ context }) => context,
        onDone: [
          { guard: 'isAuto', target: 'joining', actions: assign({ invited: ({ event }) => event.output }) },
          { target: 'asking', actions: assign({ invited: ({ event }) => event.output }) },
        ],
        onError: { target: 'refused', actions: assign({ error: ({ event }) => event.error }) },
      },
    },
    asking: { on: { enter: 'joining' } },
    joining: {
      invoke: {
        src: 'joining',
        input: ({ context, event }) => ({ ...context, answer: event.type === 'enter' ? event.answer : { name: context.name ?? '', organisation: '' } }),
        onDone: { target: 'joined', actions: assign({ joined: ({ event }) => event.output }) },
        onError: { target: 'refused', actions: assign({ error: ({ event }) => event.error }) },
      },
    },
    joined: { type: 'final' },
    refused: { on: { again: 'reading' } },
  },
});
