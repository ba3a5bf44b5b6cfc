import type { GlossaryTerm, Language, ParticipantId } from '@yaji/contracts';
import { textIn } from '@yaji/chronicle';
import type { DeepReadonly } from '@yaji/kit';
import { type Room, tongueOf } from '@yaji/salon';
import type { Hints } from './transcriber.ts';

/** Whisper reads the last 224 tokens of a prompt: what is said first should fit. */
const mostCharacters = 600;

/** What may be heard from somebody: their language, and the names and subjects of the room, the salon's own list first. */
export function hintsFor(room: DeepReadonly<Room>, participantId: ParticipantId | null, glossary: readonly GlossaryTerm[]): Hints {
  const language = spokenBy(room, participantId);
  const inIt = language ?? room.languages[0] ?? 'en';
  const people = Object.values(room.members).filter(({ role }) => role !== 'display' && role !== 'attendee').flatMap(({ name, organisation }) => [name, organisation]);
  const subjects = room.agenda.items.flatMap(({ title, topics }) => [title, ...topics.map((topic) => topic.title)]);
  const names = [...glossary.map(({ text }) => text), ...[...people, ...subjects].flatMap((text) => (text ? textIn(text, inIt) ?? [] : []))];
  let prompt = '';
  for (const name of new Set(names)) if (prompt.length + name.length + 2 <= mostCharacters) prompt += `${prompt === '' ? '' : ', '}${name}`;
  return { language, prompt };
}

/** The one language of somebody that the salon speaks too; null where that may be several. */
function spokenBy({ members, languages }: DeepReadonly<Room>, participantId: ParticipantId | null): Language | null {
  const own = participantId === null ? [] : members[participantId]?.languages ?? [];
  const both = languages.filter((language) => own.length === 0 || own.some((one) => tongueOf(one) === tongueOf(language)));
  return both.length === 1 ? both[0] ?? null : null;
}
