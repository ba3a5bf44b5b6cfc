import { describe, expect, it } from '@jest/globals';
import { alikeTo, noTexts, noteText } from './alike.ts';

const same = [
  ['Who pays for the new incubator?', 'Who will pay for the incubator?'],
  ['How will the budget be financed next year?', 'How is next year’s budget going to be financed?'],
  ['When does the exchange programme start?', 'What is the start date of the exchange programme?'],
  ['Can small parks join the alliance?', 'Are small parks able to join the alliance?'],
  ['谁来支付新的孵化器？', '新孵化器的费用由谁支付？'],
  ['明年的预算怎么安排？', '请问明年预算如何安排'],
  ['小型园区可以加入联盟吗？', '小园区能不能加入联盟'],
  ['会后会分享幻灯片吗', '会议结束后能分享幻灯片吗？'],
] as const;
const others = [
  ['Who pays for the new incubator?', 'Who chairs the new committee?'],
  ['How will the budget be financed next year?', 'How will members be chosen next year?'],
  ['What do you think about artificial intelligence in incubators?', 'What do you think about regulation in Europe?'],
  ['谁来支付新的孵化器？', '谁来主持新的委员会？'],
  ['明年的预算怎么安排？', '明年的会议在哪里举办？'],
  ['交流项目什么时候开始？', '交流项目有多少人参加？'],
] as const;

function textsOf(...all: string[]) {
  const texts = noTexts<number>();
  all.forEach((text, n) => { noteText(texts, n, text); });
  return texts;
}

describe('alike questions', () => {
  it.each(same)('are “%s” and “%s”', (one, other) => {
    expect(alikeTo(textsOf(one), other)).toHaveLength(1);
    expect(alikeTo(textsOf(other), one)).toHaveLength(1);
  });

  it.each(others)('are not “%s” and “%s”', (one, other) => {
    expect(alikeTo(textsOf(one), other)).toEqual([]);
  });

  it('stand with the likest first, three at most; the same words are as like as can be', () => {
    const texts = textsOf('Who pays?', 'Who pays for it?', 'Who pays for it all?', 'Who pays for it all, then?', 'When is lunch?');
    const found = alikeTo(texts, 'WHO PAYS for it');
    expect(found.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(found[0]?.likeness).toBe(1);
  });

  it('are compared in their latest words', () => {
    const texts = textsOf('Who pays for the incubator?');
    noteText(texts, 0, 'When is lunch served today?');
    expect(alikeTo(texts, 'Who pays for the incubator?')).toEqual([]);
    expect(alikeTo(texts, 'When is lunch served today')).toEqual([{ id: 0, likeness: 1 }]);
  });

  it('are not found for what has no words', () => {
    expect(alikeTo(textsOf('?!', '…', '👏👏'), '?!')).toEqual([]);
  });
});
