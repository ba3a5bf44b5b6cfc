import type { TurnRecord } from '../floor.ts';
import type { Material } from '../material.ts';
import { type Placed, placeAt, placeOfMotion, placeOfQuestion } from '../placement.ts';
import type { Essence, Statement } from '../summary/summary.ts';
import { type Chapter, type Quotes, type Said, statementKey } from './report.ts';
import { resolutionOf } from './resolution.ts';
import { shownIn } from './shown.ts';

/** What of the agenda is told, in its order; what happened outside it comes last. */
export function chaptersIn(material: Material, quotes: Quotes): Chapter[] {
  const { agenda } = material.minutes;
  const places = agenda.flatMap((item): Chapter[] => [
    blank({ itemId: item.itemId, topicId: null, kind: item.kind, title: item.title }),
    ...item.topics.map((topic) => blank({ itemId: item.itemId, topicId: topic.topicId, kind: item.kind, title: topic.title })),
  ]);
  const all = [...places, blank({ itemId: null, topicId: null, kind: 'other', title: null })];
  return all.map((chapter) => filled(chapter, material, { quotes, places: all })).filter(isTold);
}

const blank = (place: Pick<Chapter, 'itemId' | 'topicId' | 'kind' | 'title'>): Chapter => ({ ...place, said: [], told: {}, questions: [], polls: [], motions: [], pictures: [] });
const isTold = ({ said, told, questions, polls, motions }: Chapter): boolean => said.length + questions.length + polls.length + motions.length + Object.keys(told).length > 0;

type Around = { quotes: Quotes; places: readonly Placed[] };

function filled(chapter: Chapter, material: Material, { quotes, places }: Around): Chapter {
  const { minutes, summary } = material;
  const here = (found: Placed): boolean => {
    const known = places.find(({ itemId, topicId }) => itemId === found.itemId && topicId === found.topicId) ?? places.find(({ itemId }) => itemId === found.itemId);
    return (known?.itemId ?? null) === chapter.itemId && (known?.topicId ?? null) === chapter.topicId;
  };
  const essence = summary?.topics.find(here);
  const turns = minutes.turns.filter(({ itemId, topicId, lane }) => lane !== 'point-of-order' && here({ itemId, topicId }));
  return {
    ...chapter,
    said: saidIn(turns, { material, essence, quotes }),
    told: essence?.told ?? {},
    questions: minutes.questions.filter((question) => here(placeOfQuestion(minutes.agenda, question))),
    polls: minutes.polls.filter(({ openedAt }) => here(placeAt(minutes.agenda, openedAt))),
    motions: minutes.motions.filter((motion) => motion.amends === null && here(placeOfMotion(minutes, motion))).map(resolutionOf),
    pictures: material.pictures.filter((picture) => picture.kind === 'speaker' && here(picture)).map((picture) => shownIn(material, picture)),
  };
}

type Sources = { material: Material; essence: Essence | undefined; quotes: Quotes };

/** Everybody once, in the order of speaking. What was essential to the topic is told rather than what was to the turn alone. */
function saidIn(turns: readonly TurnRecord[], { material: { minutes, summary }, essence, quotes }: Sources): Said[] {
  const people = [...new Set(turns.map(({ speaker }) => speaker.participantId))];
  return people.flatMap((participantId): Said[] => {
    const own = turns.filter(({ speaker }) => speaker.participantId === participantId);
    const [first] = own;
    if (!first) return [];
    const numbers = new Set<number | null>(own.map(({ turn }) => turn));
    const inTurns = summary?.turns.filter(({ turn }) => numbers.has(turn)) ?? [];
    const ofTopic = essence?.statements.filter((statement) => statement.participantId === participantId && numbers.has(statement.turn)) ?? [];
    const candidates = [...ofTopic, ...inTurns.flatMap(({ statements }) => statements)];
    const told = Object.fromEntries([...new Set(inTurns.flatMap((one) => Object.keys(one.told)))].flatMap((language) => {
      const [telling] = inTurns.flatMap((one) => one.told[language] ?? []);
      return telling ? [[language, telling]] : [];
    }));
    const country = minutes.attendance.people.find((person) => person.participantId === participantId)?.country ?? null;
    return [{ speaker: first.speaker, country, startedAt: first.startedAt, statement: candidates.find((one) => mayStand(one, quotes)) ?? null, told }];
  });
}

const mayStand = (statement: Statement, quotes: Quotes): boolean => quotes.quotes === 'all' || quotes.approved.has(statementKey(statement));
