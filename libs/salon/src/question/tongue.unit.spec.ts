import { describe, expect, it } from '@jest/globals';
import { tongueOf, tongues, writtenIn } from './tongue.ts';

describe('the language of a question', () => {
  it.each([
    ['Who pays for the new incubator?', 'en'],
    ['谁来支付新的孵化器？', 'zh-CN'],
    ['请问 incubator 的费用由谁来出？', 'zh-CN'],
    ['What did Professor 王 mean by that?', 'en'],
  ])('“%s” is %s', (text, language) => {
    expect(writtenIn(text, ['en', 'zh-CN'])).toBe(language);
  });

  it('is left open where letters do not tell', () => {
    expect(writtenIn('Who pays?', ['en', 'es', 'zh-CN'])).toBeNull();
    expect(writtenIn('谁来支付？', ['zh-CN', 'ja'])).toBeNull();
    expect(writtenIn('Who pays?', ['zh-CN', 'ru'])).toBeNull();
    expect(writtenIn('2026?!', ['en', 'zh-CN'])).toBeNull();
  });

  it('is one in all its countries, but not in both kinds of Chinese characters', () => {
    expect(['en-GB', 'zh-CN', 'zh-Hans', 'zh-TW', 'zh-Hant-HK', 'zh'].map(tongueOf)).toEqual(['en', 'zh', 'zh', 'zt', 'zt', 'zh']);
    expect(tongues(['en-GB', 'zh-CN', 'en-US', 'zh'])).toEqual(['en-GB', 'zh-CN']);
  });
});
