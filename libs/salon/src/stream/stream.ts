import type { PushFault, PushId } from '@yaji/contracts';

/** The program of the room on its way to another address. Times in UTC milliseconds. */
export type Push = { pushId: PushId; label: string; startedAt: number };
/** `pushes`: those that run, in the order of starting. `failed`: those that were given up and not started again since. */
export type Stream = { pushes: Push[]; failed: (Push & { stoppedAt: number; why: PushFault })[] };

/** So many run at once. */
export const mostPushes = 3;

export const emptyStream = (): Stream => ({ pushes: [], failed: [] });
