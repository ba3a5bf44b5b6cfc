import { describe, expect, it } from '@jest/globals';
import type { ParticipantId, TranscriptLine } from '@yaji/contracts';
import { cuesOf, languagesOf, webvtt } from '../index.ts';

const ann = 'ann' as ParticipantId;
const bob = 'bob' as ParticipantId;
const line = (fromAt: number, toAt: number, text: string, more: Partial<TranscriptLine> = {}): TranscriptLine =>
  ({ lineId: text, turn: 1, participantId: ann, language: 'en', fromAt, toAt, text, ...more });
/** Recorded from second 10 to 20 and from 50 to 60. */
const pieces = [{ offsetMs: 0, durationMs: 10_000, fromAt: 10_000 }, { offsetMs: 10_000, durationMs: 10_000, fromAt: 50_000 }];

describe('captions', () => {
  it('[CH27] lie where their words are heard in the file, and nowhere where nothing was recorded', () => {
    const lines = [line(51_000, 53_000, 'late'), line(12_000, 14_000, 'early'), line(18_000, 30_000, 'broken off'), line(30_000, 40_000, 'unrecorded'), line(45_000, 50_100, 'hardly')];
    expect(cuesOf(lines, { pieces, language: 'en' })).toEqual([
      { fromMs: 2_000, toMs: 4_000, text: 'early' }, { fromMs: 8_000, toMs: 10_000, text: 'broken off' }, { fromMs: 11_000, toMs: 13_000, text: 'late' },
    ]);
  });

  it('[CH27] are those of one language, without those of who was left out', () => {
    const lines = [line(11_000, 12_000, 'hello'), line(11_000, 12_000, '你好', { language: 'zh-CN' }), line(13_000, 14_000, 'mine', { participantId: bob })];
    expect(languagesOf(lines)).toEqual(['en', 'zh-CN']);
    expect(cuesOf(lines, { pieces, language: 'zh-CN' }).map(({ text }) => text)).toEqual(['你好']);
    expect(cuesOf(lines, { pieces, language: 'en', without: [bob] }).map(({ text }) => text)).toEqual(['hello']);
  });

  it('are a file in which no word can be read as markup', () => {
    expect(webvtt([{ fromMs: 3_723_004, toMs: 3_725_500, text: '<v Bob>a & b\n\n00:00 --> 1' }])).toBe('WEBVTT\n\n01:02:03.004 --> 01:02:05.500\n&lt;v Bob&gt;a &amp; b\n00:00 --&gt; 1\n');
    expect(webvtt([])).toBe('WEBVTT\n');
  });
});
