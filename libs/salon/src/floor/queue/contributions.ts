import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import type { Turn } from '../floor.ts';
import { isContribution } from './lanes.ts';

/** The contributions that have been given in this room so far, the running ones included. */
export const contributions = ({ floor }: DeepReadonly<Room>): DeepReadonly<Turn>[] =>
  [...floor.past, ...floor.interrupted, ...(floor.current ? [floor.current] : [])].filter(({ lane }) => isContribution(lane));

/** Who has contributed in this room. */
export const spokenHere = (room: DeepReadonly<Room>): Set<ParticipantId> => new Set(contributions(room).map(({ participantId }) => participantId));

/** [F28] Who has contributed in this salon, in this room or in another. */
export const spokenInSalon = (room: DeepReadonly<Room>): Set<ParticipantId> =>
  new Set([...spokenHere(room), ...Object.values(room.floor.elsewhere).flatMap(({ spoken }) => spoken)]);
