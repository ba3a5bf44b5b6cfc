import type { CommandId, CommandOf, EventOf, Lane, MicrophoneId, ParticipantId, RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import { accept, refuse, type Verdict } from '../../verdict.ts';
import { interrupts, isContribution } from '../queue/lanes.ts';
import { entriesInOrder } from '../queue/order.ts';
import { nextUp } from '../queue/next.ts';
import { grantedMs } from '../time/budget.ts';
import { limitMs } from '../time/limit.ts';
import { continueAfter, endAll, endOf, hasFloor } from './end.ts';

export type Granting = { at: number; commandId: CommandId };

export function grantNext(room: DeepReadonly<Room>, { afterTurn }: CommandOf<'floor.grantNext'>['data'], { at, commandId }: Granting): Verdict {
  const { floor } = room;
  if (afterTurn !== floor.turns) return refuse('floor/stale', { turn: floor.turns });
  if (floor.mode === 'open') return refuse('floor/open-to-all');
  if (floor.current && floor.current.interrupts !== null) return afterInterruption(room, at);
  const next = nextUp(room, commandId);
  if (!next) return refuse(floor.queue.length === 0 ? 'floor/queue-empty' : 'floor/not-present');
  const { participantId, entry, draw } = next;
  return accept(...grant(room, { participantId, entryId: entry?.entryId ?? null, lane: entry?.lane ?? 'normal', draw }, at));
}

/** [F24] While somebody has interrupted, "next" is the next who may, and then the one who was interrupted. */
function afterInterruption(room: DeepReadonly<Room>, at: number): Verdict {
  const { floor, members } = room;
  const { current } = floor;
  if (!current) return refuse('floor/nobody-speaking');
  const next = entriesInOrder(room).find(({ lane, participantId }) => interrupts(lane) && members[participantId]?.place && !hasFloor(floor, participantId));
  if (!next) return accept(endOf(current, 'ended', at), ...continueAfter(floor));
  return accept(endOf(current, 'next', at), started(room, { participantId: next.participantId, entryId: next.entryId, lane: next.lane, replaces: current.turn, interrupts: current.interrupts }));
}

export function grantTo(room: DeepReadonly<Room>, data: CommandOf<'floor.grantTo'>['data'], at: number): Verdict {
  const fault = faultOf(room, data);
  if (fault) return fault;
  const { participantId, entryId, lane } = data;
  const waiting = entriesInOrder(room).filter((entry) => entry.participantId === participantId);
  const entry = waiting.find((one) => (entryId === undefined ? lane === undefined || one.lane === lane : one.entryId === entryId));
  if (entryId !== undefined && !entry) return refuse('floor/unknown-entry');
  return accept(...grant(room, { ...data, entryId: entry?.entryId ?? null, lane: lane ?? entry?.lane ?? 'normal' }, at));
}

/** [F8] [F9] [F42] */
function faultOf({ floor, members, rules }: DeepReadonly<Room>, { participantId, afterTurn, microphone }: CommandOf<'floor.grantTo'>['data']): Verdict | null {
  if (afterTurn !== floor.turns) return refuse('floor/stale', { turn: floor.turns });
  if (floor.mode === 'open') return refuse('floor/open-to-all');
  const member = members[participantId];
  if (member?.standing !== 'admitted') return refuse('member/unknown');
  if (member.place === null) return refuse('floor/not-present');
  if (hasFloor(floor, participantId)) return refuse('floor/already-speaking');
  return microphone === undefined || rules.microphones.some(({ microphoneId }) => microphoneId === microphone) ? null : refuse('stage/unknown-microphone');
}

export type Grant = {
  participantId: ParticipantId; entryId: EventOf<'TurnStarted'>['data']['entryId']; lane: Lane;
  limitMs?: number | undefined; microphone?: MicrophoneId | undefined; yieldedBy?: number; draw?: EventOf<'TurnStarted'>['data']['draw'] | undefined;
  replaces?: number; interrupts?: number | null;
};

/** [F7] [F24] One act: the turn under way ends, or waits, and the new one starts. */
export function grant(room: DeepReadonly<Room>, to: Grant, at: number): RoomEvent[] {
  const { floor: { current, interrupted }, rules } = room;
  if (current && interrupts(to.lane) && interrupted.length < rules.interruptionDepth) {
    return [{ type: 'TurnInterrupted', data: { turn: current.turn } }, started(room, { ...to, interrupts: current.turn })];
  }
  if (!current) return [started(room, to)];
  if (interrupts(to.lane) && current.interrupts !== null) return [endOf(current, 'next', at), started(room, { ...to, replaces: current.turn, interrupts: current.interrupts })];
  return [...endAll(room.floor, 'next', at), started(room, { ...to, replaces: current.turn })];
}

/** [F39] [F41] [F43] */
function started(room: DeepReadonly<Room>, to: Grant): EventOf<'TurnStarted'> {
  const { floor, agenda, rules, stage } = room;
  const { participantId, entryId, lane } = to;
  const held = stage.microphones.find((one) => one.heldBy === participantId)?.microphoneId ?? null;
  return {
    type: 'TurnStarted',
    data: {
      turn: floor.turns + 1, participantId, entryId, microphone: to.microphone ?? held,
      limitMs: to.limitMs ?? (isContribution(lane) ? grantedMs(room, participantId) : limitMs(room)),
      itemId: agenda.runningItem, topicId: agenda.runningTopic, replaces: to.replaces ?? null, lane, interrupts: to.interrupts ?? null,
      yieldedBy: to.yieldedBy ?? null, interpreted: isContribution(lane) && rules.interpretation === 'consecutive', draw: to.draw ?? null,
    },
  };
}
