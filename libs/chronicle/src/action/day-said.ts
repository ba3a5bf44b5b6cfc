/** Days since 1970-01-01. */
type Day = number;
/** `from`: the day on which it was said. */
type Reading = { pattern: RegExp; day: (found: Record<string, string | undefined>, from: Day) => Day | null };

const dayMs = 86_400_000;
const dayOfDate = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / dayMs;
const isoOf = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10);
const partsOf = (day: Day): { year: number; month: number } => {
  const [year = 0, month = 0] = isoOf(day).split('-').map(Number);
  return { year, month };
};
/** Monday is 0: the first of January 1970 was a Thursday. */
const weekdayOf = (day: Day): number => (day + 3) % 7;
const lastOf = (year: number, month: number): Day => dayOfDate(year, month + 1, 1) - 1;

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const hanWeekdays = '一二三四五六日';
const hanDigits = '零一二三四五六七八九';

/** Up to ninety-nine, in Chinese or in figures. */
function numberIn(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  return (tens === '' ? 1 : hanDigits.indexOf(tens ?? '零')) * 10 + (ones === '' || ones === undefined ? 0 : hanDigits.indexOf(ones));
}

/** A day of a month, this year or next; null where that month has no such day. */
function comingDate(month: number, day: number, from: Day): Day | null {
  const { year } = partsOf(from);
  const date = [year, year + 1].map((one) => dayOfDate(one, month, day)).find((one) => one >= from) ?? null;
  return date !== null && partsOf(date).month === month ? date : null;
}

function comingEndOf(month: number, from: Day): Day {
  const { year } = partsOf(from);
  return lastOf(year, month) >= from ? lastOf(year, month) : lastOf(year + 1, month);
}

const inWeek = (weekday: number, weeks: number, from: Day): Day | null => {
  const day = from - weekdayOf(from) + weekday + weeks * 7;
  return day < from ? null : day;
};

const month = `(?<month>${months.join('|')})`;
const monthOf = ({ month: name = '' }: Record<string, string | undefined>): number => months.indexOf(name.toLowerCase()) + 1;
const figure = String.raw`[一二三四五六七八九十]{1,3}|\d{1,2}`;

/** The most exact first. What means one week to some and another to others ("next Friday") is read as no day. */
const readings: readonly Reading[] = [
  { pattern: new RegExp(String.raw`\b${month}\s+(?<day>\d{1,2})\b|\b(?<date>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<of>${months.join('|')})\b`, 'i'), day: (found, from) => comingDate(monthOf({ month: found['month'] ?? found['of'] }), Number(found['day'] ?? found['date']), from) },
  { pattern: new RegExp(`(?<month>${figure})月(?<day>${figure})[日号]`, 'u'), day: ({ month: of = '', day = '' }, from) => comingDate(numberIn(of), numberIn(day), from) },
  { pattern: new RegExp(String.raw`\bend of ${month}\b`, 'i'), day: (found, from) => comingEndOf(monthOf(found), from) },
  { pattern: new RegExp(`(?<month>${figure})月底`, 'u'), day: ({ month: of = '' }, from) => comingEndOf(numberIn(of), from) },
  { pattern: /\bend of (?:the |this )?month\b|(?<!下个?|[一二三四五六七八九十\d])月底/iu, day: (_, from) => comingEndOf(partsOf(from).month, from) },
  { pattern: /\bend of (?:the |this )?year\b|(?<!明)年底/iu, day: (_, from) => comingEndOf(12, from) },
  { pattern: /\b(?:tonight|today)\b|今(?:晚|天)/iu, day: (_, from) => from },
  { pattern: /\btomorrow\b|明(?:晚|天)/iu, day: (_, from) => from + 1 },
  { pattern: new RegExp(String.raw`(?<!\bnext )\b(?<weekday>${weekdays.join('|')})\b`, 'i'), day: ({ weekday = '' }, from) => from + ((weekdays.indexOf(weekday.toLowerCase()) - weekdayOf(from) + 6) % 7) + 1 },
  { pattern: /(?<weeks>下*)个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])/u, day: ({ weeks = '', weekday = '' }, from) => inWeek(hanWeekdays.indexOf(weekday.replace('天', '日')), weeks.length, from) },
];

/**
 * The day that these words mean to somebody who says them on `on` (ISO date), as an ISO date; null where they mean none, or might mean
 * more than one.
 */
export function daySaid(words: string, on: string): string | null {
  const from = Date.parse(`${on}T00:00:00Z`) / dayMs;
  for (const { pattern, day } of readings) {
    const found = pattern.exec(words);
    if (!found) continue;
    const meant = day(found.groups ?? {}, from);
    return meant === null || !Number.isFinite(meant) ? null : isoOf(meant);
  }
  return null;
}
