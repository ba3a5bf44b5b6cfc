import type { Language, QuestionId } from '@yaji/contracts';
import { alikeAcross, noteWording, noWordings, type Wordings } from '@yaji/salon';
import { useMemo } from 'react';
import type { LiveStore } from '../../live/live-store.ts';
import { useLive, useSeat } from '../../live/seat.tsx';
import type { QuestionRow } from './question-panel.ts';

/** A question that is much like another text. `across`: the languages of the two where they are alike by translation alone. */
export type AlikeRow = { row: QuestionRow; across: readonly [Language, Language] | null };

/** The open questions of a room, each taken apart once for all who compare with them: a desk shows many rows. */
const kept = new WeakMap<LiveStore, Wordings<QuestionId>>();

function wordingsOf(store: LiveStore): Wordings<QuestionId> {
  const wordings = kept.get(store) ?? noWordings<QuestionId>();
  kept.set(store, wordings);
  return wordings;
}

/** The open questions that are much like a text, the likest first; `own`: the question whose text it is, which is not like itself. */
export function useAlike(open: readonly QuestionRow[], text: string, own: QuestionId | null = null): AlikeRow[] {
  const translations = useLive((state) => state.translations);
  const wordings = wordingsOf(useSeat().live.store);
  const written = open.map(({ text: one }) => one).join('\n');
  const alike = useMemo(() => {
    const still = new Set(open.map(({ questionId }) => questionId));
    for (const gone of wordings.written.known.keys()) if (!still.has(gone)) noteWording(wordings, gone, '', null);
    for (const { questionId, text: one } of open) noteWording(wordings, questionId, one ?? '', one === null ? null : translations[questionId] ?? null);
    return alikeAcross(wordings, text, (own && translations[own]) ?? null).filter(({ id }) => id !== own);
    // The rows are made anew at every event; only their words matter here.
  }, [wordings, written, text, own, translations]);
  return alike.flatMap(({ id, met }) => {
    const row = open.find(({ questionId }) => questionId === id);
    return row ? [{ row, across: met === null ? null : languagesOf(met, (own && translations[own]?.language) ?? null, translations[id]?.language ?? null) }] : [];
  });
}

/** Where a language is not known it is the one in which they met: the other was translated into it. */
const languagesOf = (met: Language, one: Language | null, other: Language | null): [Language, Language] => [one ?? met, other ?? met];
