export { changeDraft, draftOf, type StoredDraft } from './draft-store.ts';
export { type EditionDetail, editionOf, editionsOf, keepEdition, picturesInEditions, type StoredEdition } from './edition-store.ts';
export { answerQuote, type QuoteAnswer } from './quote-answers.ts';
