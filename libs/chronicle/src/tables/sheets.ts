import type { LocalText } from '@yaji/contracts';
import type { VoteRecord } from '../ballot.ts';
import { catalogueOf, type MinutesLanguage } from '../written/words/catalogue.ts';
import type { Minutes } from '../minutes.ts';
import { type Plate, textIn } from '../plate.ts';
import type { PollRecord } from '../poll.ts';
import type { QuestionRecord } from '../question.ts';
import { figure, instant, length, type Sheet, words } from './sheet.ts';
import { tableWords } from './words.ts';

/** [CH40] What the log tells as tables, in one language: attendance, agenda, turns, questions, polls, votes. Of a secret vote the figures alone. */
export function sheetsOf(minutes: Minutes, language: MinutesLanguage): Sheet[] {
  const w = inLanguage(language);
  return [attendance(minutes, w), agenda(minutes, w), turns(minutes, w), questions(minutes, w), polls(minutes, w), votes(minutes, w)];
}

type Words = ReturnType<typeof inLanguage>;

function inLanguage(language: MinutesLanguage) {
  const say = catalogueOf(language);
  const text = (texts: LocalText | null): string | null => textIn(texts, language);
  return { say, own: tableWords[language], text, name: (plate: Plate | null): string | null => plate && (plate.name === null ? say.removed : text(plate.name)) };
}

function attendance({ attendance: { people } }: Minutes, { say, text, name }: Words): Sheet {
  return {
    name: 'attendance', title: say.attendance,
    columns: [figure(say.number), words(say.name), words(say.organisation), words(say.role), words(say.place), instant(say.joined), length(say.present)],
    rows: people.map((one, n) => [n + 1, name(one), text(one.organisation), say.roles[one.role], say.places[one.place], one.firstJoinedAt, one.presentMs]),
  };
}

function agenda({ agenda: items }: Minutes, { say, own, text, name }: Words): Sheet {
  return {
    name: 'agenda', title: say.agenda,
    columns: [words(say.number), words(say.item), words(say.speakers), instant(say.planned), length(own.planned), instant(say.started), instant(say.ended), length(say.took), words(say.state)],
    rows: items.flatMap((item, n) => [
      [`${n + 1}`, text(item.title), item.speakers.map(name).join(say.list), item.plannedStartAt, item.plannedMs, item.startedAt, item.endedAt, item.tookMs, say.progress[item.progress]],
      ...item.topics.map((topic, place) => [`${n + 1}.${place + 1}`, text(topic.title), '', null, topic.plannedMs, topic.startedAt, topic.endedAt, topic.tookMs, say.progress[topic.progress]]),
    ]),
  };
}

function turns({ turns: all, agenda: items }: Minutes, { say, own, text, name }: Words): Sheet {
  const subjects = new Map<string, LocalText>(items.flatMap((item): [string, LocalText][] => [
    [`${item.itemId}/`, item.title], ...item.topics.map((topic): [string, LocalText] => [`${item.itemId}/${topic.topicId}`, topic.title]),
  ]));
  return {
    name: 'turns', title: own.turns,
    columns: [figure(say.number), words(say.speaker), words(say.organisation), words(own.lane), words(own.subject), instant(say.started), instant(say.ended), length(say.measured), length(say.speech), words(say.ending)],
    rows: all.map((turn) => [
      turn.turn, name(turn.speaker), text(turn.speaker.organisation), turn.lane === 'normal' ? own.normal : say.lanes[turn.lane],
      text(subjects.get(`${turn.itemId ?? ''}/${turn.topicId ?? ''}`) ?? null), turn.startedAt, turn.endedAt, turn.tookMs, turn.speechMs, turn.reason === null ? say.underWay : say.endings[turn.reason],
    ]),
  };
}

function questions({ questions: all }: Minutes, w: Words): Sheet {
  const { say, own, text, name } = w;
  return {
    name: 'questions', title: say.questions,
    columns: [figure(say.number), words(own.question), words(own.askedBy), words(say.organisation), instant(own.asked), figure(say.had), words(own.status), instant(own.answered), words(own.answeredBy), words(own.answer)],
    rows: all.map((one, n) => [
      n + 1, one.text ?? say.removed, one.askedBy === null ? say.anonymous : name(one.askedBy), text(one.askedBy?.organisation ?? null), one.askedAt, one.votes, say.statuses[one.status],
      one.answer?.at ?? null, name(one.answer?.by ?? null), answerOf(one, w),
    ]),
  };
}

function answerOf({ answer }: QuestionRecord, { say, own }: Words): string | null {
  if (answer === null) return null;
  return answer.how === 'live' ? own.aloud : (answer.text ?? say.removed);
}

/** A line for each choice; of a poll whose result the room was not shown, one line without figures. */
function polls({ polls: all }: Minutes, { say, own, text }: Words): Sheet {
  const lines = (poll: PollRecord): [string | null, number | null][] =>
    (poll.lines === null ? [[say.notPublished, null]] : poll.lines.map(({ title, words: written, count }) => [title === null ? written : text(title), count]));
  return {
    name: 'polls', title: say.polls,
    columns: [figure(say.number), words(own.poll), words(own.kind), instant(own.opened), figure(own.answers), words(say.choice), figure(say.count)],
    rows: all.flatMap((poll, n) => lines(poll).map(([choice, count]) => [n + 1, text(poll.title), say.pollKinds[poll.kind], poll.openedAt, poll.answers, choice, count])),
  };
}

/** A line for each vote on a motion; nobody's choice stands in it. */
function votes({ motions }: Minutes, { say, own, text }: Words): Sheet {
  return {
    name: 'votes', title: own.votes,
    columns: [
      figure(say.number), words(own.motion), instant(own.opened), instant(own.closed), words(own.secrecy), words(own.majority), figure(say.entitled), figure(own.presentOpening), figure(own.presentClosing),
      figure(say.cast), figure(say.yes), figure(say.no), figure(say.abstaining), figure(say.needed), words(own.result), words(own.tie),
    ],
    rows: motions.flatMap((motion, n) => motion.steps.flatMap((step) => (step.kind === 'vote' ? [[n + 1, motion.title === null ? say.removed : text(motion.title), ...voteCells(step, { say, text })]] : []))),
  };
}

function voteCells(vote: VoteRecord, { say, text }: Pick<Words, 'say' | 'text'>): (string | number | null)[] {
  const { openedAt, closedAt, entitled, present, cast, result, sentence, tie } = vote;
  const counted = result === null || result.outcome === 'void' ? [null, null, null, null] : [result.yes, result.no, result.abstain, result.needed];
  return [
    openedAt, closedAt, say.secrecies[vote.secrecy], say.majorities[vote.majority], entitled?.weight ?? null, present.opening.weight, present.closing?.weight ?? null, cast?.weight ?? null,
    ...counted, text(sentence), text(tie?.sentence ?? null),
  ];
}
