import type { RoomId } from './ids.ts';

/** The work done after and beside the talk; every job is idempotent by its id (`name:roomId:upTo`). `upTo`: log number it derives from. */
export type Jobs = {
  'recording-publish': { roomId: RoomId; upTo: number };
  'minutes-render': { roomId: RoomId; upTo: number };
};
export type JobName = keyof Jobs;
export type Job = { [N in JobName]: { name: N; data: Jobs[N] } }[JobName];
