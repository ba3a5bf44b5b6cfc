import type { ItemId, ItemKind, Language, LocalText, MotionId, TopicId } from '@yaji/contracts';
import type { ActionRecord, MarkedDecision } from '../action/action.ts';
import type { AwardRecord } from '../award.ts';
import type { Plate } from '../plate.ts';
import type { PollRecord } from '../poll.ts';
import type { QuestionRecord } from '../question.ts';
import type { Statement, Telling } from '../summary/summary.ts';
import type { Occasion } from '../material.ts';
import type { Picture } from './picture.ts';

/**
 * Somebody who had the floor, and what of it is told. `country`: ISO 3166-1. `startedAt`: of the first turn. `statement` null: nothing was written down, or nothing of it may
 * be quoted. `told`: the same in other words per language.
 */
export type Said = { speaker: Plate; country: string | null; startedAt: number; statement: Statement | null; told: Partial<Record<string, Telling>> };

/** What became of a motion. Figures are weights; `quorum`: how many had to be there, and were. */
export type Outcome =
  | { how: 'vote'; carried: boolean; unanimous: boolean; yes: number; no: number; abstain: number; base: number; quorum: { needed: number; of: 'members' | 'weight' } | null }
  | { how: 'chair'; carried: boolean; yes: number; no: number } | { how: 'no-objection' } | { how: 'void'; because: 'quorum' | 'cancelled' | null }
  | { how: 'withdrawn' } | { how: 'undecided' };
export type Resolution = { motionId: MotionId; title: LocalText | null; text: LocalText | null; movedBy: Plate | null; secondedBy: Plate | null; outcome: Outcome; at: number | null };

/** Somebody in a picture, by the picture. `speaks`: nobody else is in it, and they have the floor. */
export type Shown = { picture: Picture; people: Plate[]; speaks: boolean };

/** A part of the agenda in which something was said or decided. `topicId` null: of the item as a whole. `told`: the whole of it in other words. */
export type Chapter = {
  itemId: ItemId | null; topicId: TopicId | null; kind: ItemKind; title: LocalText | null; said: Said[]; told: Partial<Record<string, Telling[]>>;
  questions: QuestionRecord[]; polls: PollRecord[]; motions: Resolution[]; pictures: Shown[];
};

/**
 * The account of a room, before it is told in a language: facts alone, each from the log, the summary or a picture. Times in UTC milliseconds.
 * `beganAt`: with the first item of the agenda, else with the opening of the room; null: never. `belonging`: how many of those present belong to an organisation; `countries`: of those, or of all where nobody does; ISO 3166-1, those with
 * most people first. `speakers`: who had the floor; `turns`: how often in all. `upTo`: the last entry of the log.
 */
export type Report = {
  title: LocalText; occasion: Occasion; timeZone: string; languages: Language[]; upTo: number; beganAt: number | null; closedAt: number | null;
  people: { present: number; hall: number; remote: number; belonging: number }; organisations: number; countries: string[];
  chairs: Plate[]; speakers: number; turns: number; chapters: Chapter[]; questions: QuestionRecord[]; awards: AwardRecord[];
  marked: MarkedDecision[]; actions: (ActionRecord & { what: string })[]; group: Shown | null;
};

/** Whose words may stand in the report: everybody's, or only statements that their speakers have approved (by `statementKey`). */
export type Quotes = { quotes: 'all' } | { quotes: 'approved'; approved: ReadonlySet<string> };

/** By which a statement is known when its speaker approves it; other words are another statement. */
export const statementKey = ({ lineIds, text }: Statement): string => `${lineIds.join('+')}:${text}`;
