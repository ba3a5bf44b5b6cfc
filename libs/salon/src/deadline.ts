import type { RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { closing } from './ballot/decide.ts';
import { decideTurnTick, turnDeadline } from './floor/turn/deadline.ts';
import { objectionsOver } from './motion/objections.ts';
import type { Room } from './room/room.ts';
import { accept, type Verdict } from './verdict.ts';

const openBallot = ({ ballots }: DeepReadonly<Room>) => ballots.find(({ status }) => status === 'open');
const askedMotion = ({ motions }: DeepReadonly<Room>) => motions.find(({ objections }) => objections !== null);

/** UTC milliseconds at which somebody should say `room.tick`; null while nothing is due. */
export function nextDeadline(room: DeepReadonly<Room>): number | null {
  if (room.phase !== 'open') return null;
  const dues = [turnDeadline(room), openBallot(room)?.closesAt ?? null, askedMotion(room)?.objections?.until ?? null].filter((due) => due !== null);
  return dues.length === 0 ? null : Math.min(...dues);
}

/** [F13] [B18] [MO6] What time alone brings about. */
export function decideTick(room: DeepReadonly<Room>, at: number): Verdict {
  const ballot = openBallot(room);
  const motion = askedMotion(room);
  const events: RoomEvent[] = decideTurnTick(room, at);
  if (ballot && ballot.closesAt !== null && at >= ballot.closesAt) events.push(...closing(room, ballot));
  if (motion?.objections && at >= motion.objections.until) events.push(...objectionsOver(room, motion));
  return accept(...events);
}
