import { fact, heading, list, narrative, type Part } from '../document/blocks.ts';
import type { Block, Document } from '../document/document.ts';
import type { MinutesLanguage } from '../written/words/catalogue.ts';
import { type Around, chapterBlocks, pictured } from './chapter-blocks.ts';
import { deskFor } from './desk.ts';
import { newsEn } from './en/newsroom.ts';
import type { Newsroom } from './newsroom.ts';
import type { Report } from './report.ts';
import { newsZhCN } from './zh-CN/newsroom.ts';

const newsrooms: Readonly<Record<MinutesLanguage, Newsroom>> = { en: newsEn, 'zh-CN': newsZhCN };

/** The report as a newsroom of that language would write it. Editions share what they tell, not how. */
export function reportDocument(report: Report, language: MinutesLanguage): Document {
  const news = newsrooms[language];
  const around: Around = { report, news, desk: deskFor(language, report.timeZone, news.person) };
  const blocks = [
    ...news.lead(report, around.desk).filter((parts) => parts.length > 0).map((parts, index) => narrative(`lead:${index}`, ...parts)),
    ...pictured(report.group, null, around),
    ...report.chapters.flatMap((chapter) => chapterBlocks(chapter, around)),
    ...awardBlocks(around), ...agreedBlocks(around), ...nextBlocks(around), fact(news.source(report.upTo)),
  ];
  return { language, title: news.headline(report, around.desk), blocks };
}

function awardBlocks({ report: { awards }, news, desk }: Around): Block[] {
  const told = awards.map((award) => news.award(award, desk)).filter((parts) => parts.length > 0);
  return told.length === 0 ? [] : [heading(1, news.headings.awards), ...told.map((parts) => fact(...parts))];
}

function agreedBlocks({ report: { marked }, news }: Around): Block[] {
  const items = marked.flatMap(({ text, at }): Part[][] => (text === null ? [] : [news.marked(text, at)]));
  return items.length === 0 ? [] : [heading(1, news.headings.agreed), ...list(items)];
}

function nextBlocks({ report: { actions, occasion: { next } }, news, desk }: Around): Block[] {
  if (actions.length === 0 && next === null) return [];
  return [heading(1, news.headings.next), ...list(actions.map((action) => news.action(action, desk))), ...(next === null ? [] : [narrative('next', ...news.next(next, desk))])];
}
