import { describe, expect, it } from '@jest/globals';
import type { ParticipantId, TranscriptLine } from '@yaji/contracts';
import { suggestedActions } from '../index.ts';

const id = (n: number): ParticipantId => `00000000-0000-4000-8000-00000000000${n}` as ParticipantId;
const plates = [
  { participantId: id(1), name: { en: 'Will Fenwick', 'zh-CN': '芬威' }, organisation: null },
  { participantId: id(2), name: { en: 'Ottilie Graves', 'zh-CN': '纪若谷' }, organisation: null },
];
const said = (language: string, ...texts: string[]): TranscriptLine[] =>
  texts.map((text, n) => ({ lineId: `l${n}`, turn: 1, participantId: id(2), language, fromAt: n * 10_000, toAt: n * 10_000 + 4_000, text }));

describe('suggested actions', () => {
  it('are a promise, or a task for somebody named, with the date in the words that were said', () => {
    const actions = suggestedActions(said('en', 'Will drafts the motion by the end of January.', 'I will call them tonight.', 'We will see.', 'It rained, and we will ask again one day.'), plates);
    expect(actions).toEqual([
      { text: 'Will drafts the motion by the end of January.', lineId: 'l0', who: id(1), by: 'by the end of January' },
      { text: 'I will call them tonight.', lineId: 'l1', who: id(2), by: 'tonight' },
    ]);
  });

  it('are found in Chinese, also by a given name alone', () => {
    expect(suggestedActions(said('zh-CN', '请若谷在月底之前联系会场。', '我今晚就发给大家。', '今天天气不错。'), plates)).toEqual([
      { text: '请若谷在月底之前联系会场。', lineId: 'l0', who: id(2), by: '月底之前' },
      { text: '我今晚就发给大家。', lineId: 'l1', who: id(2), by: '今晚' },
    ]);
  });

  it('are not what might be, what was, or a name that is a word here', () => {
    expect(suggestedActions(said('en', 'If I had time I will write it tomorrow.', 'Will you please send it?', 'Last year Ottilie had to write the report by May.'), plates)).toEqual([]);
  });
});
