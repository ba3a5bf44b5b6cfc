import type { Material } from '../material.ts';
import type { Plate } from '../plate.ts';
import type { Picture } from './picture.ts';
import type { Shown } from './report.ts';

/** Who is seen in it, by name. */
export function shownIn({ minutes: { attendance, turns } }: Material, picture: Picture): Shown {
  const people = picture.shows.map((participantId): Plate => {
    const person = attendance.people.find((one) => one.participantId === participantId);
    return { participantId, name: person?.name ?? null, organisation: person?.organisation ?? null };
  });
  const speaker = turns.find(({ turn }) => turn === picture.turn)?.speaker.participantId;
  return { picture, people, speaks: people.length === 1 && people[0]?.participantId === speaker };
}
