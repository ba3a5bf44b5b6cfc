import type { LocalText, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';

/** What a name plate shows. `name` is empty when it was erased. */
export type Plate = { participantId: ParticipantId; name: DeepReadonly<LocalText>; organisation: DeepReadonly<LocalText> | null; present: boolean };

export function plateOf(room: DeepReadonly<Room>, participantId: ParticipantId): Plate {
  const member = room.members[participantId];
  return { participantId, name: member?.name ?? {}, organisation: member?.organisation ?? null, present: (member?.place ?? null) !== null };
}
