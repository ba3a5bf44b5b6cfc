import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Actor, AnyActorLogic, EventFromLogic, SnapshotFrom } from 'xstate';

/** Runs a machine as long as the component is drawn. (The ready-made binding would cost a listener 3 kB for this.) */
export function useActor<L extends AnyActorLogic>(make: () => Actor<L>): [SnapshotFrom<L>, (event: EventFromLogic<L>) => void] {
  const [actor] = useState(make);
  useEffect(() => {
    actor.start();
    return () => void actor.stop();
  }, [actor]);
  const snapshot = useSyncExternalStore(
    (heard) => {
      const subscription = actor.subscribe(heard);
      return () => subscription.unsubscribe();
    },
    () => actor.getSnapshot(),
  );
  return [snapshot, (event) => actor.send(event)];
}
