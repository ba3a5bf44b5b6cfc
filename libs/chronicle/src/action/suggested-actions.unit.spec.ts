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
      { kind: 'action', text: 'Will drafts the motion by the end of January.', lineId: 'l0', saidBy: id(2), language: 'en', fromAt: 0, toAt: 4_000, who: id(1), by: 'by the end of January' },
      { kind: 'action', text: 'I will call them tonight.', lineId: 'l1', saidBy: id(2), language: 'en', fromAt: 10_000, toAt: 14_000, who: id(2), by: 'tonight' },
    ]);
  });

  it('are found in Chinese, also by a given name alone', () => {
    expect(suggestedActions(said('zh-CN', '请若谷在月底之前联系会场。', '我今晚就发给大家。', '今天天气不错。'), plates)).toMatchObject([
      { text: '请若谷在月底之前联系会场。', lineId: 'l0', who: id(2), by: '月底之前' },
      { text: '我今晚就发给大家。', lineId: 'l1', who: id(2), by: '今晚' },
    ]);
  });

  it('are not what might be, what was, or a name that is a word here', () => {
    expect(suggestedActions(said('en', 'If I had time I will write it tomorrow.', 'Will you please send it?', 'Last year Ottilie had to write the report by May.'), plates)).toEqual([]);
  });

  it('are decisions, too, where somebody says that it was decided, and not where somebody is of an opinion or asks', () => {
    const told = ['We have agreed to publish one calendar.', 'So that is settled.', 'The council therefore resolves to meet in May.', '我们一致同意每季度见面。', '好，就这么定了。'];
    const no = ['We agree with Mr Reed.', 'I agree that it rains.', 'Have we decided?', 'We have not decided anything.', '大家同意吗？', '我们还没有决定。', '去年我们决定了。'];
    const decided = suggestedActions([...said('en', ...told.slice(0, 3), ...no.slice(0, 4)), ...said('zh-CN', ...told.slice(3), ...no.slice(4)).map((line) => ({ ...line, fromAt: line.fromAt + 1e6, toAt: line.toAt + 1e6 }))], plates);
    expect(decided.map(({ kind, text }) => [kind, text])).toEqual(told.map((text) => ['decision', text]));
  });
});
