import type { CommandOf, EntryId, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating } from '../policy.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';

/** A hand goes up, one's own or one added by name. The command's id becomes the entry's. */
export function raise(room: DeepReadonly<Room>, participantId: ParticipantId, stamp: MemberStamp): Verdict {
  const { floor, members } = room;
  if (members[participantId]?.standing !== 'admitted') return refuse('member/unknown');
  if (floor.current?.participantId === participantId) return refuse('floor/already-speaking');
  if (floor.queue.some((entry) => entry.participantId === participantId)) return accept();
  if (floor.list === 'closed' && !isModerating(stamp.role)) return refuse('floor/list-closed');
  return accept({ type: 'FloorRequested', data: { entryId: stamp.commandId as string as EntryId, participantId } });
}

export function withdraw(room: DeepReadonly<Room>, entryId: EntryId, stamp: MemberStamp): Verdict {
  const entry = room.floor.queue.find((one) => one.entryId === entryId);
  if (!entry) return refuse('floor/unknown-entry');
  const own = entry.participantId === stamp.by || entry.addedBy === stamp.by;
  return own || isModerating(stamp.role) ? accept({ type: 'FloorWithdrawn', data: { entryId } }) : refuse('floor/not-yours');
}

export function move(room: DeepReadonly<Room>, { entryId, index }: CommandOf<'floor.move'>['data']): Verdict {
  const { queue } = room.floor;
  const from = queue.findIndex((one) => one.entryId === entryId);
  if (from < 0) return refuse('floor/unknown-entry');
  const to = Math.min(index, queue.length - 1);
  return to === from ? accept() : accept({ type: 'FloorMoved', data: { entryId, index: to } });
}
