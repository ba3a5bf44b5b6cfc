import type { Chapter, Report, Said } from './report.ts';

/** Who talked about what: the chapters of topics, and everybody in them once. */
export type Discussion = { topics: Chapter[]; said: Said[]; countries: number };

/** Where there are no topics, the whole of what was said. */
export function discussionIn({ chapters }: Report): Discussion {
  const topics = chapters.filter(({ topicId }) => topicId !== null);
  const said = [...new Map((topics.length === 0 ? chapters : topics).flatMap((chapter) => chapter.said).map((one) => [one.speaker.participantId, one])).values()];
  return { topics, said, countries: new Set(said.flatMap(({ country }) => country ?? [])).size };
}
