import { useEffect, useState, useSyncExternalStore } from 'react';
import { type ActorOptions, type AnyStateMachine, createActor, type Actor, type SnapshotFrom } from 'xstate';

/** Runs a machine as long as the component is drawn. (The ready-made binding would cost a listener 3 kB for this.) */
export function useMachine<M extends AnyStateMachine>(machine: M, options: ActorOptions<M>): [SnapshotFrom<M>, Actor<M>['send']] {
  const [actor] = useState(() => createActor(machine, options as never) as Actor<M>);
  useEffect(() => {
    actor.start();
    return () => void actor.stop();
  }, [actor]);
  const snapshot = useSyncExternalStore(
    (heard) => { const { unsubscribe } = actor.subscribe(heard); return unsubscribe; },
    () => actor.getSnapshot() as SnapshotFrom<M>,
  );
  return [snapshot, actor.send as Actor<M>['send']];
}
