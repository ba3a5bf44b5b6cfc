import type { CommandOf, EntryId, MicrophoneId, ParticipantId, RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import { endOf } from './turn.ts';

export function grantNext(room: DeepReadonly<Room>, { afterTurn }: CommandOf<'floor.grantNext'>['data'], at: number): Verdict {
  const { floor, members } = room;
  if (afterTurn !== floor.turns) return refuse('floor/stale', { turn: floor.turns });
  if (floor.queue.length === 0) return refuse('floor/queue-empty');
  const next = floor.queue.find(({ participantId }) => members[participantId]?.place);
  return next ? accept(...grant(room, next, at)) : refuse('floor/not-present');
}

export function grantTo(room: DeepReadonly<Room>, data: CommandOf<'floor.grantTo'>['data'], at: number): Verdict {
  const { floor, members } = room;
  const { participantId, afterTurn } = data;
  if (afterTurn !== floor.turns) return refuse('floor/stale', { turn: floor.turns });
  const member = members[participantId];
  if (member?.standing !== 'admitted') return refuse('member/unknown');
  if (member.place === null) return refuse('floor/not-present');
  if (floor.current?.participantId === participantId) return refuse('floor/already-speaking');
  const entryId = floor.queue.find((entry) => entry.participantId === participantId)?.entryId ?? null;
  return accept(...grant(room, { ...data, entryId }, at));
}

type Grant = { participantId: ParticipantId; entryId: EntryId | null; limitMs?: number | undefined; microphone?: MicrophoneId | undefined };

/** [F7] One act: the turn under way ends and the new one starts. */
function grant({ floor, agenda, rules }: DeepReadonly<Room>, to: Grant, at: number): RoomEvent[] {
  const { current } = floor;
  const started: RoomEvent = {
    type: 'TurnStarted',
    data: {
      turn: floor.turns + 1, participantId: to.participantId, entryId: to.entryId, microphone: to.microphone ?? null,
      limitMs: to.limitMs ?? rules.turnLimitMs, itemId: agenda.runningItem, topicId: agenda.runningTopic, replaces: current?.turn ?? null,
    },
  };
  return current ? [endOf(current, 'next', at), started] : [started];
}
