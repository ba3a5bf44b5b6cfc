const small: Readonly<Record<string, number>> = {
  zero: 0, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, dozen: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16,
  seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, one: 1, a: 0,
  fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16,
  seventeenth: 17, eighteenth: 18, nineteenth: 19, twentieth: 20, thirtieth: 30,
};
const large: Readonly<Record<string, number>> = { hundred: 100, thousand: 1_000, million: 1_000_000, billion: 1_000_000_000 };
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const digits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const groups: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

const englishWord = `(?:${[...Object.keys(small), ...Object.keys(large)].filter((word) => word !== 'a').join('|')})`;
const written = new RegExp(String.raw`\b(?:a\s+)?${englishWord}s?(?:(?:\s+|-)(?:and\s+(?=${englishWord}))?${englishWord})*\b`, 'gi');
const numeral = /\d+(?:[.,:]\d+)*(?:\s*(?:hundred|thousand|million|billion|[百千万亿]+))?/gi;
/** Words that are written with a figure and mean none. */
const idioms = /一(?:起|些|样|下|点|定|直|般|致|边|方面|切|旦|共|时|同|律|味|向|面|概|道|会儿|开始|来|回事|年到头)|统一|唯一|(?<!一)万一|千万(?=别|不|要|记)|十分(?!钟)|进一步|逐一|第一|之一|三番|乱七八糟|差一点|有一|另一|任一|某一|同一|每一|这一|那一|上一|下一/gu;

/**
 * The figures that a text names, each in one form whatever the language and the way of writing: `forty-two`, `42`, `四十二`; months and days of the month
 * as their numbers, weekdays as `w1` to `w7`. A lone "one" is none.
 */
export function figuresIn(text: string): Set<string> {
  const found = new Set<string>();
  const add = (value: number | null): void => { if (value !== null && Number.isFinite(value)) found.add(String(value)); };
  const left = text.replace(numeral, (match) => { add(readNumeral(match)); return ' '; }).replace(idioms, ' ');
  for (const [n, name] of weekdays.entries()) if (new RegExp(`\\b${name}s?\\b`, 'i').test(left)) found.add(`w${n + 1}`);
  // "May" and "march" are also words: as months only with their capital.
  for (const [n, name] of months.entries()) if (new RegExp(`\\b${name[0]?.toUpperCase() ?? ''}${name.slice(1)}\\b`).test(left)) add(n + 1);
  const rest = left.replace(/(?:星期|周|礼拜)([一二三四五六日天])/gu, (_, day: string) => { found.add(`w${'一二三四五六日'.indexOf(day.replace('天', '日')) + 1}`); return ' '; });
  for (const [match] of rest.matchAll(written)) add(readWritten(match));
  // A lone 一 is mostly "a", but before these it counts.
  for (const [match] of rest.replace(/(?<![零〇一二两三四五六七八九十百千万亿])一(?=月|号|日|票|倍)/gu, '1 ').matchAll(/1 |[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?成?/gu)) add(match === '1 ' ? 1 : readChinese(match));
  return found;
}

function readNumeral(match: string): number | null {
  const [, figure = '', unit = ''] = /^(\d+(?:[.,:]\d+)*)\s*(.*)$/s.exec(match) ?? [];
  const plain = figure.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  if (/[:]|\..*\./.test(plain)) return Number(plain.replace(/\D/g, ''));
  const factor = large[unit.toLowerCase()] ?? Array.from(unit).reduce((product, sign) => product * (units[sign] ?? groups[sign] ?? 1), 1);
  return Number((Number(plain) * factor).toPrecision(12));
}

function readWritten(match: string): number | null {
  const words = match.toLowerCase().split(/[\s-]+/).filter((word) => word !== 'and').map((word) => (word in small || word in large ? word : word.replace(/s$/, '')));
  if (words.length === 1 && ['one', 'a'].includes(words[0] ?? '')) return null;
  let [total, current] = [0, 0];
  for (const word of words) {
    const factor = large[word];
    if (factor === undefined) current += small[word] ?? 0;
    else if (factor === 100) current = Math.max(1, current) * factor;
    else [total, current] = [total + Math.max(1, current) * factor, 0];
  }
  return total + current;
}

function readChinese(match: string): number | null {
  if (match === '一' || /^[百千万亿]$/u.test(match)) return null;
  if (match.endsWith('成')) return match.length === 1 ? null : tenths(match.slice(0, -1));
  const [whole = '', fraction = ''] = match.split('点');
  if (fraction !== '') return Number(`${readWhole(whole)}.${Array.from(fraction).map((sign) => digits[sign] ?? '').join('')}`);
  return readWhole(whole);
}

/** 七成二 is not read as such: the two stands alone then. */
const tenths = (figure: string): number => readWhole(figure) * 10;

function readWhole(figure: string): number {
  const signs = Array.from(figure);
  // Years and numbers read out digit by digit.
  if (signs.length > 1 && signs.every((sign) => sign in digits)) return Number(signs.map((sign) => digits[sign]).join(''));
  const { total, section, digit, unit } = signs.reduce(readSign, { total: 0, section: 0, digit: 0, unit: 1 });
  // 三百六 means 360.
  return total + section + (unit >= 100 ? digit * (unit / 10) : digit);
}

/** `total`: what 万 and 亿 have closed; `section`: what came since; `digit`: what waits for its unit; `unit`: the last one. */
type Reading = { total: number; section: number; digit: number; unit: number };

function readSign({ total, section, digit, unit }: Reading, sign: string): Reading {
  const [group, value, ten] = [groups[sign], digits[sign], units[sign] ?? 1];
  if (group !== undefined) return { total: (total + section + digit || 1) * group, section: 0, digit: 0, unit: group };
  // After a zero the next digit is what it is: 三百零六.
  if (value !== undefined) return { total, section, digit: value, unit: value === 0 ? 1 : unit };
  return { total, section: section + (digit || 1) * ten, digit: 0, unit: ten };
}
