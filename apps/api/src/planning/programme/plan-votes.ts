import { AwardId, type Electorate, MotionId, type ParticipantId, type PlannedAward, type PlannedMotion, type Programme } from '@yaji/contracts';
import { pictureOf } from './picture.ts';

type Room = Programme['rooms'][number];
type Ids = { newId: () => string; participantIds: ReadonlyMap<string, ParticipantId> };

/** The register as the rooms take it: whoever it names is on the programme (`checkProgramme`). */
export function planRegister(register: Programme['register'], participantIds: ReadonlyMap<string, ParticipantId>): Electorate {
  const idOf = (person: string): ParticipantId[] => [participantIds.get(person)].filter((id) => id !== undefined);
  return {
    electors: register.flatMap(({ person, weight }) => idOf(person).map((participantId) => ({ participantId, weight }))),
    proxies: register.flatMap(({ person, proxy }) => (proxy === undefined ? [] : idOf(person).flatMap((from) => idOf(proxy).map((to) => ({ from, to }))))),
  };
}

/** The motions and awards of a room. */
export function planVotes({ motions, awards }: Room, { newId, participantIds }: Ids): { motions: PlannedMotion[]; awards: PlannedAward[] } {
  const idOf = (person: string | undefined): ParticipantId | null => (person === undefined ? null : participantIds.get(person) ?? null);
  return {
    motions: motions.map(({ title, text, mover, seconder, terms }) => ({ motionId: MotionId.parse(newId()), movedBy: idOf(mover), secondedBy: idOf(seconder), terms: terms ?? null, title, text })),
    awards: awards.map(({ title, method, electorate, nominees }) => ({
      awardId: AwardId.parse(newId()),
      plan: { title, method, electorate, nominees: nominees.map(({ id, title: name, about, picture }) => ({ optionId: id, title: name, about, picture: picture === undefined ? null : pictureOf(picture).name })) },
    })),
  };
}
