import type { QuestionId } from '@yaji/contracts';
import { alikeTo, noTexts, noteText } from '@yaji/salon';
import { useMemo, useState } from 'react';
import type { QuestionRow } from './question-panel.ts';

/** The open questions that are much like a text, the likest first; `but`: not this one itself. */
export function useAlike(open: readonly QuestionRow[], text: string, but: QuestionId | null = null): QuestionRow[] {
  // A text is taken apart once, and kept as long as the page is there.
  const [texts] = useState(() => noTexts<QuestionId>());
  const written = open.map(({ text: one }) => one).join('\n');
  const alike = useMemo(() => {
    const still = new Set(open.map(({ questionId }) => questionId));
    for (const gone of texts.known.keys()) if (!still.has(gone)) noteText(texts, gone, '');
    for (const { questionId, text: one } of open) noteText(texts, questionId, one ?? '');
    return alikeTo(texts, text).map(({ id }) => id).filter((id) => id !== but);
    // The rows are made anew at every event; only their words matter here.
  }, [texts, written, text, but]);
  return alike.flatMap((id) => open.find(({ questionId }) => questionId === id) ?? []);
}
