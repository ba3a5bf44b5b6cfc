import type { LocalText } from '@yaji/contracts';
import type { ItemRecord, TopicRecord } from '../agenda.ts';
import { momentIn } from '../written/moment.ts';
import { type Edition, NOTHING, type Writing, writing } from '../written/writing.ts';
import type { SpeakingLine } from './speaking.ts';
import type { Statistics } from './statistics.ts';
import { type StatisticsWords, statisticsWords } from './statistics-words.ts';

/** A cell: words as people wrote them, whatever a spreadsheet would make of them; a number; or nothing. */
export type Cell = string | number | null;
/** Rows for a spreadsheet. `name`: of a file, the same in every language. Lengths are whole seconds, times `yyyy-mm-dd hh:mm:ss` of the edition's zone. */
export type Table = { name: keyof StatisticsWords['titles']; title: string; columns: string[]; rows: Cell[][] };

type Around = { w: Writing; words: StatisticsWords; time: (at: number | null) => Cell };

/** Every figure of the statistics as tables, empty ones too: who reads them counts on their being there. */
export function statisticsTables(statistics: Statistics, edition: Edition): Table[] {
  const words = statisticsWords(edition.language);
  const time = (at: number | null): Cell => {
    if (at === null) return null;
    const { date, clock } = momentIn(edition.timeZone, at);
    return `${date} ${clock}`;
  };
  const around: Around = { w: writing(edition), words, time };
  return [...speakingTables(statistics, around), ...peopleTables(statistics, around), ...answerTables(statistics, around), agendaRows(statistics, around)];
}

const seconds = (ms: number | null): Cell => (ms === null ? null : Math.round(ms / 1_000));
const orNull = (written: string): Cell => (written === NOTHING ? null : written);

function speakingTables({ speaking, turns, agenda }: Statistics, { w, words, time }: Around): Table[] {
  const { say, text, name } = w;
  const named = ({ name: its }: SpeakingLine): string => (its === null ? say.removed : text(its));
  const by = (table: 'person' | 'organisation' | 'country' | 'language', head: string, nameOf: (line: SpeakingLine) => string): Table => {
    const whole = speaking[table].reduce((sum, { speechMs }) => sum + speechMs, 0);
    const key = `speaking-${table}` as const;
    return {
      name: key, title: words.titles[key], columns: [head, words.code, say.turnsColumn, words.seconds(say.speech), words.seconds(words.clock), words.share],
      rows: speaking[table].map((line) => [nameOf(line), line.key || null, line.turns, seconds(line.speechMs), seconds(line.clockMs), whole === 0 ? 0 : Math.round((line.speechMs * 1_000) / whole) / 10]),
    };
  };
  const titleOf = (itemId: string | null, topicId: string | null): LocalText | null => {
    const item = agenda.find((one) => one.itemId === itemId);
    return item?.topics.find((topic) => topic.topicId === topicId)?.title ?? item?.title ?? null;
  };
  return [
    by('person', say.name, named), by('organisation', say.organisation, (line) => (line.key === '' ? say.noOrganisation : named(line))),
    by('country', say.country, ({ key }) => (key === '' ? say.notKnown : say.countryName(key))), by('language', say.languageColumn, ({ key }) => (key === '' ? say.notKnown : say.languageName(key))),
    {
      name: 'turns', title: words.titles.turns, columns: [say.number, say.speaker, say.organisation, say.topic, say.start, words.seconds(words.clock), words.seconds(say.speech), say.ending],
      rows: turns.map((turn, index) => [
        index + 1, name(turn.speaker), orNull(text(turn.speaker.organisation)), orNull(text(titleOf(turn.itemId, turn.topicId))), time(turn.startedAt), seconds(turn.tookMs), seconds(turn.speechMs),
        turn.reason === null ? say.underWay : say.endings[turn.reason],
      ]),
    },
  ];
}

function peopleTables({ attendance: { people }, presence, waiting: { waits } }: Statistics, { w: { say, text, name }, words, time }: Around): Table[] {
  return [
    {
      name: 'attendance', title: words.titles.attendance, columns: [say.name, say.organisation, say.country, say.role, say.place, say.joined, words.seconds(say.present)],
      rows: people.map((person) => [name(person), orNull(text(person.organisation)), person.country && say.countryName(person.country), say.roles[person.role], say.places[person.place], time(person.firstJoinedAt), seconds(person.presentMs)]),
    },
    { name: 'presence', title: words.titles.presence, columns: [say.time, words.people, say.hallColumn, say.remoteColumn], rows: presence.map(({ at, hall, remote }) => [time(at), hall + remote, hall, remote]) },
    {
      name: 'waits', title: words.titles.waits, columns: [say.name, say.organisation, words.asked, words.started, words.seconds(words.waited), words.outcome],
      rows: waits.map(({ who, askedAt, startedAt, waitedMs, outcome }) => [name(who), orNull(text(who.organisation)), time(askedAt), time(startedAt), seconds(waitedMs), words.outcomes[outcome]]),
    },
  ];
}

function answerTables({ questions, polls, motions }: Statistics, { w: { say, text, name }, words, time }: Around): Table[] {
  const votes = motions.flatMap(({ title, steps }) => steps.flatMap((step) => (step.kind === 'vote' ? [{ title, vote: step }] : [])));
  return [
    {
      name: 'questions', title: words.titles.questions, columns: [say.number, words.question, words.asker, say.time, say.had, words.status],
      rows: questions.all.map(({ text: written, askedBy, askedAt, votes: had, status }, index) => [index + 1, written ?? say.removed, askedBy === null ? say.anonymous : name(askedBy), time(askedAt), had, say.statuses[status]]),
    },
    {
      name: 'polls', title: words.titles.polls, columns: [words.poll, say.choice, say.count, words.answers],
      rows: polls.flatMap(({ title, lines, answers }): Cell[][] => (lines ?? []).map((line) => [text(title), line.title ? text(line.title) : line.words, line.count, answers])),
    },
    {
      name: 'votes', title: words.titles.votes, columns: [words.motion, say.time, say.yes, say.no, say.abstaining, words.sentence],
      rows: votes.map(({ title, vote: { closedAt, result, sentence } }) => {
        const counted = result === null || result.outcome === 'void' ? null : result;
        return [title === null ? say.removed : text(title), time(closedAt), counted?.yes ?? null, counted?.no ?? null, counted?.abstain ?? null, orNull(text(sentence))];
      }),
    },
  ];
}

function agendaRows({ agenda }: Statistics, { w: { say, text }, words, time }: Around): Table {
  const course = ({ plannedMs, tookMs, startedAt, endedAt, progress }: ItemRecord | TopicRecord): Cell[] =>
    [seconds(plannedMs), seconds(tookMs), tookMs === null ? null : seconds(tookMs - plannedMs), time(startedAt), time(endedAt), say.progress[progress]];
  const rows = agenda.flatMap((item, index): Cell[][] => [
    [`${index + 1}`, text(item.title), ...course(item)], ...item.topics.map((topic, place): Cell[] => [`${index + 1}.${place + 1}`, text(topic.title), ...course(topic)]),
  ]);
  return { name: 'agenda', title: words.titles.agenda, columns: [say.number, say.item, words.seconds(say.planned), words.seconds(say.took), words.seconds(words.late), say.started, say.ended, say.state], rows };
}
