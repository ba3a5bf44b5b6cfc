import type { QuestionRecord } from '../question.ts';

/** So many questions are told one by one. */
const TOLD = 3;

/** The questions with most behind them that can still be read; of equals the answered, then the earlier. */
export const mostWanted = (all: readonly QuestionRecord[]): (QuestionRecord & { text: string })[] =>
  all.flatMap((question) => (question.text === null ? [] : [{ ...question, text: question.text }]))
    .sort((one, other) => other.votes - one.votes || Number(other.status === 'answered') - Number(one.status === 'answered') || one.askedAt - other.askedAt).slice(0, TOLD);
