import type { CommandOf, PlannedMotion, RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { finishRunning } from '../agenda/decide.ts';
import { isVoting } from '../ballot/electorate.ts';
import { endAll } from '../floor/turn/end.ts';
import { closing } from '../poll/decide.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Room } from './room.ts';

export function decideOpening(room: DeepReadonly<Room>, { plan, people, polls = [], electorate, motions = [], awards = [] }: CommandOf<'room.open'>['data']): Verdict {
  if (room.phase !== 'planned') return refuse('room/already-open');
  const expected = people.map(({ person, plate, place }): RoomEvent => ({ type: 'MemberExpected', data: { ...person, place }, words: plate }));
  const prepared = polls.map((poll): RoomEvent => ({ type: 'PollPrepared', data: poll }));
  const entitled: RoomEvent[] = electorate ? [{ type: 'ElectorateSet', data: electorate }] : [];
  const shortlists = awards.map((award): RoomEvent => ({ type: 'AwardPrepared', data: award }));
  return accept({ type: 'RoomOpened', data: plan }, ...expected, ...prepared, ...entitled, ...motions.flatMap(moved), ...shortlists);
}

function moved({ motionId, movedBy, secondedBy, terms, title, text }: PlannedMotion): RoomEvent[] {
  const motion: RoomEvent = { type: 'MotionMoved', data: { motionId, movedBy, amends: null, terms }, words: { title, text } };
  return secondedBy === null ? [motion] : [motion, { type: 'MotionSeconded', data: { motionId, secondedBy } }];
}

/** [R2] [B19] [ST5] */
export function decideClosing(room: DeepReadonly<Room>, at: number): Verdict {
  if (isVoting(room)) return refuse('ballot/still-open');
  const stopping: RoomEvent[] = room.recording.running ? [{ type: 'RecordingStopped', data: {} }] : [];
  const pushes = room.stream.pushes.map(({ pushId }): RoomEvent => ({ type: 'PushStopped', data: { pushId, why: null } }));
  return accept(...endAll(room.floor, 'closed', at), ...finishRunning(room.agenda), ...room.polls.flatMap(closing), ...stopping, ...pushes, { type: 'RoomClosed', data: {} });
}
