import type { Booklet, InvitationSeen, Joined } from '@yaji/contracts';
import { createStore, type StoreApi } from 'zustand';

export type Invited = { seen: InvitationSeen; booklet: Booklet };
export type Answer = { name: string; organisation: string };
/** The doors of the server; handed in so that the way in is tested without one. */
export type JoinWorld = { read: (invitation: string) => Promise<Invited>; join: (invitation: string, answer: Answer) => Promise<Joined> };
export type JoinInput = { invitation: string | null; auto: boolean; name: string | null; world: JoinWorld };
/** From a link to a session: `reading` the invitation, `asking` for a name (or only for a click), `joining`, `joined`. */
export type JoinState = { step: 'uninvited' | 'reading' | 'asking' | 'joining' | 'joined' | 'refused'; invited: Invited | null; joined: Joined | null; error: unknown };
export type Joining = { store: StoreApi<JoinState>; start: () => void; enter: (answer: Answer) => void; again: () => void };

/** Nothing is asked of the server before `start`. What is not asked for at a step is not done at it. */
export function newJoining({ invitation, auto, name, world }: JoinInput): Joining {
  const store = createStore<JoinState>(() => ({ step: invitation === null ? 'uninvited' : 'reading', invited: null, joined: null, error: null }));
  const refused = (error: unknown): void => store.setState({ step: 'refused', error });
  const enter = (answer: Answer): void => {
    store.setState({ step: 'joining' });
    world.join(invitation ?? '', answer).then((joined) => store.setState({ step: 'joined', joined }), refused);
  };
  const read = (): void => {
    store.setState({ step: 'reading' });
    world.read(invitation ?? '').then((invited) => {
      store.setState({ step: 'asking', invited });
      if (auto) enter({ name: name ?? '', organisation: '' });
    }, refused);
  };
  const at = (step: JoinState['step'], act: () => void): void => { if (store.getState().step === step) act(); };
  let started = false;
  return {
    store,
    start: () => {
      if (!started) at('reading', read);
      started = true;
    },
    enter: (answer) => at('asking', () => enter(answer)),
    again: () => at('refused', read),
  };
}
