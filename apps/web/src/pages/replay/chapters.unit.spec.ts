import { describe, expect, it } from '@jest/globals';
import type { BookletPerson, ParticipantId } from '@yaji/contracts';
import { chapterAt, chapterRows } from './chapters.ts';

const lin = 'lin' as ParticipantId;
const ana = 'ana' as ParticipantId;
const people = [{ participantId: lin, name: { 'zh-CN': '林若水' }, organisation: null }] as unknown as BookletPerson[];
const chapter = (turn: number, participantId: ParticipantId, offsetMs: number) => ({ turn, participantId, title: `turn ${turn}`, offsetMs, durationMs: 10_000 });
const rows = chapterRows({ durationMs: 40_000, chapters: [chapter(1, lin, 0), chapter(2, ana, 10_000), chapter(3, lin, 25_000)] }, people);

describe('the chapters of a recording', () => {
  it('take their part of the time line', () => expect(rows[1]).toMatchObject({ from: 0.25, width: 0.25 }));
  it('give a person one colour', () => expect(rows.map(({ colour }) => colour)).toEqual([0, 1, 0]));
  it('name who is not on the programme by the title', () => expect(rows.map(({ name }) => name)).toEqual([{ 'zh-CN': '林若水' }, { en: 'turn 2' }, { 'zh-CN': '林若水' }]));
  it('are found by time', () => expect([chapterAt(rows, 12_000)?.turn, chapterAt(rows, 22_000), chapterAt(rows, 25_000)?.turn]).toEqual([2, null, 3]));
});
