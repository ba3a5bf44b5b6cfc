import type { Part } from '../document/blocks.ts';
import type { AwardRecord } from '../award.ts';
import type { PollRecord } from '../poll.ts';
import type { QuestionRecord } from '../question.ts';
import type { Desk, PersonWords } from './desk.ts';
import type { Chapter, Report, Resolution, Said, Shown } from './report.ts';

/** A paragraph and whether a reviewer may put it otherwise: somebody's own words, nobody may. */
export type Told = { parts: Part[]; own: boolean };

/**
 * How the news is written in one language, each in its own way; what the report does not bear, none of them says. `said`: `place` counts the
 * quoted of a chapter from 0. `spoke`: those of whom no word is told, `others` if others were quoted before them.
 */
export type Newsroom = {
  person: PersonWords;
  headline: (report: Report, desk: Desk) => string;
  lead: (report: Report, desk: Desk) => Part[][];
  said: (said: Said, place: number, desk: Desk) => Told | null;
  spoke: (some: readonly Said[], chapter: Chapter, desk: Desk) => Part[];
  poll: (poll: PollRecord, desk: Desk) => Part[];
  motion: (resolution: Resolution, desk: Desk) => Part[];
  award: (award: AwardRecord, desk: Desk) => Part[];
  question: (question: QuestionRecord & { text: string }, desk: Desk) => Part[];
  marked: (text: string, at: number) => Part[];
  action: (action: Report['actions'][number], desk: Desk) => Part[];
  next: (next: NonNullable<Report['occasion']['next']>, desk: Desk) => Part[];
  caption: (shown: Shown, title: string | null, desk: Desk) => string;
  source: (upTo: number) => string;
  headings: { outside: string; awards: string; next: string; agreed: string };
};
