import { describe, expect, it } from '@jest/globals';
import type { ParticipantId, TranscriptLine } from '@yaji/contracts';
import { type ItemRecord, joined, plainWords, sentencesOf, type Spoken, summaryOf, type TurnRecord } from '../index.ts';

const id = (n: number): ParticipantId => `00000000-0000-4000-8000-00000000000${n}` as ParticipantId;
type Said = { turn?: number | null; who?: number; language?: string; at?: number; for?: number };
const line = (n: number, text: string, { turn = 1, who = 1, language = 'en', at = n * 5_000, for: lasting = 4_900 }: Said = {}): TranscriptLine =>
  ({ lineId: `l${n}`, turn, participantId: id(who), language, fromAt: at, toAt: at + lasting, text });
const turn = (n: number, who = 1): TurnRecord => ({
  turn: n, speaker: { participantId: id(who), name: { en: `Speaker ${who}` }, organisation: null }, lane: 'normal', itemId: 'fees', topicId: null, startedAt: 0, endedAt: null, reason: null, tookMs: 0, speechMs: null,
}) as unknown as TurnRecord;
const agenda = [{ itemId: 'fees', kind: 'roundtable', title: { en: 'The fee', 'zh-CN': '会费' }, topics: [], speakers: [], startedAt: 0, endedAt: 9_000_000 }] as unknown as ItemRecord[];
const spoken = (lines: TranscriptLine[], turns = [turn(1)], more: Partial<Spoken> = {}): Spoken => ({ lines, turns, agenda, questions: [], languages: ['en', 'zh-CN'], ...more });
const texts = (lines: TranscriptLine[]): string[] => sentencesOf(lines, ['en', 'zh-CN']).map(({ text }) => text);

describe('sentences', () => {
  it('do not end at an abbreviation or an initial, and cross lines', () => {
    expect(texts([line(0, 'Dr. Smith and J. Miller paid No. 4 of'), line(1, 'the bills. Then we left! Why? 会费涨了。Nobody knew.')])).toEqual([
      'Dr. Smith and J. Miller paid No. 4 of the bills.', 'Then we left!', 'Why?', '会费涨了。', 'Nobody knew.',
    ]);
  });

  it('end at pauses where speech has no marks, and where it is too long at a word that begins a thought', () => {
    const long = Array.from({ length: 50 }, (_, n) => (n === 30 ? 'but' : `word${n}`)).join(' ');
    const found = texts([line(0, 'we pay the fee'), line(1, 'and they do not', { at: 5_100 }), line(2, long, { at: 20_000 })]);
    expect(found[0]).toBe('we pay the fee and they do not');
    expect(found[1]?.endsWith('word29')).toBe(true);
    expect(found[2]?.startsWith('but')).toBe(true);
  });

  it('carry the times at which their letters were spoken, and the language of their letters', () => {
    const [first, second] = sentencesOf([line(0, 'We agree to pay. 我们同意付钱。', { at: 1_000, for: 2_500 })], ['en', 'zh-CN']);
    expect(first).toMatchObject({ fromAt: 1_000, language: 'en', lineIds: ['l0'] });
    expect(second).toMatchObject({ toAt: 3_500, language: 'zh-CN' });
    expect(second?.fromAt).toBeGreaterThan(2_000);
  });

  it('come once where a source repeats itself, and not at all from empty, wordless or backward lines', () => {
    expect(texts([line(0, 'We pay.'), line(1, 'We pay.', { at: 2_000 }), line(2, '  '), line(3, '…'), line(4, 'We go.', { for: -4_000 })])).toEqual(['We pay.', 'We go.']);
  });
});

describe('a summary', () => {
  it('is empty without a transcript, and of courtesies alone', () => {
    const nothing = { turns: [], topics: [], room: { statements: [], told: {} } };
    expect(summaryOf(spoken([]), plainWords)).toEqual(nothing);
    expect(summaryOf(spoken([line(0, 'Thank you, chair.'), line(1, 'Can you hear me?')]), plainWords)).toEqual(nothing);
  });

  it('says what was decided and not how people were greeted, verbatim, in the order of saying', () => {
    const lines = [
      line(0, 'Good morning everybody, nice to see you all.'), line(1, 'The fee of small members has not risen for seven years.'), line(2, 'My dog likes it here.'),
      line(3, 'We agree that small members pay a fee of three hundred from January.'), line(4, 'Thank you all.'),
    ];
    const { turns, topics } = summaryOf(spoken(lines), plainWords);
    expect(turns).toMatchObject([{ turn: 1, statements: [{ text: lines[3]?.text, lineIds: ['l3'], participantId: id(1) }] }]);
    expect(topics).toMatchObject([{ itemId: 'fees', topicId: null }]);
    const at = topics[0]?.statements.map(({ fromAt }) => fromAt) ?? [];
    expect(at).toEqual([...at].sort((one, other) => one - other));
  });

  it('prefers what is stated to the same as talk between two, in both languages', () => {
    const ofTwo = (first: string, second: string, language: string) => summaryOf(spoken([line(0, first, { language }), line(1, second, { language })]), plainWords).turns[0]?.statements.map(({ text }) => text);
    const [stated, talked] = ['The servers of the house cost nine hundred a month and rents go up.', 'The servers, I tell you, you know, cost nine hundred a month and rents go up.'];
    expect([ofTwo(stated, talked, 'en'), ofTwo(talked, stated, 'en')]).toEqual([[stated], [stated]]);
    const [written, chatted] = ['房屋的服务器每月花费九百元，房租也在上涨。', '我跟你说吧，房屋的服务器每月花费九百元，你看房租也在上涨。'];
    expect([ofTwo(written, chatted, 'zh-CN'), ofTwo(chatted, written, 'zh-CN')]).toEqual([[written], [written]]);
  });

  it('takes what says as much in fewer words, but no agreement for being short', () => {
    const [brief, lengthy] = ['The servers of the house cost nine hundred a month and the rents go up.', 'The servers of the house cost nine hundred a month and the rents go up, as it has been for all of them for so very long now and as it will be for most of them again and again.'];
    const first = (...said: string[]) => summaryOf(spoken(said.map((text, n) => line(n, text))), plainWords).turns[0]?.statements[0]?.text;
    expect([first(brief, lengthy), first(lengthy, brief)]).toEqual([brief, brief]);
    expect([first('Agreed with Ann.', lengthy), first(lengthy, 'Agreed with Ann.')]).toEqual([lengthy, lengthy]);
  });

  it('has what several turns spoke of, and not one thing five times', () => {
    const fees = Array.from({ length: 6 }, (_, n) => line(n, `The fee of the small members stays at three hundred and ${n + 2} for the coming year.`, { turn: n + 1, who: n + 1 }));
    const roofs = [6, 7].map((n) => line(n, `The roof of the northern workshop lets water in and needs ${n} weeks of repair.`, { turn: n + 1, who: n + 1 }));
    const { topics } = summaryOf(spoken([...fees, ...roofs], Array.from({ length: 8 }, (_, n) => turn(n + 1, n + 1))), plainWords);
    expect(topics[0]?.statements.some(({ text }) => text.includes('roof'))).toBe(true);
  });

  it('hears several people, whoever speaks most', () => {
    const chatter = Array.from({ length: 40 }, (_, n) => line(n, `The fee for large members should rise by ${n + 10} because rent and servers cost more.`, { turn: 1, who: 1 }));
    const others = [2, 3, 4].map((who, n) => line(50 + n, `Speaker number ${who} wants a fee by the size of the house and by the number of desks.`, { turn: who, who }));
    const { topics } = summaryOf(spoken([...chatter, ...others], [turn(1), turn(2, 2), turn(3, 3), turn(4, 4)]), plainWords);
    const voices = topics[0]?.statements.map(({ participantId }) => participantId) ?? [];
    expect(new Set(voices).size).toBe(4);
    expect(voices.filter((voice) => voice === id(1)).length).toBeLessThanOrEqual(2);
  });

  it('puts what nobody had the floor for where the clock says, and takes no undone turn for one', () => {
    const { topics, turns } = summaryOf(spoken([line(0, 'The members decided that the fee stays as it is.', { turn: null }), line(1, 'It was proposed to look at the fee again in March.', { turn: 9 })]), plainWords);
    expect(turns).toEqual([]);
    expect(topics[0]?.statements.map((statement) => statement.turn)).toEqual([null, null]);
  });

  it('takes three hours of one speaker without a mark, and the same twice', () => {
    const vocabulary = '会费 园区 孵化器 企业 导师 数据 预算 决定 调查 建议 明年 春天 小会员 负责 报告'.split(' ');
    const lines = Array.from({ length: 1_000 }, (_, n) => line(n, Array.from({ length: 16 }, (_, k) => vocabulary[(n * 7 + k * k * 3 + n * k) % vocabulary.length]).join(''), { language: 'zh-CN', at: n * 10_800, for: 10_500 }));
    const once = summaryOf(spoken(lines), plainWords);
    expect(once.turns[0]?.statements.length).toBe(3);
    expect(summaryOf(spoken(lines), plainWords)).toEqual(once);
  });
});

describe('any transcript', () => {
  const pieces = ['会费', '决定了。', ' ', 'fee', 'Dr. ', 'No. 4', '，', '\n', '!!', '。。', '👍', 'a', '"Yes."', '名字', '…', ' and ', 'x'.repeat(90), '12.5', '😀', '？'];
  /** Not chance: each run is the same. */
  const drawn = (seed: number): number => Math.abs(Math.imul(seed ^ (seed >>> 13), 0x5bd1e995)) >>> 3;

  it('gives statements that stand letter by letter in their lines, of turns that there are', () => {
    for (let seed = 1; seed < 60; seed += 1) {
      const lines = Array.from({ length: drawn(seed) % 30 }, (_, n) => line(n, Array.from({ length: drawn(seed * 31 + n) % 60 }, (_, k) => pieces[drawn(seed * 7 + n * 131 + k * 17) % pieces.length]).join(''), {
        turn: [1, 2, null, 7][drawn(seed + n) % 4] ?? null, who: 1 + (drawn(seed * n) % 3), language: ['en', 'zh-CN', 'es'][drawn(seed + n * 3) % 3] ?? 'en', at: drawn(seed + n) % 60_000, for: (drawn(n) % 9_000) - 500,
      }));
      const byId = new Map(lines.map((one) => [one.lineId, one]));
      const summary = summaryOf(spoken(lines, [turn(1), turn(2, 2)]), plainWords);
      for (const { statements } of [...summary.turns, ...summary.topics, summary.room]) {
        for (const { text, lineIds, fromAt, toAt } of statements) {
          expect(joined(lineIds.flatMap((lineId) => byId.get(lineId) ?? []))).toContain(text);
          expect(toAt).toBeGreaterThanOrEqual(fromAt);
        }
        expect(statements.length).toBeLessThanOrEqual(12);
      }
      expect(summary.turns.map((one) => one.turn).every((one) => [1, 2].includes(one))).toBe(true);
    }
  });
});
