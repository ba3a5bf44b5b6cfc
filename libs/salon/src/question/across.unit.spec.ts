import { describe, expect, it } from '@jest/globals';
import type { Translation } from '@yaji/contracts';
import { alikeAcross, noteWording, noWordings } from './across.ts';

/** An English question, a Chinese one, and what a machine might make of the Chinese: in other words than a person would choose. */
const same = [
  ['Who pays for the new incubator?', '谁来支付新的孵化器？', 'Who will pay for the new incubator?'],
  ['How will the budget be financed next year?', '明年的预算怎么筹措？', 'How is the budget financed next year?'],
  ['Can small parks join the alliance?', '小型园区可以加入联盟吗？', 'Can small parks join the league?'],
  ['When does the exchange programme start?', '交流项目什么时候开始？', 'When will the exchange program start?'],
] as const;
const others = [
  ['Who pays for the new incubator?', '谁来主持新的委员会？', 'Who will chair the new committee?'],
  ['How will the budget be financed next year?', '明年的会议在哪里举办？', 'Where will the conference be held next year?'],
] as const;

const inEnglish = (en: string): Translation => ({ language: 'zh-CN', texts: { en } });
const inChinese = (text: string): Translation => ({ language: 'en', texts: { 'zh-CN': text } });

describe('questions alike across languages', () => {
  it.each(same)('[Q15] are “%s” and “%s”, whichever was asked first and whichever was translated', (english, chinese, translated) => {
    const wordings = noWordings<string>();
    noteWording(wordings, 'english', english, null);
    expect(alikeAcross(wordings, chinese, inEnglish(translated))).toMatchObject([{ id: 'english', met: 'en' }]);
    const other = noWordings<string>();
    noteWording(other, 'chinese', chinese, inEnglish(translated));
    expect(alikeAcross(other, english, null)).toMatchObject([{ id: 'chinese', met: 'en' }]);
  });

  it.each(others)('are not “%s” and “%s”', (english, chinese, translated) => {
    const wordings = noWordings<string>();
    noteWording(wordings, 'english', english, null);
    expect(alikeAcross(wordings, chinese, inEnglish(translated))).toEqual([]);
  });

  it('are as before without a translation', () => {
    const wordings = noWordings<string>();
    noteWording(wordings, 'one', 'Who pays for the incubator?', null);
    expect(alikeAcross(wordings, 'Who will pay for the incubator?', null)).toMatchObject([{ id: 'one', met: null }]);
    expect(alikeAcross(wordings, '谁来支付孵化器？', null)).toEqual([]);
  });

  it('are found once, where they are the likest; two translations are not compared', () => {
    const wordings = noWordings<string>();
    noteWording(wordings, 'one', 'Who pays for it all?', inChinese('谁来支付？'));
    expect(alikeAcross(wordings, 'Who pays for it all?', inChinese('谁来支付？'))).toEqual([{ id: 'one', likeness: 1, met: null }]);
    expect(alikeAcross(wordings, 'Whose turn is next?', inChinese('谁来支付？'))).toEqual([]);
  });

  it('are compared in their latest words and the translation of these alone', () => {
    const wordings = noWordings<string>();
    noteWording(wordings, 'one', '谁来支付？', inEnglish('Who pays for it?'));
    noteWording(wordings, 'one', '午餐几点？', null);
    expect(alikeAcross(wordings, 'Who pays for it?', null)).toEqual([]);
  });
});
