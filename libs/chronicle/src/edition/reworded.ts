import type { Block, Document, Draft } from '@yaji/contracts';

/** The document with the words of its reviewers in the place of the computed ones, and without pictures they left out. */
export function reworded(document: Document, { texts, withoutPictures }: Pick<Draft, 'texts' | 'withoutPictures'>): Document {
  const block = (one: Block): Block[] => {
    if (one.kind === 'figure') return withoutPictures.includes(one.pictureId) ? [] : [one];
    if (one.kind !== 'paragraph' || one.key === null) return [one];
    const text = texts[one.key]?.[document.language];
    return [text === undefined ? one : { ...one, runs: [momentOf(one.runs, text)] }];
  };
  return { ...document, blocks: document.blocks.flatMap(block) };
}

/** Other words for what was said at a moment still lead there. */
function momentOf(runs: Extract<Block, { kind: 'paragraph' }>['runs'], text: string) {
  const moment = runs.find((run) => run.moment !== undefined)?.moment;
  return moment === undefined ? { text } : { text, moment };
}
