import type { ChatMessage, ParticipantId } from '@yaji/contracts';
import type { Minutes } from '../minutes.ts';
import { textIn } from '../plate.ts';
import { catalogueOf, type MinutesLanguage } from '../written/words/catalogue.ts';
import { figure, instant, type Sheet, words } from './sheet.ts';
import { tableWords } from './words.ts';

/** [CH42] What was written in the chat, as it stands: of a deleted message when it was there and who deleted it, and none of its words. */
export function chatSheet({ attendance: { people } }: Minutes, messages: readonly ChatMessage[], language: MinutesLanguage): Sheet {
  const [say, own] = [catalogueOf(language), tableWords[language]];
  const plates = new Map(people.map((person) => [person.participantId, person]));
  const name = (participantId: ParticipantId | null): string | null => {
    const plate = participantId === null ? undefined : plates.get(participantId);
    return plate === undefined ? null : plate.name === null ? say.removed : textIn(plate.name, language);
  };
  return {
    name: 'chat', title: own.chat,
    columns: [figure(say.number), instant(say.time), words(say.name), words(say.organisation), words(own.message), instant(own.deleted), words(own.deletedBy)],
    rows: messages.map(({ number, at, by, text, deletedAt, deletedBy }) => [number, at, name(by), textIn(plates.get(by)?.organisation ?? null, language), text, deletedAt, name(deletedBy)]),
  };
}
