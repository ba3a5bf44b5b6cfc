import { describe, expect, it } from '@jest/globals';
import { emsOf, fitted, twofold, wrapped } from './lettering.ts';

describe('lettering', () => {
  it('measures wide letters as an em and others as about half', () => {
    expect(emsOf('发言')).toBe(2);
    expect(emsOf('speak')).toBeGreaterThan(2);
    expect(emsOf('speak')).toBeLessThan(3.5);
  });

  it('cuts what does not fit, never through a letter', () => {
    expect(fitted('short', 10)).toBe('short');
    expect(fitted('发言人甲发言人甲', 5)).toBe('发言人甲…');
    expect(fitted('🎙🎙🎙🎙', 3)).toBe('🎙🎙…');
  });

  it('breaks between words, and anywhere in Chinese', () => {
    expect(wrapped('one two three', 5, 3)).toEqual(['one two', 'three']);
    expect(wrapped('国际合作今天与明天', 4, 3)).toEqual(['国际合作', '今天与明', '天']);
    expect(wrapped('a long title that takes many lines indeed', 6, 2)).toHaveLength(2);
    expect(wrapped('', 6, 2)).toEqual([]);
  });

  it('says a name in two languages, and the same word once', () => {
    expect(twofold({ en: 'Speaker B', 'zh-CN': '发言人乙', es: 'Ponente B' }, ['zh-CN', 'en'])).toBe('发言人乙   Speaker B');
    expect(twofold({ en: 'Park', es: 'Park' }, ['en'])).toBe('Park');
    expect(twofold(null, ['en'])).toBe('');
  });
});
