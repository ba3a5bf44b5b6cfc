import type { ItemRecord, TopicRecord } from '../agenda.ts';
import { fact, heading, list, moment, narrative, type Part, quote, strong } from '../document/blocks.ts';
import type { Block } from '../document/document.ts';
import type { ActionRecord, MarkedDecision } from '../action/action.ts';
import type { TurnRecord } from '../floor.ts';
import type { Material } from '../material.ts';
import { endedAtOf, type MotionRecord } from '../motion.ts';
import type { PollRecord } from '../poll.ts';
import { type Placed, placeAt, placeOfMotion, placeOfQuestion, placeOfTurn } from '../placement.ts';
import type { Essence, Statement } from '../summary/summary.ts';
import { responsible } from './decisions.ts';
import { dayOf, lengthOf } from './moment.ts';
import { pollBlocks } from './polls.ts';
import { type Numbered, questionBlocks } from './questions.ts';
import { nameAndOrganisation, titleOf, type Writing } from './writing.ts';

/** What happened in one place of the agenda. */
type Happened = { turns: TurnRecord[]; questions: Numbered[]; polls: PollRecord[]; motions: MotionRecord[]; agreed: MarkedDecision[]; actions: ActionRecord[]; essence: Essence | null };

/** Item by item, topic by topic, as far as there is something to tell; what happened outside the agenda comes last. */
export function proceedings(material: Material, w: Writing): Block[] {
  const { agenda } = material.minutes;
  const items = agenda.flatMap((item, index) => {
    const blocks = itemBlocks(material, item, w);
    return blocks.length === 0 ? [] : [heading(1, `${index + 1}. ${w.text(item.title)}`), ...blocks];
  });
  return [...items, ...outside(material, w)];
}

function itemBlocks(material: Material, item: ItemRecord, w: Writing): Block[] {
  const topics = item.topics.flatMap((topic) => {
    const blocks = happenedBlocks(happenedIn(material, { itemId: item.itemId, topicId: topic.topicId }), { key: `topic:${topic.topicId}`, material, w });
    const all = [...courseOf(topic, w), ...blocks];
    return all.length === 0 ? [] : [heading(2, w.text(topic.title)), ...all];
  });
  return [...courseOf(item, w), ...happenedBlocks(happenedIn(material, { itemId: item.itemId, topicId: null }), { key: `item:${item.itemId}`, material, w }), ...topics];
}

/** What never began stands in the table of the agenda alone. */
function courseOf({ startedAt, endedAt, tookMs, plannedMs }: ItemRecord | TopicRecord, { say, clock }: Writing): Block[] {
  if (startedAt === null || tookMs === null) return [];
  return [fact(say.course({ from: clock(startedAt), to: endedAt === null ? say.stillOpen : clock(endedAt), took: lengthOf(tookMs), planned: lengthOf(plannedMs) }))];
}

function outside(material: Material, w: Writing): Block[] {
  const { agenda, questions } = material.minutes;
  const { say } = w;
  const happened = happenedIn(material, { itemId: null, topicId: null });
  const blocks = happenedBlocks(happened, { key: 'outside', material, w });
  const some = blocks.length === 0 ? [] : [heading(1, agenda.length === 0 ? say.proceedings : say.outsideItems), ...blocks];
  return questions.length === 0 ? [...some, heading(1, say.questions), fact(say.noQuestions)] : some;
}

const isAt = (here: Placed, there: Placed): boolean => here.itemId === there.itemId && here.topicId === there.topicId;

function happenedIn({ minutes, summary, marked, actions }: Material, place: Placed): Happened {
  const { agenda, turns, questions, polls, motions } = minutes;
  const known = (found: Placed): boolean => isAt(place, agenda.some(({ itemId }) => itemId === found.itemId) ? found : { itemId: null, topicId: null });
  return {
    turns: turns.filter((turn) => known(placeOfTurn(turn))),
    questions: questions.map((question, index) => ({ number: index + 1, question }))
      .filter(({ question }) => known(placeOfQuestion(agenda, question))),
    polls: polls.filter(({ openedAt }) => known(placeAt(agenda, openedAt))),
    motions: motions.filter((motion) => known(placeOfMotion(minutes, motion))),
    agreed: marked.filter(({ at }) => known(placeAt(agenda, at))),
    actions: actions.filter(({ at }) => known(placeAt(agenda, at))),
    essence: summary?.topics.find((topic) => isAt(topic, place)) ?? null,
  };
}

type Around = { key: string; material: Material; w: Writing };

function happenedBlocks({ turns, questions, polls, motions, agreed, actions, essence }: Happened, { key, material, w }: Around): Block[] {
  return [
    ...turnBlocks(turns, key, w), ...(essence === null ? [] : essenceBlocks(essence, { key, material, w })),
    ...(questions.length === 0 ? [] : [fact(strong(w.say.questions)), ...questionBlocks(questions, w)]),
    ...polls.flatMap((poll) => pollBlocks(poll, w)), ...motions.map((motion) => motionLine(motion, w)),
    ...agreed.map(({ text, at }) => fact(`${w.say.decided}${w.say.colon}`, { ...moment(text === null ? w.say.removed : w.words(text), at), strong: true })),
    ...actions.map((action) => fact(`${w.say.action}${w.say.colon}`, { ...moment(action.what === null ? w.say.removed : w.words(action.what), action.at), strong: true }, ...doneBy(action, w))),
  ];
}

/** Who is to do it, and until when. */
function doneBy({ by, ...named }: ActionRecord, w: Writing): Part[] {
  const names = responsible(named, w).join(w.say.list);
  const about = [...(names === '' ? [] : [names]), ...(by === null ? [] : [w.say.until(dayOf(by, w.language))])].join(w.say.comma);
  return about === '' ? [] : [` – ${about}`];
}

/** Who spoke, and when each began and how long. */
function turnBlocks(turns: readonly TurnRecord[], key: string, w: Writing): Block[] {
  const { say, when } = w;
  if (turns.length === 0) return [];
  const people = [...new Map(turns.map(({ speaker }) => [speaker.participantId, speaker])).values()];
  const lines = turns.map(({ speaker, lane, startedAt, tookMs }): Part[] => {
    const name = nameAndOrganisation(speaker, w);
    return [when(startedAt), say.turnLine(lane === 'normal' ? name : say.lane(name, say.lanes[lane]), lengthOf(tookMs))];
  });
  return [narrative(`${key}:speakers`, say.tookTheFloor(w.all(people.map((person) => w.name(person))), turns.length, people.length)), ...list(lines)];
}

/** In the words of whoever put it shortly, where there are some in this language; else in those that were said. */
function essenceBlocks({ told, statements }: Essence, { key, material, w }: Around): Block[] {
  const tellings = told[w.language] ?? [];
  if (tellings.length === 0) return statements.map((statement) => saidBlock(statement, material, w));
  const parts = tellings.map(({ text, evidence }, index) => moment(`${index === 0 ? '' : w.say.between}${w.words(text)}`, evidence[0]?.fromAt ?? null));
  return [narrative(`${key}:essence`, ...parts)];
}

function saidBlock({ participantId, fromAt, text }: Statement, { minutes }: Material, w: Writing): Block {
  const speaker = minutes.attendance.people.find((person) => person.participantId === participantId);
  const by = speaker ? nameAndOrganisation(speaker, w) : w.say.someone;
  return quote(w.say.said(by, w.clock(fromAt)), moment(w.words(text), fromAt));
}

/** The sentence that the log has for it; the whole of it stands among the motions. */
function motionLine(motion: MotionRecord, w: Writing): Block {
  const { title, resolved, steps, withdrawnAt } = motion;
  const { say, text, clock } = w;
  const sentence = resolved?.sentence ?? steps.at(-1)?.sentence ?? null;
  const state = withdrawnAt === null ? say.undecided : say.withdrawn(clock(withdrawnAt));
  return fact(say.motionResult(titleOf(title, w)), { ...moment(sentence === null ? state : text(sentence), endedAtOf(motion)), strong: true });
}
