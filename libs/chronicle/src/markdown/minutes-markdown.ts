import type { LocalText } from '@yaji/contracts';
import type { ItemRecord, TopicRecord } from '../agenda.ts';
import type { TurnRecord } from '../floor.ts';
import type { Minutes } from '../minutes.ts';
import type { QuestionRecord } from '../question.ts';
import { awardsToMarkdown } from './awards-markdown.ts';
import { knownZone, lengthOf, momentIn } from './moment.ts';
import { decisionsToMarkdown, motionsToMarkdown } from './motions-markdown.ts';
import { plain } from './plain.ts';
import { pollsToMarkdown } from './polls-markdown.ts';
import { table } from './table.ts';
import { type Edition, nameAndOrganisation, NOTHING, type Writing, writing } from './writing.ts';

export type { Edition } from './writing.ts';

/** The minutes as a Markdown document. Everything that people wrote stands in it as plain text. */
export function minutesToMarkdown(minutes: Minutes, edition: Edition): string {
  const w = writing(edition);
  const sections = [
    head(minutes, edition, w), attendance(minutes, w), agenda(minutes, w), turns(minutes, w), questions(minutes, w), pollsToMarkdown(minutes.polls, w),
    motionsToMarkdown(minutes.motions, w), awardsToMarkdown(minutes.awards, w), decisionsToMarkdown(minutes.decisions, w),
  ];
  return `${sections.flat().filter((part) => part !== '').join('\n\n')}\n`;
}

function head({ title, openedAt, closedAt, upTo }: Minutes, { timeZone }: Edition, { say, text, clock }: Writing): string[] {
  const until = closedAt === null ? say.stillOpen : clock(closedAt);
  const when = openedAt === null ? [] : [`- ${say.date}${say.colon}${momentIn(timeZone, openedAt).date}`, `- ${say.time}${say.colon}${clock(openedAt)} – ${until}`];
  return [`# ${say.minutes}${say.colon}${text(title)}`, when.join('\n'), say.zone(plain(knownZone(timeZone))), say.basis(upTo)];
}

function attendance({ attendance: { people, headCount } }: Minutes, { say, text, name, clock }: Writing): string[] {
  const heading = `## ${say.attendance}`;
  if (people.length === 0) return [heading, say.nobody];
  const rows = people.map((person) =>
    [name(person), text(person.organisation), say.roles[person.role], say.places[person.place], clock(person.firstJoinedAt), lengthOf(person.presentMs)]);
  return [heading, say.headCount(headCount), table([say.name, say.organisation, say.role, say.place, say.joined, say.present], rows)];
}

function agenda({ agenda: items }: Minutes, w: Writing): string[] {
  if (items.length === 0) return [];
  const { say, text, name, clock } = w;
  const course = (part: ItemRecord | TopicRecord, plannedAt: number | null): string[] => [
    plannedAt === null ? lengthOf(part.plannedMs) : `${clock(plannedAt)}${say.comma}${lengthOf(part.plannedMs)}`,
    clock(part.startedAt), clock(part.progress === 'skipped' ? null : part.endedAt),
    part.tookMs === null ? NOTHING : lengthOf(part.tookMs), say.progress[part.progress],
  ];
  const rows = items.flatMap((item, index) => [
    [`${index + 1}`, text(item.title), item.speakers.map(name).join(say.list) || NOTHING, ...course(item, item.plannedStartAt)],
    ...item.topics.map((topic, place) => [`${index + 1}.${place + 1}`, text(topic.title), NOTHING, ...course(topic, null)]),
  ]);
  return [`## ${say.agenda}`, table([say.number, say.item, say.speakers, say.planned, say.started, say.ended, say.took, say.state], rows)];
}

/** Both topics and items have short names; the topic says more. */
function subjectOf({ agenda: items }: Minutes, { itemId, topicId }: TurnRecord): LocalText | null {
  const item = items.find((one) => one.itemId === itemId);
  return item?.topics.find((topic) => topic.topicId === topicId)?.title ?? item?.title ?? null;
}

function turns(minutes: Minutes, { say, text, name, clock }: Writing): string[] {
  const heading = `## ${say.turns}`;
  if (minutes.turns.length === 0) return [heading, say.noTurns];
  const rows = minutes.turns.map((turn, index) => [
    `${index + 1}`, turn.lane === 'normal' ? name(turn.speaker) : `${name(turn.speaker)} (${say.lanes[turn.lane]})`, text(turn.speaker.organisation), text(subjectOf(minutes, turn)), clock(turn.startedAt),
    lengthOf(turn.tookMs), turn.speechMs === null ? NOTHING : lengthOf(turn.speechMs), turn.reason === null ? say.underWay : say.endings[turn.reason],
  ]);
  return [heading, table([say.number, say.speaker, say.organisation, say.topic, say.start, say.measured, say.speech, say.ending], rows)];
}

function questions({ questions: asked }: Minutes, w: Writing): string[] {
  const heading = `## ${w.say.questions}`;
  return asked.length === 0 ? [heading, w.say.noQuestions] : [heading, asked.map((question, index) => questionEntry(question, index, w)).join('\n')];
}

function questionEntry({ text, askedBy, askedAt, votes, status, answer }: QuestionRecord, index: number, w: Writing): string {
  const { say, clock } = w;
  const who = askedBy === null ? say.anonymous : say.askedBy(nameAndOrganisation(askedBy, w));
  const about = [who, clock(askedAt), say.votes(votes), ...(answer === null ? [say.statuses[status]] : [])].join(say.comma);
  const lines = [`${index + 1}. **${written(text, w)}**  `, `   ${about}`];
  if (answer !== null) lines.push(`   - ${answerLine(answer, w)}`);
  return lines.join('\n');
}

function answerLine({ how, text, at, by }: NonNullable<QuestionRecord['answer']>, w: Writing): string {
  const { say, name, clock } = w;
  if (how === 'live') return `${say.answeredLive(by === null ? null : name(by))}${say.comma}${clock(at)}`;
  const author = by === null ? say.answer : say.answeredBy(name(by));
  return `${author}${say.comma}${clock(at)}${say.colon}${written(text, w)}`;
}

const written = (text: string | null, { say, words }: Writing): string => (text === null ? say.removed : words(text));
