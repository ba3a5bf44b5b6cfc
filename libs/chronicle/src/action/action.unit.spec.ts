import { describe, expect, it } from '@jest/globals';
import type { ActionId, ActionMark } from '@yaji/contracts';
import { enters, id, says } from '../../../salon/test/steps.ts';
import { at, grants, logOf, person, startsTopic, undoes } from '../../test/steps.ts';
import { marksOf, minutesOf, minutesToMarkdown } from '../index.ts';

const task = (what: string): ActionMark => ({ kind: 'action', what, who: [person('ann')], organisation: null, others: null, by: '2026-12-15' });
const marks = (s: number, mark: ActionMark, as: string) => says('mod', 'action.mark', { mark }, { ...at(s), as });
const rewords = (s: number, as: string, mark: ActionMark) => says('moe', 'action.reword', { actionId: id(as), wording: 1, mark }, at(s));
const withdraws = (s: number, actionId: ActionId) => says('mod', 'action.withdraw', { actionId }, at(s));

const log = logOf(
  startsTopic(5, 'table', 'one'), grants(10, 'bob', 0), marks(20, task('Send the calender'), 'a'), marks(25, task('Nothing of this'), 'b'), marks(30, { kind: 'decision', what: 'We meet in *spring*.' }, 'c'),
  rewords(40, 'a', task('Send the calendar | today')), withdraws(45, id('b')), enters('dan', 'speaker', { organisation: 'park', at: at(46).at }),
  marks(50, { kind: 'action', what: 'Book the hall', who: [], organisation: id('park'), others: 'the hosts', by: null }, 'd'),
);

describe('what was marked', () => {
  it('[CH50] stands in the minutes as last worded, under what ran, without what was withdrawn', () => {
    const place = { turn: 1, itemId: 'table', topicId: 'one' };
    expect(marksOf(log)).toEqual({
      actions: [
        { actionId: id('a'), ...place, what: 'Send the calendar | today', who: [{ participantId: person('ann'), name: { en: 'ann' }, organisation: { en: 'ann Park' } }], organisation: null, others: null, by: '2026-12-15', ...at(20) },
        { actionId: id('d'), ...place, what: 'Book the hall', who: [], organisation: { en: 'dan Park' }, others: 'the hosts', by: null, ...at(50) },
      ],
      marked: [{ actionId: id('c'), ...place, text: 'We meet in *spring*.', ...at(30) }],
    });
    expect(minutesOf(log)).toMatchObject(marksOf(log));
  });
  it('[CH50] belongs to no turn where the turn was undone', () => {
    expect(marksOf(logOf(grants(10, 'bob', 0), marks(20, task('Send it'), 'a'), undoes(30, 1))).actions).toMatchObject([{ turn: null }]);
  });
  it('[CH50] [CH6] is written with who and until when, as plain text, and as removed where it was erased', () => {
    const en = minutesToMarkdown(minutesOf(log), { language: 'en', timeZone: 'UTC' });
    expect(en).toContain('We meet in \\*spring\\*.');
    expect(en).toContain('Send the calendar \\| today');
    expect(en).toContain('dan Park, the hosts');
    const erased = log.map((record) => (record.type === 'ActionMarked' || record.type === 'ActionReworded' ? { ...record, words: null } : record));
    expect(marksOf(erased)).toMatchObject({ actions: [{ what: null, by: '2026-12-15' }, { others: null }], marked: [{ text: null }] });
    expect(minutesToMarkdown(minutesOf(erased), { language: 'zh-CN', timeZone: 'UTC' })).toContain('（已删除）');
  });
});
