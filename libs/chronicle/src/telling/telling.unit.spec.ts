import { describe, expect, it } from '@jest/globals';
import type { ParticipantId } from '@yaji/contracts';
import { faultIn, type Known, plainWords, type Statement } from '../index.ts';
import { figuresIn } from './figures.ts';

describe('figures', () => {
  it.each([
    ['forty-two of two hundred and sixty, 1,500 and 1.2 million by March', ['42', '260', '1500', '1200000', '3']],
    ['四十二家，二百六十，一千五，三百六，一万一，3万，百分之六十四，八成，十一月，一月', ['42', '260', '1500', '360', '11000', '30000', '64', '80', '11', '1']],
    ['one day everybody may march on; 一起 一些 统一 万一', []],
    ['on Tuesday at 12:30', ['w2', '1230']], ['星期二', ['w2']], ['a dozen, 64%', ['12', '64']],
  ])('of “%s” are read', (text, figures) => {
    expect([...figuresIn(text)].filter((figure) => figure !== '100').sort()).toEqual([...figures].sort());
  });
});

const id = (n: number): ParticipantId => `00000000-0000-4000-8000-00000000000${n}` as ParticipantId;
const known: Known = {
  people: [{ participantId: id(1), name: { en: 'Will Orchard', 'zh-CN': '欧阳槐' }, organisation: { en: 'Old Mill' } }, { participantId: id(2), name: { en: 'Ines Hollow' }, organisation: null }],
  terms: [{ en: 'exchange programme', 'zh-CN': '交流项目' }], words: plainWords,
};
const statement = (text: string, language = 'en', who = 1): Statement => ({ lineIds: ['l'], turn: 1, participantId: id(who), language, fromAt: 0, toAt: 1, text });
const fault = (text: string, evidence: Statement[], language = 'en'): string | null => faultIn({ language, text, evidence }, known);

describe('a telling', () => {
  const mill = statement('The laboratory opens two evenings a week, Ines pays the heating, and 12 of 40 benches stay free.');
  it.each([
    ['The laboratory opens two evenings a week.', null], ['Will Orchard said that the laboratory opens two evenings a week.', null], ['Ines Hollow pays the heating.', 'speaker'],
    ['The laboratory opens three evenings a week.', 'figure'], ['The laboratory opens 12 evenings a week.', 'figure'], ['The laboratory never opens two evenings a week.', 'denial'],
    ['Brookhaven opens the laboratory two evenings a week.', 'name'], ['The laboratory always opens two evenings a week.', 'adds'], ['It rains on ponds and herons.', 'content'], ['实验室每周开放两个晚上。', 'language'],
    ['The laboratory opens two evenings a week. '.repeat(12), 'length'], ['The laboratory opens\u202E two evenings a week.', 'unfit'],
  ])('“%s” has this fault: %s', (text, expected) => {
    expect(fault(text, [mill])).toBe(expected);
  });

  it('across languages rests on a figure, a name or a term that both have', () => {
    const asked = statement('我们要把交流项目继续办下去。', 'zh-CN');
    expect(fault('The exchange programme goes on.', [asked])).toBeNull();
    expect(fault('Everything goes on as before.', [asked])).toBe('uncheckable');
  });
});
