import { legible } from '../document/legible.ts';

/** What a spreadsheet takes in one cell. UTF-16 units. */
const longestCell = 32_767;

/** What somebody wrote, as a cell holds it. */
export const writtenCell = (text: string): string => {
  const clean = legible(text);
  return clean.length > longestCell ? `${clean.slice(0, longestCell - 1).toWellFormed()}…` : clean;
};
