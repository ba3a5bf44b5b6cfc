/** Looks for a text as it stands, in capitals or not, in one group; null where it is empty. */
export function wordsWanted(query: string): RegExp | null {
  const plain = query.trim();
  return plain === '' ? null : new RegExp(`(${plain.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')})`, 'iu');
}

/** The text in parts, every second one being what was looked for. */
export const partsOf = (text: string, words: RegExp | null): string[] => (words ? text.split(words) : [text]);
