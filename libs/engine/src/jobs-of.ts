import type { Job, Recorded, RoomId } from '@yaji/contracts';

/** The work that a fact asks for. Written with it in one transaction, done at least once. */
export function jobsOf(roomId: RoomId, record: Recorded): Job[] {
  const data = { roomId, upTo: record.seq };
  switch (record.type) {
    case 'RoomClosed':
      return [{ name: 'recording-publish', data: { ...data, order: 0 } }, { name: 'minutes-render', data }];
    case 'RecordingStopped':
      return [{ name: 'recording-publish', data: { ...data, order: 0 } }];
    default:
      return [];
  }
}
