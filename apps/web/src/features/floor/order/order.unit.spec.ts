import { describe, expect, it } from '@jest/globals';
import type { EntryId, OrderPolicy, OrganisationId } from '@yaji/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { id, onItsWay, rehearsal } from '../../../fixtures/rehearsal.ts';
import type { Words } from '../../../i18n/words.ts';
import { modePanel } from './mode-panel.ts';
import { counting, offersOf, orderPanel, oversOf, placed } from './order-panel.ts';
import { orderWords } from './order-words.ts';

const english = JSON.parse(readFileSync(join(process.cwd(), 'apps/web/src/i18n/en.json'), 'utf8')) as { order: Record<string, string> };
const t: Words = (key, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{{${name}}}`, String(value)), english.order[key.replace('order.', '')] ?? '');
const firstTime: OrderPolicy = { policy: 'first-time' };
const byHouse: OrderPolicy = { policy: 'round-robin', over: 'organisation' };

function opened(rules: Parameters<typeof rehearsal>[0] = {}) {
  const play = rehearsal(rules);
  for (const name of ['mod', 'lin', 'ana', 'ben'] as const) play.enter(name);
  return play;
}

describe('the order of the list', () => {
  it('is told in one sentence', () => {
    expect(orderWords([firstTime, byHouse], { t, language: 'en' })).toBe('First-time speakers first, then round robin by organisation, then who asked earlier.');
    expect(orderWords([], { t, language: 'en' })).toBe('Who asked earlier comes first.');
  });
  it('is the one that is being set, before the server has answered', () => {
    const play = opened({ order: [firstTime] });
    expect(orderPanel(play.seen('mod', 1)).policies).toEqual([firstTime]);
    expect(orderPanel(play.seen('mod', 1, [onItsWay('floor.setOrder', { policies: [byHouse] })]))).toMatchObject({ policies: [byHouse], busy: true });
  });
  it('knows whether somebody was moved by hand', () => {
    const play = opened();
    play.say('lin', 'floor.request', {}, 1);
    const entryId = play.say('ana', 'floor.request', {}, 2) as string as EntryId;
    expect(orderPanel(play.seen('mod', 3)).moved).toBe(false);
    play.say('mod', 'floor.move', { entryId, index: 0 }, 4);
    expect(orderPanel(play.seen('mod', 5)).moved).toBe(true);
    play.say('mod', 'floor.restoreOrder', {}, 6);
    expect(orderPanel(play.seen('mod', 7)).moved).toBe(false);
  });
});

describe('what an order can be made of', () => {
  it('counts only by what somebody here belongs to', () => {
    const play = opened();
    expect(orderPanel(play.seen('mod', 1)).groupings).toEqual(['stance']);
    const lin = play.room.members[id('lin')];
    if (lin) lin.organisationId = 'house' as OrganisationId;
    expect(orderPanel(play.seen('mod', 1)).groupings).toEqual(['organisation', 'stance']);
    expect(orderPanel(opened({ groups: ['north'] }).seen('mod', 1)).groupings).toEqual(['group', 'stance']);
  });
  it('offers what is not chosen yet, and never a sixth', () => {
    expect(offersOf([], ['organisation']).map(({ policy }) => policy)).toEqual(['first-time', 'round-robin', 'zipper', 'least-time', 'random']);
    expect(offersOf([firstTime, byHouse], ['organisation', 'stance'])).toContainEqual({ policy: 'round-robin', over: 'stance' });
    expect(offersOf([firstTime, byHouse], ['organisation']).map(({ policy }) => policy)).toEqual(['zipper', 'least-time', 'random']);
    expect(offersOf(Array.from({ length: 5 }, () => firstTime), ['organisation'])).toEqual([]);
  });
  it('counts by something else, and stands elsewhere', () => {
    expect(counting(byHouse, 'country')).toEqual({ policy: 'round-robin', over: 'country' });
    expect(oversOf('least-time', ['organisation'])).toEqual(['person', 'organisation']);
    expect([placed(['a', 'b', 'c'], 2, 0), placed(['a', 'b', 'c'], 0, null)]).toEqual([['c', 'a', 'b'], ['b', 'c']]);
  });
});

describe('the mode', () => {
  it('begins a fixed order with the speakers of the running item', () => {
    const play = opened();
    expect(modePanel(play.seen('mod', 1)).programmed).toEqual([]);
    play.say('mod', 'agenda.startItem', { itemId: 'table' as never }, 2);
    expect(modePanel(play.seen('mod', 3)).programmed).toEqual([id('lin')]);
    play.say('mod', 'floor.setMode', { mode: 'playlist', playlist: [id('ben'), id('lin')] }, 4);
    expect(modePanel(play.seen('mod', 5)).playlist.map(({ participantId }) => participantId)).toEqual([id('ben'), id('lin')]);
  });
  it('shows whom the speaker named, with the turn that a veto names', () => {
    const play = opened({ mode: 'nomination' });
    play.say('mod', 'floor.grantTo', { participantId: id('lin'), afterTurn: 0 }, 1);
    expect(modePanel(play.seen('mod', 2)).nominee).toBeNull();
    play.say('lin', 'floor.nominate', { turn: 1, participantId: id('ana') }, 3);
    expect(modePanel(play.seen('mod', 4)).nominee).toMatchObject({ plate: { participantId: id('ana') }, turn: 1 });
    play.say('mod', 'floor.end', { turn: 1 }, 5);
    expect(modePanel(play.seen('mod', 6)).nominee).toMatchObject({ turn: 1 });
    play.say('mod', 'floor.veto', { turn: 1 }, 7);
    expect(modePanel(play.seen('mod', 8)).nominee).toBeNull();
  });
  it('counts the lots of a draw, and says whose turn the open floor would end', () => {
    const play = opened({ mode: 'draw' });
    play.say('lin', 'floor.request', {}, 1);
    play.say('ben', 'floor.request', {}, 2);
    expect(modePanel(play.seen('mod', 3))).toMatchObject({ among: 2, cuts: null });
    play.say('mod', 'floor.grantTo', { participantId: id('ana'), afterTurn: 0 }, 4);
    expect(modePanel(play.seen('mod', 5)).cuts?.participantId).toBe(id('ana'));
  });
});
