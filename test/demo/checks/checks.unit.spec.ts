import { describe, expect, it } from '@jest/globals';
import { acknowledgedRows } from './acknowledged.ts';
import { minutesRows } from './minutes.ts';
import { type Published, recordingRows, turnChapters, withinFile } from './recording.ts';
import type { Row } from './row.ts';

const failed = (rows: Row[]): string[] => rows.filter(({ ok }) => !ok).map(({ what }) => what);

const minutes = `# Minutes: Small

## Turns

| No. | Speaker | Organisation |
| --- | --- | --- |
| 1 | Speaker Lin | River |
| 2 | 周嘉宾 | Terrace |

## Questions

1. **How does a small park find its first partner abroad?**
   - Answered aloud by Moderator M, 12:00
`;
const lin = { en: 'Speaker Lin', 'zh-CN': '林嘉宾' };
const zhou = { en: 'Speaker Zhou', 'zh-CN': '周嘉宾' };

describe('the minutes', () => {
  const question = 'How does a small park find its first partner abroad?';
  it('are right when turns and questions are those of the log', () => {
    expect(failed(minutesRows(minutes, { turns: [lin, zhou], question }))).toEqual([]);
  });
  it('are wrong with a turn too few, in another order, or without the question', () => {
    expect(failed(minutesRows(minutes, { turns: [lin, zhou, lin], question }))).toHaveLength(1);
    expect(failed(minutesRows(minutes, { turns: [zhou, lin], question }))).toHaveLength(1);
    expect(failed(minutesRows(minutes, { turns: [lin, zhou], question: 'Another?' }))).toHaveLength(1);
    expect(failed(minutesRows(null, { turns: [], question }))).toEqual(['minutes']);
  });
});

describe('the recording', () => {
  const chapter = (title: string, fromMs: number, toMs: number, meanDb: number | null = -20) => ({ title, fromMs, toMs, meanDb });
  const good: Published = { durationMs: 30_000, audio: true, video: true, chapters: [chapter('Speaker Lin', 1_000, 11_000), chapter('周嘉宾', 11_000, 29_000)], pausesDb: [-91] };
  const wanted = { spanMs: 30_400, turns: [{ lengthMs: 10_200, names: ['Speaker Lin', '林嘉宾'] }, { lengthMs: 18_000, names: ['Speaker Zhou', '周嘉宾'] }] };

  it('is right when it is as long as was recorded and speaks in each chapter', () => {
    expect(failed(recordingRows(good, wanted))).toEqual([]);
  });
  it.each<[string, Partial<Published>]>([
    ['too short', { durationMs: 20_000 }],
    ['without sound', { audio: false }],
    ['with a silent chapter', { chapters: [chapter('Speaker Lin', 1_000, 11_000, null), chapter('周嘉宾', 11_000, 29_000)] }],
    ['with a wrong name', { chapters: [chapter('Speaker Wells', 1_000, 11_000), chapter('周嘉宾', 11_000, 29_000)] }],
    ['with a chapter of another length', { chapters: [chapter('Speaker Lin', 1_000, 7_000), chapter('周嘉宾', 11_000, 29_000)] }],
    ['with speech in a pause', { pausesDb: [-22] }],
  ])('is wrong %s', (_, changed) => {
    expect(failed(recordingRows({ ...good, ...changed }, wanted))).toHaveLength(1);
  });
  it('is wrong when there is none', () => {
    expect(failed(recordingRows(null, wanted))).toEqual(['recording']);
  });
  it('has title cards beside the turns', () => {
    expect(turnChapters([chapter('主会场', 0, 1_000), ...good.chapters], ['林嘉宾', 'Speaker Lin', '周嘉宾'])).toEqual(good.chapters);
  });
  it('is looked into a second away from the edges of a pause', () => {
    expect(withinFile({ fromAt: 105_000, toAt: 109_000 }, 100_000, 20_000)).toEqual({ fromMs: 26_000, lengthMs: 2_000 });
  });
});

describe('what was acknowledged', () => {
  const ack = (commandId: string, seq: number, ok = true) => ({ commandId, type: 'floor.end', ok, code: ok ? null : 'floor/stale', seq, saidAt: 0, at: 0 });
  it('is right when the database has each under its number', () => {
    expect(failed(acknowledgedRows([ack('a', 3), ack('b', 5)], new Map([['a', 3], ['b', 5], ['c', 6]])))).toEqual([]);
  });
  it('is wrong when one is missing or numbered otherwise', () => {
    expect(failed(acknowledgedRows([ack('a', 3), ack('b', 5)], new Map([['a', 3]])))).toHaveLength(1);
    expect(failed(acknowledgedRows([ack('a', 3)], new Map([['a', 4]])))).toHaveLength(1);
  });
  it('may be a refusal where something was killed', () => {
    const refusal = { ...ack('b', 5, false), code: 'socket/unavailable' };
    expect(failed(acknowledgedRows([ack('a', 3), refusal], new Map([['a', 3]]), 'socket/unavailable'))).toEqual([]);
    expect(failed(acknowledgedRows([ack('a', 3), refusal], new Map([['a', 3]])))).toHaveLength(1);
  });
  it('is wrong when somebody was refused', () => {
    expect(failed(acknowledgedRows([ack('a', 3), ack('b', 5, false)], new Map([['a', 3]])))).toEqual(['nothing was refused']);
  });
});
