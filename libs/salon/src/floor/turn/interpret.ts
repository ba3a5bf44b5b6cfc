import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating } from '../../policy.ts';
import type { Room } from '../../room/room.ts';
import type { MemberStamp } from '../../stamp.ts';
import { accept, refuse, type Verdict } from '../../verdict.ts';
import type { Turn } from '../floor.ts';

type Taking = { by: ParticipantId | null; stamp: MemberStamp };

/** [F38] The interpreter takes over, or the speaker goes on. */
export function interpret(room: DeepReadonly<Room>, turn: DeepReadonly<Turn>, { by, stamp }: Taking): Verdict {
  const now = turn.interpretation?.by ?? null;
  if (!maySay(turn, { by: by ?? now, stamp })) return refuse('floor/not-yours');
  if (by === now) return accept();
  if (by === null) return accept({ type: 'InterpretationEnded', data: { turn: turn.turn } });
  const member = room.members[by];
  if (member?.standing !== 'admitted' || member.role !== 'interpreter') return refuse('floor/no-interpreter');
  return member.place === null ? refuse('floor/not-present') : accept({ type: 'InterpretationStarted', data: { turn: turn.turn, participantId: by } });
}

/** Moderators, the speaker, and interpreters for themselves say who speaks. */
const maySay = ({ participantId }: DeepReadonly<Turn>, { by, stamp }: Taking): boolean =>
  isModerating(stamp.role) || stamp.by === participantId || (stamp.role === 'interpreter' && by === stamp.by);
