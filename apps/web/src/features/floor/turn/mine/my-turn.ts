import { mayDo, remainingMs } from '@yaji/salon';
import { isMe, type RoomView } from '../../../../live/room-view.ts';
import { type Plate, plateOf } from '../../../member/plate.ts';
import type { Estimate, QueuePanel } from '../../queue/queue-panel.ts';
import { type TurnPanel, turnPanel } from '../turn-panel.ts';

/** What the floor asks of this person now, strongest first. Null: nothing. */
export type MyTurn =
  | { state: 'speaking'; turn: TurnPanel; passing: Passing }
  | { state: 'interrupted'; by: Plate; restMs: number }
  | { state: 'interpreting'; turn: TurnPanel }
  | { state: 'may-interpret'; turn: TurnPanel }
  | { state: 'open-stage' }
  | { state: 'next'; estimate: Estimate | null };

/** Who the speaker can give the floor to, and how. `heirs`: who is here and does not have the floor. */
export type Passing = {
  heirs: readonly Plate[];
  mayYield: boolean;
  /** Whom the speaker names as the next; null: nobody yet; undefined: the mode does not ask for it. */
  nominee: Plate | null | undefined;
  /** Who can interpret this turn; empty where it is not interpreted. */
  interpreters: readonly Plate[];
};

export function myTurn(view: RoomView, queue: QueuePanel): MyTurn | null {
  if (view.room.phase !== 'open') return null;
  const turn = turnPanel(view);
  return (turn && ofTurn(view, turn)) ?? openStage(view) ?? next(view, queue);
}

/** As the one who speaks, waits to go on, or interprets. */
function ofTurn(view: RoomView, turn: TurnPanel): MyTurn | null {
  const { room: { floor, rules }, me, now } = view;
  if (turn.mine) return { state: 'speaking', turn, passing: passingOf(view) };
  const waiting = floor.interrupted.find(({ participantId }) => isMe(view, participantId));
  if (waiting) return { state: 'interrupted', by: turn.plate, restMs: Math.max(0, remainingMs(waiting.clock, now)) };
  if (isMe(view, turn.interpreter?.participantId)) return { state: 'interpreting', turn };
  // Another one waits while somebody interprets.
  const may = me.role === 'interpreter' && turn.interpreter === null && rules.interpretation === 'consecutive';
  return may ? { state: 'may-interpret', turn } : null;
}

const openStage = (view: RoomView): MyTurn | null =>
  (view.room.floor.mode === 'open' && view.room.stage.guests.some((id) => isMe(view, id)) ? { state: 'open-stage' } : null);

const next = (view: RoomView, { upNext, own }: QueuePanel): MyTurn | null =>
  (isMe(view, upNext?.participantId) ? { state: 'next', estimate: own[0]?.estimate ?? null } : null);

function passingOf(view: RoomView): Passing {
  const { room, me, now } = view;
  const { floor, members, rules } = room;
  const { current } = floor;
  const busy = new Set([current, ...floor.interrupted].map((turn) => turn?.participantId));
  const here = Object.values(members).filter(({ participantId, standing, place, role }) => standing === 'admitted' && place !== null && role !== 'display' && !busy.has(participantId));
  const waits = (id: string) => floor.queue.some(({ participantId }) => participantId === id);
  // Whoever waits already is the likeliest to be named.
  const heirs = here.filter(({ role }) => mayDo(role, 'floor.request')).sort((one, other) => Number(waits(other.participantId)) - Number(waits(one.participantId)));
  const interprets = rules.interpretation === 'consecutive' && current?.interpretation?.by === null;
  return {
    heirs: heirs.map(({ participantId }) => plateOf(room, participantId)),
    mayYield: current !== null && mayDo(me.role, 'floor.yield') && remainingMs(current.clock, now) > 0,
    nominee: floor.mode === 'nomination' ? (current?.nominee ? plateOf(room, current.nominee) : null) : undefined,
    interpreters: interprets ? here.filter(({ role }) => role === 'interpreter').map(({ participantId }) => plateOf(room, participantId)) : [],
  };
}
