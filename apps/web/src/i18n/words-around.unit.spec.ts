import { describe, expect, it } from '@jest/globals';
import { besides, inLanguage } from './local-text.ts';
import { asClock, asCountdown, timeOf } from './times.ts';

describe('a text per language', () => {
  const name = { 'zh-CN': '林若水', en: 'Lin Ruoshui' };
  it('is read in the page’s language, or the nearest', () => {
    expect(inLanguage(name, 'zh-CN')).toEqual({ text: '林若水', language: 'zh-CN' });
    expect(inLanguage(name, 'zh-TW').text).toBe('林若水');
    expect(inLanguage(name, 'es').text).toBe('Lin Ruoshui');
    expect(inLanguage({ pt: 'Sala' }, 'es')).toEqual({ text: 'Sala', language: 'pt' });
    expect(inLanguage({}, 'es').text).toBe('');
  });
  it('stands beside its other script, where there is one', () => {
    expect(besides(name, 'en')?.text).toBe('林若水');
    expect(besides(name, 'zh-CN')?.text).toBe('Lin Ruoshui');
    expect(besides({ en: 'Ana', es: 'Ana María' }, 'en')).toBeNull();
  });
});

describe('a span of time', () => {
  it.each([[0, '0:00'], [192_000, '3:12'], [-61_000, '1:01'], [3_725_000, '1:02:05']])('%p ms is written %p', (ms, text) => expect(asClock(ms)).toBe(text));
  it('counts down by the second that is running', () => expect([180_000, 179_999, 1, 0, -900].map(asCountdown)).toEqual(['3:00', '3:00', '0:01', '0:00', '0:00']));
});

describe('a time of day', () => {
  it('is told in a zone', () => expect(timeOf(Date.UTC(2026, 0, 5, 12, 30), { language: 'zh-CN', timeZone: 'Asia/Shanghai' })).toBe('20:30'));
});
