import { moment, type Part } from '../../document/blocks.ts';
import type { QuestionRecord } from '../../question.ts';
import { dayOf } from '../../written/moment.ts';
import type { Desk } from '../desk.ts';
import type { Newsroom, Told } from '../newsroom.ts';
import { mostWanted } from '../wanted.ts';
import { headline, lead } from './lead.ts';
import { capital, count, many } from './numbers.ts';
import { caption, said, spoke } from './speech.ts';
import { award, motion, poll } from './votes.ts';

function questions(all: readonly QuestionRecord[], desk: Desk): Told[] {
  const answered = all.filter(({ status }) => status === 'answered').length;
  const later = all.filter(({ status }) => status === 'later').length;
  const first = `${capital(many(all.length, 'question'))} ${all.length === 1 ? 'was' : 'were'} put to the meeting`;
  const became = answered === all.length ? (all.length === 1 ? ' and answered' : ' and all were answered') : `; ${answered === 0 ? 'none was' : `${count(answered)} ${answered === 1 ? 'was' : 'were'}`} answered`;
  const rest = later === 0 ? '' : `, and ${many(later, 'answer')} will follow after the meeting`;
  return [{ parts: [`${first}${became}${rest}.`], own: false }, ...mostWanted(all).map((question) => ({ parts: questionParts(question, desk), own: true }))];
}

function questionParts({ text, askedBy, askedAt, votes, answer }: QuestionRecord & { text: string }, desk: Desk): Part[] {
  const asker = askedBy && desk.person(askedBy);
  const support = votes === 0 ? '' : `, backed by ${many(votes, 'vote')},`;
  const begun = asker === null ? `An anonymous question${support} read: ` : `${asker}${support} asked: `;
  return [capital(begun), moment(`“${text}”`, askedAt), ...(answer === null ? [] : answerParts(answer, desk))];
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
  headline, lead, said, spoke, poll, motion, award, questions, caption,
  marked: (text, at) => [moment(text, at)],
  action: ({ what, who, organisation, others, by, at }, desk) => {
    const names = [...who.flatMap((plate) => desk.person(plate) ?? []), ...[organisation ?? null].flatMap((house) => desk.text(house) ?? []), ...(others ? [others] : [])];
    return [...desk.all(names), names.length === 0 ? '' : ': ', moment(what, at), by === null ? '' : `, by ${dayOf(by, 'en')}`];
  },
  next: ({ title, at }, desk) => [`The next event, “${desk.text(title) ?? ''}”, is set for ${desk.day(at)}.`],
  source: (upTo) => `This report rests on the room’s log up to entry ${upTo}.`,
  headings: { questions: 'Questions', votes: 'Also at the meeting', awards: 'Awards', next: 'What comes next', agreed: 'Agreed' },
};
