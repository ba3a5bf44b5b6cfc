import type { Command, CommandOf, PushId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import { mostPushes } from './stream.ts';

export type StreamCommand = Extract<Command, { type: `stream.${string}` }>;

const runs = ({ stream }: DeepReadonly<Room>, pushId: PushId): boolean => stream.pushes.some((push) => push.pushId === pushId);

/** [ST2] */
export function decideStream(room: DeepReadonly<Room>, { type, data }: StreamCommand): Verdict {
  if (type === 'stream.stopPush') return runs(room, data.pushId) ? accept({ type: 'PushStopped', data: { pushId: data.pushId, why: null } }) : accept();
  if (runs(room, data.pushId)) return accept();
  if (room.stream.pushes.length >= mostPushes) return refuse('stream/too-many-pushes');
  return accept({ type: 'PushStarted', data: { pushId: data.pushId, label: data.label } });
}

/** [ST3] It may have been stopped in the meantime. */
export const endPush = (room: DeepReadonly<Room>, { pushId, why }: CommandOf<'stream.endPush'>['data']): Verdict =>
  (runs(room, pushId) ? accept({ type: 'PushStopped', data: { pushId, why } }) : accept());
