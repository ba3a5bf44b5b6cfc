import type { Amendment, Document, WrittenLanguage } from '@yaji/contracts';
import { textIn } from '../plate.ts';

const words: Record<WrittenLanguage, { amendments: string; amendment: (number: number) => string }> = {
  en: { amendments: 'Amendments', amendment: (number) => `Amendment ${number}` },
  'zh-CN': { amendments: '更正与补充', amendment: (number) => `更正之${number}` },
};

/** An approved document is never changed: what was agreed later stands below it, numbered. */
export function amended(document: Document, amendments: readonly Amendment[]): Document {
  if (amendments.length === 0) return document;
  const say = words[document.language];
  return {
    ...document,
    blocks: [
      ...document.blocks, { kind: 'heading', level: 1, text: say.amendments },
      ...amendments.flatMap(({ number, text }): Document['blocks'] => [
        { kind: 'heading', level: 2, text: say.amendment(number) }, { kind: 'paragraph', runs: [{ text: textIn(text, document.language) ?? '' }], key: null },
      ]),
    ],
  };
}
