import { moment, type Part } from '../../document/blocks.ts';
import type { QuestionRecord } from '../../question.ts';
import { dayOf } from '../../written/moment.ts';
import type { Desk } from '../desk.ts';
import type { Newsroom } from '../newsroom.ts';
import { headline, lead } from './lead.ts';
import { many } from './numbers.ts';
import { caption, said, spoke } from './speech.ts';
import { award, motion, poll } from './votes.ts';

function question({ text, askedBy, askedAt, votes, answer }: QuestionRecord & { text: string }, desk: Desk): Part[] {
  const asker = askedBy && desk.person(askedBy);
  const support = votes === 0 ? '' : `, backed by ${many(votes, 'vote')},`;
  const begun = asker === null ? `An anonymous question${support} read: ` : `${asker}${support} asked: `;
  return [begun, moment(`“${text}”`, askedAt), ...(answer === null ? [] : answerParts(answer, desk))];
}

function answerParts({ how, text, by, during, at }: NonNullable<QuestionRecord['answer']>, desk: Desk): Part[] {
  const author = by && desk.person(by);
  const speaker = during && desk.person(during);
  if (how === 'live') return [moment(` It was answered aloud${speaker === null ? '' : ` while ${speaker} had the floor`}.`, at)];
  return text === null ? [] : [` ${author === null ? 'The answer' : `${author} answered`} in writing: `, moment(`“${text}”`, at)];
}

/** Short sentences, who did what first, no adjectives. */
export const newsEn: Newsroom = {
  person: (name, organisation) => (organisation === null ? name : `${name} of ${organisation}`),
  headline, lead, said, spoke, poll, motion, award, question, caption,
  marked: (text, at) => [moment(text, at)],
  action: ({ what, who, organisation, others, by, at }, desk) => {
    const names = [...who.flatMap((plate) => desk.person(plate) ?? []), ...[organisation ?? null].flatMap((house) => desk.text(house) ?? []), ...(others ? [others] : [])];
    return [...desk.all(names), names.length === 0 ? '' : ': ', moment(what, at), by === null ? '' : `, by ${dayOf(by, 'en')}`];
  },
  next: ({ title, at }, desk) => [`The next event, “${desk.text(title) ?? ''}”, is set for ${desk.day(at)}.`],
  source: (upTo) => `This report rests on the room’s log up to entry ${upTo}.`,
  headings: { outside: 'Also at the meeting', awards: 'Awards', next: 'What comes next', agreed: 'Agreed' },
};
