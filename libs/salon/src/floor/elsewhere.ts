import type { CommandOf, EventOf } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Floor } from './floor.ts';

/** Turns of another room are worth telling when they have become so much longer or shorter. */
const tellingShare = 0.1;

/** [F44] What has become known of another room of the salon; nothing where it is no newer than what is known. */
export function hearElsewhere({ roomId, floor }: DeepReadonly<Room>, told: CommandOf<'floor.hearElsewhere'>['data']): Verdict {
  if (told.roomId === roomId) return refuse('contract/invalid');
  const known = floor.elsewhere[told.roomId] ?? { upTo: 0, spoken: [], turnMs: null };
  if (told.upTo <= known.upTo) return accept();
  const [before, now] = [new Set(known.spoken), new Set(told.spoken)];
  const spoke = [...now].filter((one) => !before.has(one));
  const undone = [...before].filter((one) => !now.has(one));
  if (spoke.length === 0 && undone.length === 0 && !isTelling(known.turnMs, told.turnMs)) return accept();
  return accept({ type: 'HeardElsewhere', data: { roomId: told.roomId, upTo: told.upTo, spoke, undone, turnMs: told.turnMs } });
}

const isTelling = (before: number | null, now: number | null): boolean =>
  before === null || now === null ? before !== now : Math.abs(now - before) > tellingShare * before;

export function applyElsewhere({ elsewhere }: Floor, { data: { roomId, upTo, spoke, undone, turnMs } }: EventOf<'HeardElsewhere'>): void {
  const gone = new Set(undone);
  const before = elsewhere[roomId]?.spoken ?? [];
  elsewhere[roomId] = { upTo, spoken: [...before.filter((one) => !gone.has(one)), ...spoke], turnMs };
}
