import type { CommandOf, RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { finishRunning } from '../agenda/decide.ts';
import { endAll } from '../floor/turn/end.ts';
import { closing } from '../poll/decide.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Room } from './room.ts';

export function decideOpening(room: DeepReadonly<Room>, { plan, people, polls = [] }: CommandOf<'room.open'>['data']): Verdict {
  if (room.phase !== 'planned') return refuse('room/already-open');
  const expected = people.map(({ person, plate, place }): RoomEvent => ({ type: 'MemberExpected', data: { ...person, place }, words: plate }));
  const prepared = polls.map((poll): RoomEvent => ({ type: 'PollPrepared', data: poll }));
  return accept({ type: 'RoomOpened', data: plan }, ...expected, ...prepared);
}

export function decideClosing(room: DeepReadonly<Room>, at: number): Verdict {
  const stopping: RoomEvent[] = room.recording.running ? [{ type: 'RecordingStopped', data: {} }] : [];
  return accept(...endAll(room.floor, 'closed', at), ...finishRunning(room.agenda), ...room.polls.flatMap(closing), ...stopping, { type: 'RoomClosed', data: {} });
}
