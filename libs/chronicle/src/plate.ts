import type { LocalText, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';

/** A person as a document names them; `name` and `organisation` null where they were never given or have been erased. */
export type Plate = { participantId: ParticipantId; name: LocalText | null; organisation: LocalText | null };

export function plateOf(room: DeepReadonly<Room>, participantId: ParticipantId): Plate {
  const member = room.members[participantId];
  return { participantId, name: member?.name ?? null, organisation: member?.organisation ?? null };
}

const primary = (language: string): string => language.split('-')[0] ?? language;

/** The text in this language, in another variety of it, or in the first language there is; null when there is none. */
export function textIn(texts: DeepReadonly<LocalText> | null, language: string): string | null {
  if (!texts) return null;
  const exact = texts[language];
  if (exact !== undefined) return exact;
  const near = Object.keys(texts).find((key) => primary(key) === primary(language));
  return texts[near ?? ''] ?? Object.values(texts)[0] ?? null;
}
