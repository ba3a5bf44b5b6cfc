import { describe, expect, it } from '@jest/globals';
import type { TranscriptLine } from '@yaji/contracts';
import { at, ends, grants, logOf, person } from '../../test/steps.ts';
import { inTongue, passagesOf, subRip, transcriptJson, transcriptText, turnsOf, voicedVtt } from '../index.ts';

const turns = turnsOf(logOf(grants(0, 'ann', 0), ends(60, 1)));
const line = (from: number, to: number, more: Partial<TranscriptLine>): TranscriptLine => ({
  lineId: `${from}`, turn: 1, participantId: person('ann'), language: 'en', fromAt: at(from).at, toAt: at(to).at, text: 'Good morning.', ...more,
});
const lines = [
  line(12, 14, { text: '湿地 & <b>水</b>\n\n第二行 --> 完', language: 'zh-CN' }), line(2, 4, {}), line(40, 41, { text: 'Lost in the break' }), line(70, 72, { turn: null, participantId: null, text: 'From the hall' }),
];
/** Two pieces: seconds 0 to 30, and 60 to 90, one after the other in the file. */
const pieces = [{ offsetMs: 0, durationMs: 30_000, fromAt: at(0).at }, { offsetMs: 30_000, durationMs: 30_000, fromAt: at(60).at }];
const passages = passagesOf(lines, { turns, pieces, startedAt: at(0).at, language: 'en' });
const name = passages[0]?.speaker ?? '';

describe('what was said, as a file', () => {
  it('[CH41] stands in its order, with who had the floor, at its place of the recording', () => {
    expect(passages.map(({ fromMs, toMs, speaker }) => [fromMs, toMs, speaker])).toEqual([[2_000, 4_000, name], [12_000, 14_000, name], [null, null, name], [40_000, 42_000, null]]);
    expect(name).not.toBe('');
    expect(passagesOf(lines, { turns, pieces: [], startedAt: at(-10).at, language: 'en' })[0]).toMatchObject({ fromMs: 12_000, toMs: 14_000 });
  });

  it('is WebVTT and SubRip in which no words are markup, a blank line or an arrow, and only what was recorded', () => {
    expect(voicedVtt(inTongue(passages, 'zh'))).toBe(`WEBVTT\n\n00:00:12.000 --> 00:00:14.000\n<v ${name}>湿地 &amp; &lt;b&gt;水&lt;/b&gt; 第二行 → 完\n`);
    expect(subRip(passages)).toBe([
      `1\n00:00:02,000 --> 00:00:04,000\n${name}: Good morning.\n`, `2\n00:00:12,000 --> 00:00:14,000\n${name}: 湿地 & ‹b›水‹/b› 第二行 → 完\n`, '3\n00:00:40,000 --> 00:00:42,000\nFrom the hall\n',
    ].join('\n'));
  });

  it('is a text to read, with a head for each speaker, and JSON that has everything', () => {
    const text = transcriptText(passages, { title: 'A salon', clock: (when) => `${(when - at(0).at) / 1_000}`, separator: ', ' });
    expect(text).toBe(`A salon\n\n[2] ${name}${passages[0]?.organisation ? `, ${passages[0].organisation}` : ''}\n[en] Good morning.\n[zh-CN] 湿地 & <b>水</b> 第二行 --> 完\n[en] Lost in the break\n\n[70]\n[en] From the hall\n`);
    expect(JSON.parse(transcriptJson(passages, { roomId: 'r', title: 't', upTo: 9 }))).toMatchObject({ roomId: 'r', upTo: 9, lines: [{ from: '00:00:02.000', language: 'en' }, {}, { from: null, to: null }, { speaker: null }] });
  });
});
