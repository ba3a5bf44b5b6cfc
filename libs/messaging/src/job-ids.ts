import type { Job, JobName, RoomId } from '@yaji/contracts';

/** The compiler asks for every name of the Jobs map. */
const names: Record<JobName, true> = { 'aftermath': true, 'turn-clip': true, 'transcribe': true, 'recording-publish': true, 'recording-extras': true, 'minutes-render': true, 'room-export': true };
export const jobNames = Object.keys(names) as JobName[];

/** The same work has the same id. BullMQ takes a colon only in an id of exactly three parts. */
export const jobIdOf = ({ name, data }: Job): string => `${name}:${data.roomId}:${data.upTo}${'order' in data && (data.order ?? 0) > 0 ? `-${data.order}` : ''}`;

/** `number`: what comes after the room, the same for all jobs of a flow. */
type Read = { name: JobName; roomId: RoomId; number: string };

/** Null for whatever was not made by `jobIdOf`. */
export function readJobId(jobId: string): Read | null {
  const [, name, roomId, number] = /^([a-z-]{1,40}):([0-9a-f-]{36}):(\d{1,10}(?:-\d{1,10})?)$/.exec(jobId) ?? [];
  return name !== undefined && roomId !== undefined && number !== undefined && name in names ? { name: name as JobName, roomId: roomId as RoomId, number } : null;
}

/** The job of another name in the same flow. */
export const besideIn = ({ roomId, number }: Read, name: JobName): string => `${name}:${roomId}:${number}`;
