import { fact, list, moment, type Part, strong } from '../document/blocks.ts';
import type { Block } from '../document/document.ts';
import type { QuestionRecord } from '../question.ts';
import { nameAndOrganisation, type Writing } from './writing.ts';

/** `number`: counted through all questions of the room. */
export type Numbered = { number: number; question: QuestionRecord };

/** Questions with their answers. */
export const questionBlocks = (questions: readonly Numbered[], w: Writing): Block[] => questions.flatMap((one) => questionEntry(one, w));

function questionEntry({ number, question: { text, askedBy, askedAt, votes, status, answer } }: Numbered, w: Writing): Block[] {
  const { say, clock } = w;
  const who = askedBy === null ? say.anonymous : say.askedBy(nameAndOrganisation(askedBy, w));
  const rest = [say.votes(votes), ...(answer === null ? [say.statuses[status]] : [])].join(say.comma);
  return [
    fact(strong(`${number}. ${written(text, w)}`), ` ${who}${say.comma}`, moment(clock(askedAt), askedAt), `${say.comma}${rest}`),
    ...(answer === null ? [] : list([answerLine(answer, w)])),
  ];
}

function answerLine({ how, text, at, by, during }: NonNullable<QuestionRecord['answer']>, w: Writing): Part[] {
  const { say, name, when } = w;
  if (how === 'live') return [`${say.answeredLive(by === null ? null : name(by))}${say.comma}`, ...(during === null ? [] : [`${say.during(name(during))}${say.comma}`]), when(at)];
  const author = by === null ? say.answer : say.answeredBy(name(by));
  return [`${author}${say.comma}`, when(at), `${say.colon}${written(text, w)}`];
}

const written = (text: string | null, { say, words }: Writing): string => (text === null ? say.removed : words(text));

