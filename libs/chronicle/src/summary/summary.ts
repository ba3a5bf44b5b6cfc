import type { ItemId, Language, ParticipantId, TopicId } from '@yaji/contracts';

/**
 * A sentence as it was said: `text` stands letter by letter in the transcript's lines `lineIds`. UTC milliseconds. `turn` and `participantId`
 * null: nobody had the floor.
 */
export type Statement = {
  lineIds: string[]; turn: number | null; participantId: ParticipantId | null; language: Language; fromAt: number; toAt: number; text: string;
};

/** A sentence in other words than those that were said; it holds by `evidence`, which is never empty. */
export type Telling = { text: string; evidence: Statement[] };

/**
 * What was essential, in the order of saying. `told`: the same in other words per language (`en`, `zh-CN`), only where a service wrote it.
 * A topic's `topicId` null: the item has no topics.
 */
export type Essence = { statements: Statement[]; told: Partial<Record<string, Telling[]>> };
export type SummaryNote = { what: 'away' | 'slow' | 'refused' | 'wrong' | 'late' | 'unsupported'; count: number };
/** As it is kept: `notes` tell people why there is less in other words than there could be (`count` sentences were left out as unsupported). */
export type StoredSummary = { summary: Summary; notes: SummaryNote[] };
export type Summary = {
  turns: ({ turn: number } & Essence)[];
  topics: ({ itemId: ItemId; topicId: TopicId | null } & Essence)[];
  room: Essence;
};
