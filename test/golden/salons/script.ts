import type { AnyCommand, ItemId, Language, LocalText, ParticipantId, PlannedItem, Recorded, Role, TopicId, TranscriptLine } from '@yaji/contracts';
import type { ActionRecord, MarkedDecision, Occasion, Picture, Statement, Summary, Telling } from '@yaji/chronicle';
import { apply, decide, emptyRoom } from '@yaji/salon';
import { id } from '../../../libs/salon/test/steps.ts';

/** A salon as it is kept: what was recorded, and what was written down beside it. */
export type Golden = {
  log: Recorded[]; lines: TranscriptLine[]; summary: Summary | null; timeZone: string; occasion: Occasion; actions: ActionRecord[]; marked: MarkedDecision[]; pictures: Picture[];
};

export type Person = { id: string; name: LocalText; role?: Role; organisation?: { id: string; name: LocalText }; country?: string; languages?: Language[]; place?: 'hall' };
/** A sentence of a speech. `*` before it: it was essential to the turn; `**`: to the topic as well. */
export type Sentence = string;
type Speech = { language: Language; seconds: number; says?: Sentence[]; told?: Record<string, string>; lane?: 'interposed' | 'intervention' };

const MARK = /^\*{1,2}/;
const clean = (sentence: Sentence): string => sentence.replace(MARK, '');

export const personId = (name: string): ParticipantId => id(name);
const plateOf = ({ name, organisation }: Person) => ({ name, organisation: organisation?.name ?? null });
const personOf = ({ id: name, role = 'speaker', organisation, country, languages = [] }: Person) => ({
  participantId: personId(name), role, organisationId: organisation ? id(organisation.id) : null, country: country ?? null, languages,
});

/** Plays a salon through the rules, minute by minute; a step that they refuse is a mistake of the script. */
export function script(name: string, day: string, people: readonly Person[]) {
  const room = emptyRoom();
  const log: Recorded[] = [];
  const lines: TranscriptLine[] = [];
  const essences: Summary = { turns: [], topics: [], room: { statements: [], told: {} } };
  let now = Date.parse(`${day}T00:00:00Z`);
  let said = 0;

  function says<T extends AnyCommand['type']>(by: string | null, type: T, data: Extract<AnyCommand, { type: T }>['data'], as?: string): void {
    said += 1;
    const who = by === null ? null : personId(by);
    const verdict = decide(room, { type, data } as AnyCommand, { by: who, at: now, commandId: id(as ?? `${name}${said}`) });
    if (!verdict.ok) throw new Error(`${type} by ${by ?? 'the server'} at ${new Date(now).toISOString()} was refused: ${verdict.error.code}`);
    for (const event of verdict.value) {
      const recorded = JSON.parse(JSON.stringify({ ...event, at: now, by: who, seq: log.length + 1 })) as Recorded;
      apply(room, recorded);
      log.push(recorded);
    }
  }

  const placeHere = () => ({ itemId: room.agenda.runningItem, topicId: room.agenda.runningTopic });

  /** Sentences follow one another through the turn, each as long as its words. */
  function writeDown(turn: number, speaker: string, { language, seconds, says: sentences = [], told = {} }: Speech): void {
    const whole = sentences.reduce((sum, sentence) => sum + clean(sentence).length, 0);
    let at = now + 1_500;
    const statements: Statement[] = [];
    for (const sentence of sentences) {
      const lastsMs = Math.round(((seconds - 3) * 1_000 * clean(sentence).length) / whole);
      const line: TranscriptLine = { lineId: `${name}-${lines.length + 1}`, turn, participantId: personId(speaker), language, fromAt: at, toAt: at + lastsMs, text: clean(sentence) };
      lines.push(line);
      at = line.toAt;
      const { lineId, ...rest } = line;
      if (MARK.test(sentence)) statements.push({ ...rest, lineIds: [lineId] });
      if (sentence.startsWith('**')) essentialHere().statements.push({ ...rest, lineIds: [lineId] });
    }
    const [first] = statements;
    const tellings = Object.fromEntries(Object.entries(told).map(([tongue, text]): [string, Telling[]] => [tongue, first ? [{ text, evidence: [first] }] : []]));
    if (first) essences.turns.push({ turn, statements, told: tellings });
  }

  function essentialHere(): Summary['topics'][number] {
    const { itemId, topicId } = placeHere();
    const known = essences.topics.find((topic) => topic.itemId === itemId && topic.topicId === topicId);
    if (itemId === null) throw new Error('nothing of the agenda is under way');
    const topic = known ?? { itemId, topicId, statements: [], told: {} };
    if (!known) essences.topics.push(topic);
    return topic;
  }

  return {
    log, lines, summary: essences, says,
    /** Goes on to this time of the day (UTC). */
    at(clock: string): void {
      now = Math.max(now, Date.parse(`${day}T${clock}Z`));
    },
    wait(seconds: number): void {
      now += seconds * 1_000;
    },
    now: (): number => now,
    enters(...names: string[]): void {
      for (const one of names) {
        const person = people.find((each) => each.id === one);
        if (!person) throw new Error(`nobody is called ${one}`);
        says(null, 'member.enter', { person: personOf(person), plate: plateOf(person), place: person.place ?? 'remote', message: null });
        now += 2_000;
      }
    },
    expected: (...names: string[]) => people.filter((one) => names.includes(one.id)).map((one) => ({ person: personOf(one), plate: plateOf(one), place: null })),
    /** The chair gives somebody the floor, who speaks so long and gives it back. */
    speaks(chair: string, speaker: string, speech: Speech): void {
      says(chair, 'floor.grantTo', { participantId: personId(speaker), afterTurn: room.floor.turns, ...(speech.lane ? { lane: speech.lane } : {}) });
      const turn = room.floor.turns;
      writeDown(turn, speaker, speech);
      now += speech.seconds * 1_000;
      says(chair, 'floor.end', { turn });
      says(null, 'floor.measure', { turn, speechMs: Math.round(speech.seconds * 930) });
      now += 4_000;
    },
    asks(by: string, text: string, question: { as: string; anonymous?: boolean; votes?: string[]; approvedBy: string }): void {
      says(by, 'question.ask', { text, anonymous: question.anonymous ?? false }, question.as);
      now += 8_000;
      says(question.approvedBy, 'question.approve', { questionId: id(question.as) });
      for (const voter of question.votes ?? []) {
        now += 3_000;
        says(voter, 'question.upvote', { questionId: id(question.as) });
      }
    },
    plate: (wanted: string) => {
      const person = people.find((one) => one.id === wanted);
      return { participantId: personId(wanted), name: person?.name ?? null, organisation: person?.organisation?.name ?? null };
    },
    /** The picture of somebody's latest turn. */
    portrait(speaker: string): Picture {
      const turn = room.floor.past.findLast(({ participantId }) => participantId === personId(speaker));
      if (!turn) throw new Error(`${speaker} has not spoken`);
      const { itemId, topicId } = turn;
      return { pictureId: `${name}-turn-${turn.turn}`, at: turn.startedAt + 20_000, kind: 'speaker', itemId, topicId, turn: turn.turn, shows: [personId(speaker)], width: 1_280, height: 720 };
    },
    group: (...shows: string[]): Picture => ({ pictureId: `${name}-group`, at: now, kind: 'group', ...placeHere(), turn: null, shows: shows.map(personId), width: 1_280, height: 720 }),
  };
}

/** Items of an agenda one after the other; minutes. */
export function agendaFrom(startAt: number, items: readonly { id: string; kind: PlannedItem['kind']; title: LocalText; minutes: number; speakers?: string[]; topics?: { id: string; title: LocalText; minutes: number }[] }[]): PlannedItem[] {
  let at = startAt;
  return items.map(({ id: name, kind, title, minutes, speakers = [], topics = [] }) => {
    const item = {
      itemId: name as ItemId, kind, title, plannedStartAt: at, plannedMs: minutes * 60_000, speakers: speakers.map(personId),
      topics: topics.map((topic) => ({ topicId: topic.id as TopicId, title: topic.title, plannedMs: topic.minutes * 60_000 })),
    };
    at += minutes * 60_000;
    return item;
  });
}
