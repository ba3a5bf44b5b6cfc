import type { RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import { accept, refuse, type Verdict } from '../../verdict.ts';
import type { PastTurn, Turn } from '../floor.ts';

/** For how long a grant or an end can be taken back, milliseconds. */
export const undoWindowMs = 60_000;

/** [F14] [F15] Takes back the grant of the turn under way, or the end of the last one. `turn` is the turn that was granted or ended. */
export function undo(room: DeepReadonly<Room>, turn: number, at: number): Verdict {
  const { current } = room.floor;
  return current?.turn === turn ? undoGrant(room, current, at) : undoEnd(room, turn, at);
}

function undoGrant(room: DeepReadonly<Room>, current: DeepReadonly<Turn>, at: number): Verdict {
  if (at - current.startedAt > undoWindowMs) return refuse('floor/nothing-to-undo');
  const undone: RoomEvent = { type: 'TurnUndone', data: { turn: current.turn } };
  if (current.replaces === null) return accept(undone, ...continued(room, current.interrupts));
  const ended = endedBy(room, current.replaces);
  return accept(undone, ...reopenAll(room, ended), ...(ended.length === 0 ? continued(room, current.interrupts) : []));
}

/** The turns that one grant ended, the one under way first. Empty where their speakers are gone. */
function endedBy(room: DeepReadonly<Room>, replaced: number): DeepReadonly<PastTurn>[] {
  const { past } = room.floor;
  const from = past.findIndex(({ turn }) => turn === replaced);
  const ended = from < 0 ? [] : past.slice(from);
  const chain = ended.filter(({ turn, endedAt }, n) => endedAt === ended[0]?.endedAt && (n === 0 || ended[n - 1]?.interrupts === turn));
  return chain.length === ended.length && chain.every((turn) => isHere(room, turn)) ? chain : [];
}

/** From the one that was interrupted first to the one that was under way. */
function reopenAll(room: DeepReadonly<Room>, ended: readonly DeepReadonly<PastTurn>[]): RoomEvent[] {
  return [...ended].reverse().flatMap((turn, n): RoomEvent[] => {
    const before = ended[ended.length - n];
    return [...(before ? [{ type: 'TurnInterrupted' as const, data: { turn: before.turn } }] : []), ...reopen(room, turn)];
  });
}

function undoEnd(room: DeepReadonly<Room>, turn: number, at: number): Verdict {
  const { current, past } = room.floor;
  const last = past.at(-1);
  if (last?.turn !== turn || at - last.endedAt > undoWindowMs) return refuse('floor/nothing-to-undo');
  if (current && current.turn !== last.interrupts) return refuse('floor/nothing-to-undo');
  if (!isHere(room, last)) return refuse('floor/not-present');
  return accept(...(current ? [{ type: 'TurnInterrupted' as const, data: { turn: current.turn } }] : []), ...reopen(room, last));
}

const continued = (room: DeepReadonly<Room>, interrupted: number | null): RoomEvent[] =>
  (interrupted !== null && room.floor.interrupted.at(-1)?.turn === interrupted ? [{ type: 'TurnContinued', data: { turn: interrupted } }] : []);

const isHere = (room: DeepReadonly<Room>, { participantId }: DeepReadonly<PastTurn>): boolean => Boolean(room.members[participantId]?.place);

/** Whoever speaks again no longer waits (F1). */
function reopen(room: DeepReadonly<Room>, { turn, participantId }: DeepReadonly<PastTurn>): RoomEvent[] {
  const waiting = room.floor.queue.filter((entry) => entry.participantId === participantId);
  return [...waiting.map(({ entryId }): RoomEvent => ({ type: 'FloorWithdrawn', data: { entryId } })), { type: 'TurnReopened', data: { turn } }];
}
