import { describe, expect, it } from '@jest/globals';
import type { ParticipantId, TranscriptLine } from '@yaji/contracts';
import { listed, withTerm } from './glossary-terms.ts';
import { rewording } from './rewording.ts';
import { turnsOf, wantedOf } from './turns-of.ts';
import { partsOf, wordsWanted } from './words-wanted.ts';

const [ann, bob] = ['ann', 'bob'] as [ParticipantId, ParticipantId];
const line = (lineId: string, turn: number | null, participantId: ParticipantId | null, rest: Partial<TranscriptLine> = {}): TranscriptLine => ({ lineId, turn, participantId, language: 'en', fromAt: Number(lineId), toAt: Number(lineId) + 5, text: `line ${lineId}`, ...rest });
const spoken = [line('1', null, null), line('2', 1, ann, { toAt: 40 }), line('3', 1, ann, { language: 'zh-CN', text: '第三行' }), line('4', 2, bob), line('5', 2, ann), line('6', 2, bob)];
const idsOf = (turns: ReturnType<typeof wantedOf>) => turns.map(({ lines }) => lines.map(({ lineId }) => lineId).join(' '));

describe('a transcript on its page', () => {
  it('is told by turn, with the language where there is one', () => {
    const turns = turnsOf(spoken);
    expect(idsOf(turns)).toEqual(['1', '2 3', '4', '5', '6']);
    expect(turns[1]).toMatchObject({ key: '2', turn: 1, participantId: ann, language: null, fromAt: 2, toAt: 40 });
    expect(turnsOf([])).toEqual([]);
  });
  it('shows the lines that are looked for, and those that are being changed', () => {
    const turns = turnsOf(spoken);
    const nothingOpen = new Set<string>();
    expect(wantedOf(turns, { words: null, language: null, open: nothingOpen })).toBe(turns);
    expect(idsOf(wantedOf(turns, { words: null, language: 'zh-CN', open: nothingOpen }))).toEqual(['3']);
    expect(idsOf(wantedOf(turns, { words: wordsWanted(' LINE 4 '), language: 'en', open: new Set(['1']) }))).toEqual(['1', '4']);
    expect(wantedOf(turns, { words: wordsWanted('line.4'), language: null, open: nothingOpen })).toEqual([]);
  });
  it('marks what is looked for wherever it stands, as it stands', () => {
    expect(partsOf('Tea (green) and tea', wordsWanted('TEA'))).toEqual(['', 'Tea', ' (green) and ', 'tea', '']);
    expect(partsOf('Tea (green)', wordsWanted('(GREEN)'))).toEqual(['Tea ', '(green)', '']);
    expect([wordsWanted('  '), partsOf('Tea', null)]).toEqual([null, ['Tea']]);
  });
  it('tells a change by whole words', () => {
    expect(rewording('The tets are open', 'The tests are open')).toEqual({ head: 'The ', was: 'tets', is: 'tests', tail: ' are open' });
    expect(rewording('no no', 'no no no')).toEqual({ head: 'no no', was: '', is: ' no', tail: '' });
    expect(rewording('', 'all')).toEqual({ head: '', was: '', is: 'all', tail: '' });
    expect(rewording('same', 'same')).toEqual({ head: 'same', was: '', is: '', tail: '' });
  });
  it('takes names with commas between, and adds to a name that is there', () => {
    expect(listed(' bark of tests，  park、park; bark of tests,\n,')).toEqual(['bark of tests', 'park']);
    const kept = withTerm([{ text: 'Park', heardAs: ['bark'] }], { text: 'Bridge', heardAs: [] });
    expect(withTerm(kept, { text: 'Park', heardAs: ['pork', 'bark'] })).toEqual([{ text: 'Park', heardAs: ['bark', 'pork'] }, { text: 'Bridge', heardAs: [] }]);
  });
});
