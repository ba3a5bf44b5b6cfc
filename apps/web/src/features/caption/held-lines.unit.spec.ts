import { describe, expect, it } from '@jest/globals';
import type { CaptionLine } from '@yaji/contracts';
import { id, opening } from '../../fixtures/rehearsal.ts';
import { rowsAt, takeLines } from './held-lines.ts';

const line = (n: number, some: Partial<CaptionLine> = {}): CaptionLine => ({
  lineId: `line-${n}`, turn: 1, participantId: id('lin'), language: 'en', fromAt: opening + n * 1_000, toAt: opening + n * 1_000 + 900, text: `Line ${n}`, final: true, source: 'browser', ...some,
});
const texts = (lines: readonly CaptionLine[]) => lines.map(({ text }) => text);

describe('captions on a screen', () => {
  it('grow, are corrected, and are never made half again', () => {
    const half = takeLines([], [line(1, { final: false, text: 'Li' })]);
    const whole = takeLines(half, [line(1)]);
    expect([texts(half), texts(whole)]).toEqual([['Li'], ['Line 1']]);
    expect(texts(takeLines(whole, [line(1, { final: false, text: 'Lin' })]))).toEqual(['Line 1']);
    expect(texts(takeLines(whole, [line(1, { text: 'Line one' })]))).toEqual(['Line one']);
  });
  it('stand in the order of their beginning, and not without end', () => {
    expect(texts(takeLines([line(3)], [line(2)]))).toEqual(['Line 2', 'Line 3']);
    expect(takeLines([], Array.from({ length: 100 }, (_, n) => line(n)))).toHaveLength(40);
  });
  it('are the last two, each person named once, and gone after a while', () => {
    const held = [line(1), line(2), line(3, { participantId: id('ana'), turn: 2 })];
    expect(rowsAt(held, opening + 4_000, null).map(({ line: { text }, named }) => [text, named])).toEqual([['Line 2', true], ['Line 3', true]]);
    expect(rowsAt(held.slice(0, 2), opening + 4_000, null).map(({ named }) => named)).toEqual([true, false]);
    expect(rowsAt([line(1, { participantId: null })], opening + 2_000, null)).toMatchObject([{ named: false }]);
    expect(rowsAt(held, opening + 30_000, null)).toEqual([]);
  });
  it('are those of one language, where one is wanted', () => {
    expect(rowsAt([line(1), line(2, { language: 'zh-CN' })], opening + 3_000, 'en').map(({ line: { text } }) => text)).toEqual(['Line 1']);
  });
});
