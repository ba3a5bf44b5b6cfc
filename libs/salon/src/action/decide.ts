import type { ActionId, ActionMark, Command, CommandOf, OrganisationId, ParticipantId } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Action } from './action.ts';

export type ActionCommand = Extract<Command, { type: `action.${string}` }>;
/** A mark with all its parts, whatever its kind. */
type Parts = Pick<Action, 'kind' | 'who' | 'organisation' | 'by' | 'others'> & { what: string };

const mostMarks = 300;

export function decideAction(room: DeepReadonly<Room>, command: ActionCommand, stamp: MemberStamp): Verdict {
  if (command.type === 'action.mark') return mark(room, command.data.mark, stamp);
  const action = room.actions.find(({ actionId }) => actionId === command.data.actionId);
  if (!action) return refuse('action/unknown');
  const { actionId, withdrawn } = action;
  switch (command.type) {
    case 'action.reword': return reword(room, action, command.data);
    case 'action.withdraw': return withdrawn ? accept() : accept({ type: 'ActionWithdrawn', data: { actionId } });
    case 'action.restore': return withdrawn ? accept({ type: 'ActionRestored', data: { actionId } }) : accept();
    default: return assertNever(command);
  }
}

/** [AC3] [AC6] */
function mark(room: DeepReadonly<Room>, wanted: ActionMark, { commandId }: MemberStamp): Verdict {
  const parts = partsOf(wanted);
  const fault = nobodyOf(room, parts);
  if (fault) return fault;
  if (room.actions.length >= mostMarks) return refuse('action/too-many', { most: mostMarks });
  const { what, others, ...facts } = parts;
  const { agenda: { runningItem, runningTopic }, floor: { current } } = room;
  return accept({
    type: 'ActionMarked', data: { actionId: commandId as string as ActionId, ...facts, turn: current?.turn ?? null, itemId: runningItem, topicId: runningTopic }, words: { what, others },
  });
}

/** [AC4] [AC5] */
function reword(room: DeepReadonly<Room>, action: DeepReadonly<Action>, { wording, mark: wanted }: CommandOf<'action.reword'>['data']): Verdict {
  if (action.withdrawn) return refuse('action/withdrawn');
  if (wording !== action.wording) return refuse('action/stale');
  const parts = partsOf(wanted);
  if (isAsItStands(action, parts)) return accept();
  const fault = nobodyOf(room, parts);
  if (fault) return fault;
  const { what, others, ...facts } = parts;
  return accept({ type: 'ActionReworded', data: { actionId: action.actionId, ...facts, wording: wording + 1 }, words: { what, others } });
}

/** [AC2] */
const partsOf = (mark: ActionMark): Parts => (mark.kind === 'action' ? { ...mark, who: [...new Set(mark.who)] } : { ...mark, who: [], organisation: null, others: null, by: null });

/** [AC2] Everybody in the room has been told of those whom a mark names, so that it can be read. */
function nobodyOf({ members }: DeepReadonly<Room>, { who, organisation }: Parts): Verdict | null {
  const isKnown = (participantId: ParticipantId): boolean => members[participantId]?.announced === true;
  const belongs = (wanted: OrganisationId): boolean => Object.values(members).some(({ announced, organisationId }) => announced && organisationId === wanted);
  if (!who.every(isKnown)) return refuse('action/unknown-person');
  return organisation === null || belongs(organisation) ? null : refuse('action/unknown-organisation');
}

const isAsItStands = (action: DeepReadonly<Action>, parts: Parts): boolean =>
  action.kind === parts.kind && action.what === parts.what && action.others === parts.others && action.organisation === parts.organisation && action.by === parts.by && action.who.join() === parts.who.join();
