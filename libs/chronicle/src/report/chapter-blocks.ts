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
  const { title, questions, polls, motions } = chapter;
  const key = keyOf(chapter);
  const { words, quotes } = wordsOf(chapter, key, around);
  const rest = [
    ...mostWanted(questions).map((question) => fact(...news.question(question, desk))),
    ...polls.map((poll) => fact(...news.poll(poll, desk))), ...motions.map((motion) => fact(...news.motion(motion, desk))),
  ];
  const essence = essenceOf(chapter, key, desk);
  if (isIdle(chapter) && essence.length + rest.length + quotes === 0) return [];
  return [
    heading(1, desk.text(title) ?? news.headings.outside), ...essence, ...words, ...rest,
  ];
}

const keyOf = ({ topicId, itemId }: Chapter): string => (topicId === null ? `item:${itemId ?? 'none'}` : `topic:${topicId}`);

/** That somebody spoke at a closing or a break is no news by itself. */
const isIdle = ({ kind, topicId }: Chapter): boolean => topicId === null && (kind === 'other' || kind === 'break');

function essenceOf({ told }: Chapter, key: string, desk: Desk): Block[] {
  const parts = (told[desk.language] ?? []).map(({ text, evidence }, index) => moment(`${index > 0 && desk.language === 'en' ? ' ' : ''}${oneLine(text)}`, evidence[0]?.fromAt ?? null));
  return parts.length === 0 ? [] : [narrative(`${key}:essence`, ...parts)];
}

/** Each picture stands below the words of whom it shows; one of somebody without words below the first that there are. `quotes`: how many there are. */
function wordsOf(chapter: Chapter, key: string, around: Around): { words: Block[]; quotes: number } {
  const { news, desk } = around;
  const heard = chapter.said.map((one, index) => ({ one, told: news.said(one, index, desk) }));
  const quoted = heard.flatMap(({ one, told }) => (told === null ? [] : [{ one, block: told.own ? fact(...told.parts) : narrative(`${key}:${one.speaker.participantId}`, ...told.parts) }]));
  const silent = heard.flatMap(({ one, told }) => (told === null ? [one] : []));
  const spoke = silent.length === 0 ? [] : [narrative(`${key}:speakers`, ...news.spoke(silent, chapter, desk))];
  const beside = quoted.map(({ one }) => chapter.pictures.filter(({ people }) => people.some(({ participantId }) => participantId === one.speaker.participantId)));
  const loose = chapter.pictures.filter((shown) => !beside.flat().includes(shown));
  const show = (some: readonly Shown[]): Block[] => some.flatMap((shown) => pictured(shown, desk.text(chapter.title), around));
  const blocks = [...quoted.map(({ block }) => block), ...spoke];
  const words = blocks.length === 0 ? show(loose) : blocks.flatMap((block, index) => [block, ...show([...beside[index] ?? [], ...(index === 0 ? loose : [])])]);
  return { words, quotes: quoted.length };
}

export const pictured = (shown: Shown | null, title: string | null, { news, desk }: Around): Block[] =>
  (shown === null ? [] : [figure({ pictureId: shown.picture.pictureId, caption: news.caption(shown, title, desk) })]);
