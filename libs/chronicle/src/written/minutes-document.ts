import { fact, list, type Part } from '../document/blocks.ts';
import type { Block, Document } from '../document/document.ts';
import { documentToMarkdown } from '../document/markdown.ts';
import { logAlone, type Material } from '../material.ts';
import type { Minutes } from '../minutes.ts';
import { agendaTable } from './agenda.ts';
import { annexes } from './annexes.ts';
import { attendance, quorum } from './attendance.ts';
import { actionItems, decisions } from './decisions.ts';
import { knownZone, momentIn } from './moment.ts';
import { proceedings } from './proceedings.ts';
import { type Edition, nameAndOrganisation, type Writing, writing } from './writing.ts';

/** The formal record of a room. What the log says is stated as a fact; what a reviewer may put otherwise has a key. */
export function minutesDocument(material: Material, edition: Edition): Document {
  const w = writing(edition);
  const { minutes } = material;
  const blocks: Block[] = [
    ...head(material, edition, w), ...attendance(minutes, w), ...quorum(minutes, w), ...agendaTable(minutes, w), ...proceedings(material, w),
    ...decisions(material, w), ...actionItems(material, edition, w), ...annexes(minutes, w),
  ];
  return { language: edition.language, title: `${w.say.minutes}${w.say.colon}${w.text(minutes.title)}`, blocks };
}

/** The minutes as Markdown, from the log alone. */
export const minutesToMarkdown = (minutes: Minutes, edition: Edition): string => documentToMarkdown(minutesDocument(logAlone(minutes), edition));

function head({ minutes, occasion }: Material, { timeZone }: Edition, w: Writing): Block[] {
  const { say, text } = w;
  const { openedAt, closedAt, upTo, languages } = minutes;
  const line = (label: string, value: string): Part[] => [`${label}${say.colon}${value}`];
  const until = closedAt === null ? say.stillOpen : w.clock(closedAt);
  const when = openedAt === null ? [] : [line(say.date, momentIn(timeZone, openedAt).date), line(say.time, `${w.clock(openedAt)} – ${until}`)];
  const chairs = chairsOf(minutes).map((chair) => nameAndOrganisation(chair, w));
  return [
    ...list([
      ...(occasion.host === null ? [] : [line(say.host, text(occasion.host))]), ...(occasion.title === null || text(occasion.title) === text(minutes.title) ? [] : [line(say.salon, text(occasion.title))]),
      ...when, ...(chairs.length === 0 ? [] : [line(say.chaired, chairs.join(say.list))]),
      ...(languages.length === 0 ? [] : [line(say.heldIn, languages.map((tag) => say.languageName(tag)).join(say.list))]),
    ]),
    fact(say.zone(knownZone(timeZone))), fact(say.basis(upTo)),
  ];
}

/** Who moderated; where nobody did, those whose salon it is. */
export function chairsOf({ attendance: { people } }: Minutes): Minutes['attendance']['people'] {
  const moderators = people.filter(({ role }) => role === 'moderator');
  return moderators.length > 0 ? moderators : people.filter(({ role }) => role === 'owner');
}

