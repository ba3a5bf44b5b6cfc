import { moment, type Part } from '../../document/blocks.ts';
import type { QuestionRecord } from '../../question.ts';
import { dayOf } from '../../written/moment.ts';
import type { Desk } from '../desk.ts';
import type { Newsroom } from '../newsroom.ts';
import { headline, lead } from './lead.ts';
import { caption, said, spoke } from './speech.ts';
import { award, motion, poll } from './votes.ts';

function question({ text, askedBy, askedAt, votes, answer }: QuestionRecord & { text: string }, desk: Desk): Part[] {
  const asker = askedBy && desk.person(askedBy);
  const support = votes === 0 ? '' : `（获${votes}票支持）`;
  return [asker === null ? `有与会者匿名提问${support}：` : `${asker}提问${support}：`, moment(`“${text}”`, askedAt), ...(answer === null ? [] : answerParts(answer, desk))];
}

function answerParts({ how, text, by, during, at }: NonNullable<QuestionRecord['answer']>, desk: Desk): Part[] {
  const author = by && desk.person(by);
  const speaker = during && desk.person(during);
  if (how === 'live') return [moment(speaker === null ? '该问题已在会上口头解答。' : `该问题在${speaker}发言时得到口头解答。`, at)];
  return text === null ? [] : [author === null ? '书面答复是：' : `${author}书面答复：`, moment(`“${text}”`, at)];
}

/** As a Chinese newsroom writes: organisation before name, figures as figures, the verb after who. */
export const newsZhCN: Newsroom = {
  person: (name, organisation) => (organisation === null ? name : `${name}（${organisation}）`),
  headline, lead, said, spoke, poll, motion, award, question, caption,
  marked: (text, at) => [moment(text, at)],
  action: ({ what, who, organisation, others, by, at }, desk) => {
    const names = [...who.flatMap((plate) => desk.person(plate) ?? []), ...[organisation ?? null].flatMap((house) => desk.text(house) ?? []), ...(others ? [others] : [])];
    return [names.length === 0 ? '' : `${names.join('、')}：`, moment(what, at), by === null ? '' : `（${dayOf(by, 'zh-CN')}前完成）`];
  },
  next: ({ title, at }, desk) => [`下一场活动“${desk.text(title) ?? ''}”定于${desk.day(at)}举行。`],
  source: (upTo) => `（本文依据会议室日志第1至${upTo}条整理）`,
  headings: { outside: '其他事项', awards: '奖项', next: '下一步', agreed: '会议议定' },
};
