import { describe, expect, it } from '@jest/globals';
import type { Holder, RoomRules } from '@yaji/contracts';
import { ends, next, raises, second as s, speaks, to } from '../../../test/floor.ts';
import { enters, given, id, person, says, scene, t0, type Step } from '../../../test/given.ts';
import { budgetOf, estimates, ledger, limitMs } from '../../index.ts';

const at = (seconds: number): number => t0 + seconds * s;
const ofPerson = (name: string): Holder => ({ of: 'person', participantId: person(name) });
const park: Holder = { of: 'organisation', organisationId: id('park') };
const house = (rules: Partial<RoomRules> = {}): Step[] => [
  ...scene(rules), enters('dan', 'speaker', { organisation: 'park', country: 'ES', languages: ['es'], at: t0 }), enters('eve', 'speaker', { organisation: 'park', country: 'ES', at: t0 }),
];

describe('the ledger', () => {
  const spoken = [...house(), ...speaks('dan', 1, { from: at(10), forMs: 60 * s }), ...speaks('eve', 2, { from: at(80), forMs: 30 * s }), ...speaks('ann', 3, { from: at(120), forMs: 10 * s })];
  const measured = says(null, 'floor.measure', { turn: 1, speechMs: 41 * s });
  it('[F40] adds up one figure by person, organisation, country, language and topic', () =>
    given(spoken, measured, says(null, 'floor.measureOpen', { participantId: person('dan'), speechMs: 5 * s })).leaves((room) => {
      expect(ledger(room, 'person').get(person('dan'))).toEqual({ clockMs: 65 * s, speechMs: 46 * s, turns: 1 });
      expect(ledger(room, 'organisation').get(id('park'))).toEqual({ clockMs: 95 * s, speechMs: 76 * s, turns: 2 });
      expect(ledger(room, 'country').get('ES')).toMatchObject({ speechMs: 76 * s });
      expect(ledger(room, 'language').get('es')).toMatchObject({ speechMs: 46 * s });
      expect(ledger(room, 'topic').get('')).toMatchObject({ speechMs: 86 * s, turns: 3 });
    }));
});

describe('a budget', () => {
  const rules = { personBudgetMs: 120 * s, organisationBudgetMs: 150 * s };
  const spoken = [...house(rules), ...speaks('dan', 1, { from: at(10), forMs: 60 * s })];
  it('[F41] is used by contributions and open speech, and not by points of order', () => {
    given(spoken).leaves((room) => {
      expect(budgetOf(room, ofPerson('dan'))).toEqual({ totalMs: 120 * s, usedMs: 60 * s, leftMs: 60 * s });
      expect(budgetOf(room, park)).toEqual({ totalMs: 150 * s, usedMs: 60 * s, leftMs: 90 * s });
    });
    given(spoken, says(null, 'floor.measureOpen', { participantId: person('dan'), speechMs: 5 * s })).leaves((room) => expect(budgetOf(room, park)?.usedMs).toBe(65 * s));
    given(spoken, raises('dan', { lane: 'point-of-order' }), next(1, at(100)), ends(2, at(130))).leaves((room) => expect(budgetOf(room, ofPerson('dan'))?.usedMs).toBe(60 * s));
    given(house()).leaves((room) => expect(budgetOf(room, ofPerson('dan'))).toBeNull());
  });
  it('[F41] bounds a contribution, but leaves it half a minute; more is overdraft', () => {
    given(spoken).when(to('dan', 1)).then({ type: 'TurnStarted', data: { limitMs: 60 * s } });
    given(spoken).when(to('eve', 1)).then({ type: 'TurnStarted', data: { limitMs: 90 * s } });
    given(spoken).when(to('ann', 1)).then({ type: 'TurnStarted', data: { limitMs: 120 * s } });
    const overdrawn = [...spoken, to('dan', 1, at(100)), ends(2, at(200))];
    given(overdrawn).leaves((room) => expect(budgetOf(room, ofPerson('dan'))?.leftMs).toBe(-40 * s));
    given(overdrawn).when(to('dan', 2)).then({ type: 'TurnStarted', data: { limitMs: 30 * s } });
    given(spoken).when(to('dan', 1, at(100), { limitMs: 170 * s })).then({ type: 'TurnStarted', data: { limitMs: 170 * s } });
  });
  it('[F41] is topped up by the chair, and given away by whoever has it', () => {
    const topUp = says('mod', 'floor.topUp', { holder: park, byMs: 60 * s });
    given(spoken, topUp).leaves((room) => expect(budgetOf(room, park)?.leftMs).toBe(150 * s));
    const gives = (by: string, byMs: number): Step => says(by, 'floor.transfer', { from: ofPerson('dan'), to: ofPerson('eve'), byMs });
    given(spoken, gives('dan', 20 * s)).leaves((room) => {
      expect(budgetOf(room, ofPerson('dan'))?.leftMs).toBe(40 * s);
      expect(budgetOf(room, ofPerson('eve'))?.leftMs).toBe(140 * s);
    });
    given(spoken).when(gives('dan', 61 * s)).refused('floor/budget-short');
    given(spoken).when(gives('eve', 20 * s)).refused('floor/not-yours');
    given(spoken).when(gives('mod', 20 * s)).then({ type: 'TimeTransferred' });
    given(spoken).when(says('mod', 'floor.topUp', { holder: { of: 'organisation', organisationId: id('nowhere') }, byMs: s })).refused('floor/unknown-holder');
    given(house()).when(topUp).refused('floor/no-budget');
  });
});

describe('the limit', () => {
  it('[F39] is what the grant says, else the room\'s', () => {
    given(scene({ turnLimitMs: 90 * s })).when(to('ann', 0)).then({ type: 'TurnStarted', data: { limitMs: 90 * s } });
    given(scene()).when(to('ann', 0, at(1), { limitMs: 20 * s })).then({ type: 'TurnStarted', data: { limitMs: 20 * s } });
    given(scene()).leaves((room) => expect(limitMs(room)).toBe(180 * s));
  });
  it('[F38] with an interpreter fills a slot twice as long', () =>
    given(scene({ interpretation: 'consecutive' }), raises('ann'), raises('bob')).leaves((room) => expect(estimates(room, t0).get(id('hand-bob'))).toEqual({ fromMs: 360 * s, toMs: 360 * s })));
});
