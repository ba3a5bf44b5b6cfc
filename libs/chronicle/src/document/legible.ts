/**
 * What is no character of XML 1.0 (2.2), ends a line where nobody sees it, or turns the direction of what follows: it would break a file or
 * disguise a name. Tabs and line ends stay.
 */
const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;

/** A text that every format can hold and shows as it is read. */
export const legible = (written: string): string => written.toWellFormed().replace(/\r\n?/g, '\n').replace(unseen, '');

/** The same on one line. */
export const legibleLine = (written: string): string => legible(written).replace(/\s+/gu, ' ');
