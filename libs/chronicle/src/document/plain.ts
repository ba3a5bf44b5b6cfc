/** Where an address would become a link by itself: a word joiner, which nobody sees, keeps it plain. */
const JOINER = '\u2060';
const selfMadeLinks = /(:)(?=\/\/)|(www)(?=\.)|(@)(?=\S)|((?:mailto|xmpp):)(?=\S)/gi;
const markup = /[\\`*_{}[\]<>#|~&$^=]/g;
/** Marks that mean something only where a line begins: lists, quotes, headings, numbers, definitions. */
const leading = /^([-+:]|\d+(?=[.)]))/;

/** Somebody's words within a line of Markdown. */
export const escaped = (written: string): string => written.replace(/\s+/gu, ' ').trim().replace(selfMadeLinks, `$&${JOINER}`).replace(markup, '\\$&');

/** Somebody's words as one line of Markdown that shows exactly them: no markup, no link, no HTML can come out of it. */
export const plain = (written: string): string => escaped(written).replace(leading, (mark) => (/\d/.test(mark) ? `${mark}${JOINER}` : `\\${mark}`));
