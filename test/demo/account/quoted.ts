import type { Block, Document, Run } from '@yaji/contracts';

/** Words that a document gives as said: by whom, as it writes that, and at which second, UTC milliseconds. */
export type Quoted = { text: string; by: string; at: number };

const bare = (text: string): string => text.replaceAll(/^[“「"\s]+|[”」"\s]+$/gu, '');
const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** `said`: every sentence that anybody says; whatever else a document puts into quotation marks (a question, a title) is none of them. */
export const quotedIn = ({ blocks }: Document, said: ReadonlySet<string>): Quoted[] => blocks.flatMap((block) => quotedBy(block, said));

function quotedBy(block: Block, said: ReadonlySet<string>): Quoted[] {
  if (block.kind !== 'paragraph' && block.kind !== 'quote') return [];
  return block.runs.flatMap(({ text, moment }) => {
    const words = bare(text);
    if (!said.has(words)) return [];
    // A quote without its second is found as one that was never said.
    return [{ text: words, by: block.kind === 'quote' ? block.by : textOf(block.runs).replace(text, ''), at: moment ?? 0 }];
  });
}

/** All that stands in a document, in its order; quotes and captions included. */
export const textsIn = ({ title, blocks }: Document): string[] => [title, ...blocks.flatMap(textsOf)];

export function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading': return [block.text];
    case 'paragraph': return [textOf(block.runs)];
    case 'quote': return [textOf(block.runs), block.by];
    case 'list': return block.items.map(textOf);
    case 'table': return [...block.head, ...block.rows.flat().map(textOf)];
    case 'figure': return [block.caption];
  }
}
