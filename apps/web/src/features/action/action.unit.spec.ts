import { describe, expect, it } from '@jest/globals';
import type { ActionId } from '@yaji/contracts';
import { id, onItsWay, rehearsal } from '../../fixtures/rehearsal.ts';
import { actionPanel } from './action-panel.ts';
import { readDay } from './desk/read-day.ts';
import { nameables, readLine, typedName } from './desk/read-line.ts';

const { room, enter, say, seen } = rehearsal();
for (const name of ['mod', 'co', 'ben'] as const) enter(name);
// A Thursday.
const today = new Date(2026, 10, 26, 10);
const day = (text: string, language = 'en') => readDay(text, { today, language });
const read = (line: string, language = 'en') => readLine(line, nameables(room), (text) => day(text, language));

describe('what a moderator types', () => {
  it.each([
    ['ben in Latin: send the calendar by 2026-12-15', { who: [id('ben')], what: 'send the calendar', by: '2026-12-15', others: null }],
    ['ben in Latin, lin in Latin and the hosts: book the hall for 300 by next Friday', { who: [id('ben'), id('lin')], others: 'the hosts', what: 'book the hall for 300', by: '2026-12-04' }],
    ['Delegate BEN: send it in two weeks', { who: [id('ben')], what: 'send it', by: '2026-12-10' }],
    ['House of ben: write by 15 Dec, in both languages', { who: [], others: 'House of ben', what: 'write in both languages', by: '2026-12-15' }],
    ['House of: write', { who: [], others: 'House of', what: 'write', by: null }],
    ['Somebody: meet the March group at 10:30', { others: 'Somebody', what: 'meet the March group at 10:30', by: null }],
    ['send the calendar', { who: [], others: null, what: 'send the calendar', by: null }],
    ['<b>ben</b>: <script>alert(1)</script>', { who: [], others: '<b>ben</b>', what: '<script>alert(1)</script>' }],
    ['', { who: [], what: '', by: null }],
  ])('is understood: %s', (line, understood) => expect(read(line)).toMatchObject(understood));
  it.each([
    ['湿地公园：寄出日历，12月15日前', { others: '湿地公园', what: '寄出日历', by: '2026-12-15' }],
    ['ben in Latin、湿地公园：下周五之前写好', { who: [id('ben')], others: '湿地公园', what: '写好', by: '2026-12-04' }],
  ])('is understood in Chinese: %s', (line, understood) => expect(read(line, 'zh-CN')).toMatchObject(understood));
  it('is understood in Spanish', () => expect(read('ben in Latin: enviar el calendario antes del 15 de diciembre', 'es')).toMatchObject({ what: 'enviar el calendario', by: '2026-12-15' }));
  it('names nobody where several could be meant, but whom the mark names already', () => {
    expect(read('中文名: go')).toMatchObject({ who: [], others: '中文名' });
    expect(readLine('中文名: go', nameables(room, [id('lin')]), () => null)).toMatchObject({ who: [id('lin')], others: null });
  });
  it('has no day that does not exist, and reads a huge line at once', () => {
    expect(day('by 2026-02-30')?.day).not.toBe('2026-02-30');
    const started = performance.now();
    read(`${'a, '.repeat(400)}: ${'by '.repeat(3_000)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
  it('has a name that is being typed until there is a colon', () => {
    expect(typedName('ben in Latin, li')).toEqual({ before: 'ben in Latin, ', typed: 'li' });
    expect(typedName('ben in Latin: go')).toBeNull();
  });
});

describe('what was agreed', () => {
  it('is shown with people and day until it is withdrawn', () => {
    const actionId = say('mod', 'action.mark', { mark: { kind: 'action', what: 'Send it', who: [id('ben')], organisation: null, others: null, by: '2026-12-15' } }) as string as ActionId;
    say('co', 'action.mark', { mark: { kind: 'decision', what: 'We meet in spring' } });
    const { tasks, decisions } = actionPanel(seen('ben', 5, [onItsWay('action.withdraw', { actionId })]));
    expect(tasks).toMatchObject([{ what: 'Send it', who: [{ participantId: id('ben') }], by: '2026-12-15', busy: true, markedBy: { participantId: id('mod') } }]);
    expect(decisions).toMatchObject([{ what: 'We meet in spring', busy: false }]);
    say('co', 'action.withdraw', { actionId });
    expect(actionPanel(seen('ben', 6)).tasks).toEqual([]);
  });
});
