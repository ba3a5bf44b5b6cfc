import type { ExportWish } from './export.ts';
import type { RoomId } from './ids.ts';
import type { LineSource } from './transcript.ts';

/**
 * The work done after and beside the talk. `upTo`: log number it derives from; `order`: which of the room's orders for a recording (0: none).
 * Every job is idempotent by its id, `name:roomId:upTo`, or `name:roomId:upTo-order` where there is an order.
 */
export type Jobs = {
  /** All that follows the end of a room, as one flow: done when the others of its number are, and takes stock of them. */
  'aftermath': { roomId: RoomId; upTo: number };
  /** A turn as a file of its own, while the room still runs. */
  'turn-clip': { roomId: RoomId; upTo: number; turn: number };
  /** What was said in a turn, written down by a recogniser of the house or a service. */
  'transcribe': { roomId: RoomId; upTo: number; turn: number; source: Extract<LineSource, 'engine' | 'service'> };
  /** The whole recording as one film. */
  'recording-publish': { roomId: RoomId; upTo: number; order: number };
  /** What is taken from the film: its sound alone, pictures of it, captions. */
  'recording-extras': { roomId: RoomId; upTo: number; order: number };
  /** What was essential, and the minutes. `order`: of what was said, where that was written down later; none: as the room closed. */
  'minutes-render': { roomId: RoomId; upTo: number; order?: number };
  /** A file to take away, as it was ordered. */
  'room-export': { roomId: RoomId; upTo: number; order: number } & ExportWish;
};
export type JobName = keyof Jobs;
export type Job = { [N in JobName]: { name: N; data: Jobs[N] } }[JobName];
