import { fact, figure, heading, moment, narrative, oneLine } from '../document/blocks.ts';
import type { Block } from '../document/document.ts';
import type { Desk } from './desk.ts';
import type { Newsroom } from './newsroom.ts';
import type { Chapter, Report, Shown } from './report.ts';
import { mostWanted } from './wanted.ts';

export type Around = { report: Report; news: Newsroom; desk: Desk };

/** What was said, asked and decided in one part of the agenda. */
export function chapterBlocks(chapter: Chapter, around: Around): Block[] {
  const { news, desk } = around;
  const { title, questions, polls, motions, picture } = chapter;
  const key = keyOf(chapter);
  const { words, after } = wordsOf(chapter, key, around);
  const rest = [
    ...mostWanted(questions).map((question) => fact(...news.question(question, desk))),
    ...polls.map((poll) => fact(...news.poll(poll, desk))), ...motions.map((motion) => fact(...news.motion(motion, desk))),
  ];
  const essence = essenceOf(chapter, key, desk);
  if (isIdle(chapter) && essence.length + rest.length + after === 0) return [];
  return [
    heading(1, desk.text(title) ?? news.headings.outside), ...essence, ...words.slice(0, Math.max(1, after)), ...pictured(picture, desk.text(title), around), ...words.slice(Math.max(1, after)), ...rest,
  ];
}

const keyOf = ({ topicId, itemId }: Chapter): string => (topicId === null ? `item:${itemId ?? 'none'}` : `topic:${topicId}`);

/** That somebody spoke at a closing or a break is no news by itself. */
const isIdle = ({ kind, topicId }: Chapter): boolean => topicId === null && (kind === 'other' || kind === 'break');

function essenceOf({ told }: Chapter, key: string, desk: Desk): Block[] {
  const parts = (told[desk.language] ?? []).map(({ text, evidence }, index) => moment(`${index > 0 && desk.language === 'en' ? ' ' : ''}${oneLine(text)}`, evidence[0]?.fromAt ?? null));
  return parts.length === 0 ? [] : [narrative(`${key}:essence`, ...parts)];
}

/** `after`: below so many paragraphs a picture stands, next to the words of whom it shows; 0: of nobody there are words. */
function wordsOf(chapter: Chapter, key: string, { news, desk }: Around): { words: Block[]; after: number } {
  const heard = chapter.said.map((one, index) => ({ one, told: news.said(one, index, desk) }));
  const quoted = heard.flatMap(({ one, told }) => (told === null ? [] : [{ one, block: told.own ? fact(...told.parts) : narrative(`${key}:${one.speaker.participantId}`, ...told.parts) }]));
  const silent = heard.flatMap(({ one, told }) => (told === null ? [one] : []));
  const spoke = silent.length === 0 ? [] : [narrative(`${key}:speakers`, ...news.spoke(silent, chapter, desk))];
  const shown = quoted.findIndex(({ one }) => chapter.picture?.people.some(({ participantId }) => participantId === one.speaker.participantId));
  return { words: [...quoted.map(({ block }) => block), ...spoke], after: quoted.length === 0 ? 0 : Math.max(0, shown) + 1 };
}

export const pictured = (shown: Shown | null, title: string | null, { news, desk }: Around): Block[] =>
  (shown === null ? [] : [figure({ pictureId: shown.picture.pictureId, caption: news.caption(shown, title, desk) })]);
