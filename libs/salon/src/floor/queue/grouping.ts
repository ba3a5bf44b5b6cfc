import type { Grouping, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Members } from '../../member/member.ts';
import type { Entry, Turn } from '../floor.ts';

type Belongs = { participantId: ParticipantId; stance: Entry['stance'] };

/** The group by which somebody is counted; null: of none. */
export function groupOf(members: DeepReadonly<Members>, { participantId, stance }: DeepReadonly<Belongs>, over: Grouping): string | null {
  const member = members[participantId];
  switch (over) {
    case 'organisation': return member?.organisationId ?? null;
    case 'country': return member?.country ?? null;
    case 'group': return member?.group ?? null;
    case 'stance': return stance;
  }
}

export const groupOfTurn = (members: DeepReadonly<Members>, { participantId, entry }: DeepReadonly<Turn>, over: Grouping): string | null =>
  groupOf(members, { participantId, stance: entry?.stance ?? null }, over);
