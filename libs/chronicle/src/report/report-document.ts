import { fact, heading, list, moment, narrative, type Part } from '../document/blocks.ts';
import type { Block, Document } from '../document/document.ts';
import type { MinutesLanguage } from '../written/words/catalogue.ts';
import { type Desk, deskFor } from './desk.ts';
import { newsEn } from './en/newsroom.ts';
import type { Newsroom, Told } from './newsroom.ts';
import type { Chapter, Report, Shown } from './report.ts';
import { newsZhCN } from './zh-CN/newsroom.ts';

const newsrooms: Readonly<Record<MinutesLanguage, Newsroom>> = { en: newsEn, 'zh-CN': newsZhCN };

/** The report as a newsroom of that language would write it. Editions share what they tell, not how. */
export function reportDocument(report: Report, language: MinutesLanguage): Document {
  const news = newsrooms[language];
  const around: Around = { report, news, desk: deskFor(language, report.timeZone, news.person) };
  const blocks = [
    ...news.lead(report, around.desk).filter((parts) => parts.length > 0).map((parts, index) => narrative(`lead:${index}`, ...parts)),
    ...figure(report.group, null, around),
    ...report.chapters.flatMap((chapter) => chapterBlocks(chapter, around)),
    ...awardBlocks(around), ...questionBlocks(around), ...agreedBlocks(around), ...nextBlocks(around), fact(news.source(report.upTo)),
  ];
  return { language, title: news.headline(report, around.desk), blocks };
}

type Around = { report: Report; news: Newsroom; desk: Desk };

const paragraph = ({ parts, own }: Told, key: string): Block => (own ? fact(...parts) : narrative(key, ...parts));

function chapterBlocks(chapter: Chapter, around: Around): Block[] {
  const { news, desk } = around;
  const { itemId, topicId, said, told, polls, motions, title, picture } = chapter;
  const key = topicId !== null ? `topic:${topicId}` : `item:${itemId ?? 'none'}`;
  const heard = said.map((one, index) => ({ one, paragraph: news.said(one, index, desk) }));
  const quoted = heard.flatMap(({ one, paragraph: words }) => (words === null ? [] : [paragraph(words, `${key}:${one.speaker.participantId}`)]));
  // A picture stands below the words of whom it shows.
  const after = 1 + Math.max(0, heard.filter(({ paragraph: words }) => words !== null).findIndex(({ one }) => picture?.people.some(({ participantId }) => participantId === one.speaker.participantId)));
  const silent = heard.flatMap(({ one, paragraph: words }) => (words === null ? [one] : []));
  const spoke = silent.length === 0 ? [] : news.spoke(silent, chapter, desk);
  const parts = (told[desk.language] ?? []).map(({ text, evidence }, index) => moment(`${index > 0 && desk.language === 'en' ? ' ' : ''}${text}`, evidence[0]?.fromAt ?? null));
  return [
    heading(1, desk.text(title) ?? news.headings.votes), ...(parts.length === 0 ? [] : [narrative(`${key}:essence`, ...parts)]), ...quoted.slice(0, after),
    ...figure(picture, desk.text(title), around), ...quoted.slice(after), ...(spoke.length === 0 ? [] : [narrative(`${key}:speakers`, ...spoke)]),
    ...polls.map((poll) => narrative(`poll:${poll.pollId}`, ...news.poll(poll, desk))), ...motions.map((motion) => narrative(`motion:${motion.motionId}`, ...news.motion(motion, desk))),
  ];
}

function figure(shown: Shown | null, title: string | null, { news, desk }: Around): Block[] {
  if (shown === null) return [];
  const caption = news.caption(shown, title, desk);
  return [{ kind: 'figure', pictureId: shown.picture.pictureId, alt: caption, caption }];
}

function awardBlocks({ report: { awards }, news, desk }: Around): Block[] {
  const told = awards.map((award) => ({ award, parts: news.award(award, desk) })).filter(({ parts }) => parts.length > 0);
  return told.length === 0 ? [] : [heading(1, news.headings.awards), ...told.map(({ award, parts }) => narrative(`award:${award.awardId}`, ...parts))];
}

function questionBlocks({ report: { questions }, news, desk }: Around): Block[] {
  return questions.length === 0 ? [] : [heading(1, news.headings.questions), ...news.questions(questions, desk).map((told, index) => paragraph(told, `questions:${index}`))];
}

function agreedBlocks({ report: { marked }, news }: Around): Block[] {
  const items = marked.flatMap(({ text, at }): Part[][] => (text === null ? [] : [news.marked(text, at)]));
  return items.length === 0 ? [] : [heading(1, news.headings.agreed), ...list(items)];
}

function nextBlocks({ report: { actions, occasion: { next } }, news, desk }: Around): Block[] {
  if (actions.length === 0 && next === null) return [];
  return [heading(1, news.headings.next), ...list(actions.map((action) => news.action(action, desk))), ...(next === null ? [] : [narrative('next', ...news.next(next, desk))])];
}
