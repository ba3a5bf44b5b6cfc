import { describe, expect, it } from '@jest/globals';
import type { BallotTerms, Majority, MajorityOf } from '@yaji/contracts';
import { baseOf, neededOf, quorumFits, quorumNeeded, resultFrom } from './majority.ts';

const terms = (majority: Majority, base: MajorityOf, tie: BallotTerms['tie'] = 'lost'): BallotTerms =>
  ({ secrecy: 'named', electorate: 'register', majority, base, tie, quorum: null, closesAfterMs: null });
const figures = (yes: number, no: number, abstain = 0) => ({ yes, no, abstain, present: 20, entitled: 24 });
const outcome = (majority: Majority, base: MajorityOf, counted: ReturnType<typeof figures>) => resultFrom(terms(majority, base), counted, null).outcome;

describe('the majority', () => {
  // Worked out by hand: the last figure that loses, and the first that carries.
  it.each<[Majority, number, number]>([
    ['simple', 0, 1], ['simple', 1, 1], ['simple', 2, 2], ['simple', 17, 9], ['simple', 18, 10], ['absolute', 18, 10], ['absolute', 19, 10],
    ['two-thirds', 0, 1], ['two-thirds', 1, 1], ['two-thirds', 2, 2], ['two-thirds', 3, 2], ['two-thirds', 17, 12], ['two-thirds', 18, 12], ['two-thirds', 19, 13], ['two-thirds', 100, 67],
    ['three-quarters', 0, 1], ['three-quarters', 3, 3], ['three-quarters', 4, 3], ['three-quarters', 17, 13], ['three-quarters', 18, 14], ['three-quarters', 20, 15], ['three-quarters', 100, 75],
    ['unanimous', 0, 1], ['unanimous', 1, 1], ['unanimous', 17, 17], ['two-thirds', 999_999_999, 666_666_666], ['simple', 1_000_000_000, 500_000_001],
  ])('[B7] %s of %i needs %i', (majority, base, needed) => expect(neededOf(majority, base)).toBe(needed));

  it.each<[Majority, MajorityOf, [number, number, number], string]>([
    ['simple', 'yes-no', [9, 9, 2], 'lost'], ['simple', 'yes-no', [10, 9, 1], 'carried'], ['simple', 'yes-no', [1, 0, 19], 'carried'], ['simple', 'yes-no', [0, 0, 20], 'lost'],
    ['simple', 'cast', [10, 9, 1], 'lost'], ['simple', 'cast', [11, 8, 1], 'carried'], ['simple', 'cast', [10, 0, 10], 'lost'],
    ['absolute', 'present', [10, 0, 0], 'lost'], ['absolute', 'present', [11, 0, 0], 'carried'], ['absolute', 'entitled', [12, 0, 0], 'lost'], ['absolute', 'entitled', [13, 7, 0], 'carried'],
    ['two-thirds', 'yes-no', [11, 6, 3], 'lost'], ['two-thirds', 'yes-no', [12, 6, 2], 'carried'], ['two-thirds', 'cast', [13, 5, 2], 'lost'], ['two-thirds', 'cast', [14, 5, 1], 'carried'],
    ['two-thirds', 'present', [13, 0, 0], 'lost'], ['two-thirds', 'present', [14, 0, 0], 'carried'], ['two-thirds', 'entitled', [15, 0, 0], 'lost'], ['two-thirds', 'entitled', [16, 4, 0], 'carried'],
    ['three-quarters', 'yes-no', [14, 5, 1], 'lost'], ['three-quarters', 'yes-no', [15, 5, 0], 'carried'], ['three-quarters', 'cast', [14, 4, 2], 'lost'], ['three-quarters', 'present', [15, 0, 0], 'carried'], ['three-quarters', 'entitled', [17, 0, 0], 'lost'], ['three-quarters', 'entitled', [18, 0, 0], 'carried'],
    ['unanimous', 'yes-no', [19, 1, 0], 'lost'], ['unanimous', 'yes-no', [19, 0, 1], 'carried'], ['unanimous', 'cast', [19, 0, 1], 'lost'], ['unanimous', 'cast', [17, 0, 0], 'carried'],
    ['unanimous', 'present', [19, 0, 0], 'lost'], ['unanimous', 'present', [20, 0, 0], 'carried'], ['unanimous', 'entitled', [20, 0, 0], 'lost'], ['unanimous', 'entitled', [24, 0, 0], 'carried'], ['unanimous', 'yes-no', [0, 0, 0], 'lost'],
  ])('[B7] [B8] %s of %s, of 20 present and 24 entitled: for, against and abstaining %j is %s', (majority, base, counted, expected) => expect(outcome(majority, base, figures(...counted))).toBe(expected));

  it('[B8] takes its base from what it is named with', () => {
    const counted = { ...figures(7, 5, 3), present: 18 };
    expect((['yes-no', 'cast', 'present', 'entitled'] as const).map((base) => baseOf(base, counted))).toEqual([12, 15, 18, 24]);
  });

  it('[B9] a tie is lost, or for the chair; only where one more yes would carry it', () => {
    expect(outcome('simple', 'yes-no', figures(9, 9))).toBe('lost');
    const chair = (majority: Majority, base: MajorityOf, counted: ReturnType<typeof figures>) => resultFrom(terms(majority, base, 'chair'), counted, null).outcome;
    expect(chair('simple', 'yes-no', figures(9, 9, 2))).toBe('tied');
    expect(chair('absolute', 'cast', figures(9, 9))).toBe('tied');
    expect(chair('absolute', 'present', figures(10, 10))).toBe('tied');
    expect(chair('simple', 'cast', figures(9, 9, 2))).toBe('lost');
    expect(chair('two-thirds', 'yes-no', figures(9, 9))).toBe('lost');
    expect(chair('simple', 'yes-no', figures(0, 0, 20))).toBe('lost');
    expect(chair('simple', 'yes-no', figures(10, 9))).toBe('carried');
  });

  it('[B20] is unanimous with no vote against and none abstaining', () => {
    expect(resultFrom(terms('simple', 'yes-no'), figures(17, 0), null).unanimous).toBe(true);
    expect(resultFrom(terms('simple', 'yes-no'), figures(17, 0, 1), null).unanimous).toBe(false);
    expect(resultFrom(terms('simple', 'yes-no'), figures(17, 1), null).unanimous).toBe(false);
    expect(resultFrom(terms('absolute', 'entitled'), figures(3, 0), null)).toMatchObject({ outcome: 'lost', unanimous: false });
  });
});

describe('the quorum', () => {
  const entitled = { members: 18, weight: 40 };
  it.each<['members' | 'weight', 'share' | 'number', number, number]>([
    ['members', 'share', 50, 9], ['members', 'share', 51, 10], ['members', 'share', 66.67, 13], ['members', 'share', 66.66, 12], ['members', 'share', 100, 18], ['members', 'share', 0.01, 1],
    ['weight', 'share', 50, 20], ['weight', 'share', 75, 30], ['weight', 'share', 33.33, 14], ['members', 'number', 12, 12], ['weight', 'number', 40, 40],
  ])('[B6] of %s, a %s of %d: %i must be there', (of, kind, value, needed) => expect(quorumNeeded({ of, kind, value }, entitled)).toBe(needed));

  it('[B6] is above 0 and up to 100 %, or from 1 to all that there are', () => {
    const fits = (of: 'members' | 'weight', kind: 'share' | 'number', value: number) => quorumFits({ of, kind, value }, entitled);
    expect([0, 0.001, 0.01, 100, 100.01, 101, -1].map((value) => fits('members', 'share', value))).toEqual([false, false, true, true, false, false, false]);
    expect([0, 1, 18, 19, 1.5].map((value) => fits('members', 'number', value))).toEqual([false, true, true, false, false]);
    expect([40, 41].map((value) => fits('weight', 'number', value))).toEqual([true, false]);
  });
});
