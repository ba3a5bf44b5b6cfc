import { describe, expect, it } from '@jest/globals';
import type { ActionMark, Draft, TranscriptLine } from '@yaji/contracts';
import { says } from '../../../salon/test/steps.ts';
import { at, closes, ends, grants, logOf, person } from '../../test/steps.ts';
import { changed, emptyDraft, offeredActions } from '../index.ts';

const marks = (s: number, mark: ActionMark, as: string) => says('mod', 'action.mark', { mark }, { ...at(s), as });
const task = (what: string): ActionMark => ({ kind: 'action', what, who: [person('ann')], organisation: null, others: null, by: null });
const line = (s: number, text: string, language = 'en'): TranscriptLine => ({ lineId: `l${s}`, turn: 1, participantId: person('bob'), language, fromAt: at(s).at, toAt: at(s + 4).at, text });

const lines = [
  line(100, 'I will send the calendar round by Friday.'), line(200, 'So ann will write the letter.'), line(300, 'We have agreed to meet in spring.'), line(400, 'We have decided to plant forty trees.'),
  line(500, 'ann will call the ferry.'), line(600, '我下周五前把会场的照片发给大家。', 'zh-CN'), line(700, `I will send ${'x'.repeat(600)} by Friday.`), line(800, 'It rained.'),
];
const log = logOf(
  grants(10, 'bob', 0), marks(230, task('Letter to the mayor'), 'a'), marks(320, { kind: 'decision', what: 'A meeting in the spring.' }, 'b'),
  marks(395, task('Forty trees, to be planted'), 'c'), marks(900, task('Call the ferry at last'), 'd'), ends(1_000, 1), closes(1_100),
);
const offered = (draft: Draft = emptyDraft) => offeredActions(log, { lines, timeZone: 'Asia/Shanghai' }, draft);
const chair = { by: person('mod'), at: 1 };

describe('what is offered to be taken up', () => {
  it('[CH51] is what was said and not marked, with who, when it was said, and the day that was meant', () => {
    const [first, second, third, ...more] = offered();
    expect(first).toMatchObject({ said: { lineId: 'l100', text: 'I will send the calendar round by Friday.' }, kind: 'action', speaker: person('bob'), at: at(100).at, who: person('bob'), byWords: 'by Friday' });
    expect(first?.by).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(new Date(`${first?.by ?? ''}T00:00:00Z`).getUTCDay()).toBe(5);
    // Marked as a task: that it was decided is another thing.
    expect(second).toMatchObject({ said: { lineId: 'l400' }, kind: 'decision', who: null, by: null, byWords: null });
    expect(third).toMatchObject({ said: { lineId: 'l600' }, language: 'zh-CN', who: person('bob'), byWords: '下周五前' });
    expect(more).toEqual([]);
  });

  it('[CH51] is not offered again once it is taken up, in whatever words, or passed over, until that is taken back', () => {
    const [one, two, three] = offered();
    if (!one || !two || !three) throw new Error('nothing is offered');
    const action = { actionId: '22222222-2222-4222-8222-222222222222', kind: 'action' as const, what: 'Something quite different', who: [], organisation: null, by: null };
    const taken = changed(emptyDraft, { what: 'action', action: { ...action, said: one.said } }, chair);
    expect(taken && offered(taken)).toEqual([two, three]);
    const byHand = changed(emptyDraft, { what: 'action', action: { ...action, what: 'Send round the calendar' } }, chair);
    expect(byHand && offered(byHand)).toEqual([two, three]);
    const passed = changed(emptyDraft, { what: 'pass-over', said: two.said, passed: true }, chair);
    expect(passed && offered(passed)).toEqual([one, three]);
    const back = passed && changed(passed, { what: 'pass-over', said: two.said, passed: false }, chair);
    expect(back && offered(back)).toEqual([one, two, three]);
  });

  it('[CH51] is nothing where nothing was written down', () => {
    expect(offeredActions(log, { lines: [], timeZone: 'Nowhere/At_All' }, emptyDraft)).toEqual([]);
  });
});
