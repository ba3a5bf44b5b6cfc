import type { PushState } from '@yaji/contracts';
import { useEffect, useState } from 'react';
import { useSeat } from '../../live/seat.tsx';
import type { HeardPush } from './push-panel.ts';

/** They are said again every five seconds. */
const lastMs = 16_000;

/** What the server tells moderators of the pushes that run. */
export function usePushStates(): readonly HeardPush[] {
  const { live } = useSeat();
  const [heard, setHeard] = useState<readonly HeardPush[]>([]);
  useEffect(() => {
    let forgetting: ReturnType<typeof setTimeout> | undefined;
    const hear = (states: PushState[]) => {
      clearTimeout(forgetting);
      // Who said it may be gone before it could say that it is over.
      forgetting = setTimeout(() => setHeard([]), lastMs);
      const now = Date.now() + live.store.getState().clock.offsetMs;
      setHeard(states.map(({ againInMs, ...state }) => ({ ...state, againAt: againInMs === null ? null : now + againInMs })));
    };
    live.socket.on('pushStates', hear);
    return () => {
      clearTimeout(forgetting);
      live.socket.off('pushStates', hear);
    };
  }, [live]);
  return heard;
}
