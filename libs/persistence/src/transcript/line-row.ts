import type { SpokenWord, TranscriptLine } from '@yaji/contracts';

export type LineRow = Omit<TranscriptLine, 'words'> & { words: SpokenWord[] | null };

const ms = (instant: string): string => `round(extract(epoch from ${instant}) * 1000)::float8`;

/** What a line is read from. */
export const lineColumns = `line_id as "lineId", turn, participant_id as "participantId", language, ${ms('from_at')} as "fromAt", ${ms('to_at')} as "toAt", text, source, words`;

export const lineOf = ({ words, ...line }: LineRow): TranscriptLine => (words ? { ...line, words } : line);
