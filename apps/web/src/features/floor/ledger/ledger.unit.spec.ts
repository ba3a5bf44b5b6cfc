import { describe, expect, it } from '@jest/globals';
import type { OrganisationId } from '@yaji/contracts';
import { id, rehearsal } from '../../../fixtures/rehearsal.ts';
import { ledgerPanel, transferOf } from './ledger-panel.ts';

const house = 'river' as OrganisationId;
const lin = { of: 'person', participantId: id('lin') } as const;
const ana = { of: 'person', participantId: id('ana') } as const;

/** Lin speaks for a hundred seconds, then Ben for fifty. */
function spoken(rules: Parameters<typeof rehearsal>[0] = {}) {
  const play = rehearsal(rules);
  for (const name of ['mod', 'lin', 'ana', 'ben'] as const) play.enter(name);
  const member = play.room.members[id('lin')];
  if (member) Object.assign(member, { organisationId: house, country: 'CN', languages: ['zh-CN'] });
  play.say('mod', 'agenda.startTopic', { itemId: 'table' as never, topicId: 'one' as never }, 0);
  play.say('mod', 'floor.grantTo', { participantId: id('lin'), afterTurn: 0 }, 10);
  play.say('mod', 'floor.grantTo', { participantId: id('ben'), afterTurn: 1 }, 110);
  play.say('mod', 'floor.end', { turn: 2 }, 160);
  return play;
}

describe('speaking time', () => {
  it('is told per person, the longest first, against the longest', () => {
    const { rows } = ledgerPanel(spoken().seen('mod', 161), 'person');
    expect(rows.map(({ key, speechMs, turns, part }) => [key, speechMs, turns, part])).toEqual([[id('lin'), 100_000, 1, 1], [id('ben'), 50_000, 1, 0.5]]);
  });
  it('is added up by organisation, country, language and topic; what belongs to none comes last where it is no longer', () => {
    const view = spoken().seen('mod', 161);
    expect(ledgerPanel(view, 'organisation').rows).toMatchObject([{ key: house, name: { en: 'House of lin' } }, { key: '', name: null }]);
    expect(ledgerPanel(view, 'country').rows.map(({ code }) => code)).toEqual(['CN', null]);
    expect(ledgerPanel(view, 'language').rows.map(({ code }) => code)).toEqual(['zh-CN', null]);
    expect(ledgerPanel(view, 'topic').rows).toMatchObject([{ name: { en: 'one' }, speechMs: 150_000, turns: 2 }]);
  });
});

describe('budgets', () => {
  it('are shown before they are used, and as overdrawn', () => {
    const play = spoken({ personBudgetMs: 60_000 });
    const { rows, budgeted } = ledgerPanel(play.seen('mod', 161), 'person');
    expect(budgeted).toBe(true);
    expect(rows.map(({ key, budget, part }) => [key, budget?.leftMs, part])).toEqual([[id('lin'), -40_000, 1], [id('ben'), 10_000, 50 / 60], [id('ana'), 60_000, 0]]);
    play.say('mod', 'floor.topUp', { holder: lin, byMs: 300_000 }, 170);
    expect(ledgerPanel(play.seen('mod', 171), 'person').rows[0]?.budget?.leftMs).toBe(260_000);
  });
  it('go to others in whole minutes, as far as there is something left', () => {
    const play = spoken({ personBudgetMs: 180_000 });
    const panel = ledgerPanel(play.seen('mod', 161), 'person');
    const row = panel.rows.find(({ key }) => key === id('ana'));
    if (!row) throw new Error('Ana has a budget');
    expect(transferOf(panel, row)).toMatchObject({ to: [{ key: id('lin') }, { key: id('ben') }], minutes: [1, 2] });
    play.say('mod', 'floor.transfer', { from: ana, to: lin, byMs: 120_000 }, 170);
    expect(ledgerPanel(play.seen('mod', 171), 'person').rows.map(({ key, budget }) => [key, budget?.leftMs])).toEqual([[id('lin'), 200_000], [id('ben'), 130_000], [id('ana'), 60_000]]);
  });
  it('are not offered where the rules give none', () => {
    expect(ledgerPanel(spoken().seen('mod', 161), 'person').rows.every(({ budget, holder }) => budget === null && holder === null)).toBe(true);
  });
});
