import type { CommandOf, ParticipantId, RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating } from '../../policy.ts';
import type { Room } from '../../room/room.ts';
import type { MemberStamp } from '../../stamp.ts';
import { accept, refuse, type Verdict } from '../../verdict.ts';
import type { Turn } from '../floor.ts';
import { remainingMs } from '../time/clock.ts';
import { continueAfter, endOf, hasFloor } from './end.ts';
import { grant } from './grant.ts';

const mayRule = ({ participantId }: DeepReadonly<Turn>, { by, role }: MemberStamp): boolean => participantId === by || isModerating(role);

/** Why somebody cannot be given what is left, or named as the next. */
function faultOf({ floor, members }: DeepReadonly<Room>, participantId: ParticipantId): Verdict | null {
  if (members[participantId]?.standing !== 'admitted') return refuse('member/unknown');
  if (members[participantId].place === null) return refuse('floor/not-present');
  return hasFloor(floor, participantId) ? refuse('floor/already-speaking') : null;
}

const entryOf = ({ floor }: DeepReadonly<Room>, participantId: ParticipantId) =>
  floor.queue.find((entry) => entry.participantId === participantId && entry.lane === 'normal')?.entryId ?? null;

/** [F35] The rest of a turn goes to somebody, to the second. */
export function passOn(room: DeepReadonly<Room>, turn: DeepReadonly<Turn>, { participantId, stamp }: { participantId: ParticipantId; stamp: MemberStamp }): Verdict {
  if (!mayRule(turn, stamp)) return refuse('floor/not-yours');
  const fault = faultOf(room, participantId);
  if (fault) return fault;
  const restMs = Math.round(remainingMs(turn.clock, stamp.at));
  if (restMs <= 0) return refuse('floor/nothing-left');
  const [ended, ...begun] = grant(room, { participantId, entryId: entryOf(room, participantId), lane: turn.lane, limitMs: restMs, yieldedBy: turn.turn }, stamp.at)
    .filter((event) => event.type === 'TurnStarted');
  const start = ended ?? begun[0];
  if (start?.type !== 'TurnStarted') return refuse('floor/nobody-speaking');
  return accept(endOf(turn, 'yielded', stamp.at), { ...start, data: { ...start.data, replaces: turn.turn, interrupts: turn.interrupts } });
}

/** [F37] */
export function nominate({ floor, ...room }: DeepReadonly<Room>, { turn, participantId }: CommandOf<'floor.nominate'>['data'], stamp: MemberStamp): Verdict {
  const { current } = floor;
  if (floor.mode !== 'nomination') return refuse('floor/no-nomination');
  if (current?.participantId !== stamp.by) return refuse('floor/not-yours');
  return faultOf({ floor, ...room }, participantId) ?? (current.nominee === participantId ? accept() : accept({ type: 'TurnNominated', data: { turn, participantId } }));
}

/** [F37] The floor that a speaker gives back goes at once to whom the speaker named. */
export function endingOf(room: DeepReadonly<Room>, turn: DeepReadonly<Turn>, stamp: MemberStamp): Verdict {
  if (!mayRule(turn, stamp)) return refuse('floor/not-yours');
  const { nominee } = turn;
  const passes = room.floor.mode === 'nomination' && turn.participantId === stamp.by && nominee !== null && faultOf(room, nominee) === null;
  const ended: RoomEvent = endOf(turn, 'ended', stamp.at);
  if (!passes) return accept(ended, ...continueAfter(room.floor));
  return accept(...grant(room, { participantId: nominee, entryId: entryOf(room, nominee), lane: 'normal' }, stamp.at));
}
