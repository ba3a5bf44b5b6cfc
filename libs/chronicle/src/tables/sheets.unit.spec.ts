import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@yaji/contracts';
import { asks, closes, ends, grants, logOf, measures, question } from '../../test/steps.ts';
import { says } from '../../../salon/test/given.ts';
import { minutesOf, sheetsOf } from '../index.ts';

const council = (): Recorded[] => JSON.parse(readFileSync('test/golden/salon-c/log.json', 'utf8')) as Recorded[];
const named = (log: readonly Recorded[], name: string, language: 'en' | 'zh-CN' = 'en') => {
  const sheet = sheetsOf(minutesOf(log), language).find((one) => one.name === name);
  if (!sheet) throw new Error(name);
  return { ...sheet, heads: sheet.columns.map(({ heading }) => heading) };
};

describe('tables of a room', () => {
  it('[CH40] have a line for each turn and question, with the figures of the minutes and nobody who asked anonymously', () => {
    const log = logOf(
      grants(0, 'ann', 0), ends(60, 1), measures(61, 1, 41_000), asks(62, 'bob', '=1+1', { as: 'q', anonymous: true }), says('mod', 'question.approve', question('q')), closes(90),
    );
    const turns = named(log, 'turns');
    expect(turns.heads).toEqual(expect.arrayContaining(['Speaker', 'Subject', 'Time on the clock', 'Net speech']));
    expect(turns.rows).toHaveLength(1);
    expect(turns.rows[0]).toEqual(expect.arrayContaining([1, 60_000, 41_000, 'contribution', 'finished']));
    expect(named(log, 'questions').rows).toEqual([expect.arrayContaining([1, '=1+1', 'anonymous', null, 'not answered'])]);
    expect(named(log, 'turns', 'zh-CN').heads).toEqual(expect.arrayContaining(['发言人', '计时', '净发言']));
    expect(turns.columns.filter(({ kind }) => kind === 'instant')).toHaveLength(2);
  });

  it('[CH40] tell of votes the figures as the log has them and no choice of anybody, and as many lines as there is', () => {
    const minutes = minutesOf(council());
    const votes = named(council(), 'votes');
    const steps = minutes.motions.flatMap((motion) => motion.steps.filter((step) => step.kind === 'vote'));
    expect(votes.rows).toHaveLength(steps.length);
    expect(steps.length).toBeGreaterThan(0);
    const yes = votes.heads.indexOf('Yes');
    expect(votes.rows.map((row) => row[yes])).toEqual(steps.map(({ result }) => (result === null || result.outcome === 'void' ? null : result.yes)));
    const people = new Set(minutes.attendance.people.flatMap(({ name }) => Object.values(name ?? {})));
    expect(votes.rows.flat().filter((cell) => typeof cell === 'string' && people.has(cell))).toEqual([]);
    expect(named(council(), 'attendance').rows).toHaveLength(minutes.attendance.people.length);
    for (const sheet of sheetsOf(minutes, 'zh-CN')) for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length);
  });
});
