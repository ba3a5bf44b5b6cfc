import { describe, expect, it } from '@jest/globals';
import type { EntryId } from '@yaji/contracts';
import { id, rehearsal } from '../../../fixtures/rehearsal.ts';
import { deskTurn } from './desk-turn.ts';

function speaking(rules: Parameters<typeof rehearsal>[0] = {}) {
  const play = rehearsal(rules);
  for (const name of ['mod', 'lin', 'ana', 'ben', 'cho'] as const) play.enter(name);
  play.say('lin', 'floor.request', {}, 1);
  play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
  return play;
}

/** Lin speaks, and Ana interrupts after forty seconds. */
function interrupted() {
  const play = speaking();
  play.say('ana', 'floor.request', { lane: 'interposed' }, 40);
  play.say('mod', 'floor.grantNext', { afterTurn: 1 }, 50);
  return play;
}

describe('what "next" does on the desk', () => {
  it('gives the floor to the first of the list, and says as what', () => {
    const play = speaking();
    play.say('ben', 'floor.request', {}, 20);
    expect(deskTurn(play.seen('mod', 21)).next).toMatchObject({ does: 'give', plate: { participantId: id('ben') }, lane: 'normal' });
    play.say('ana', 'floor.request', { lane: 'point-of-order' }, 22);
    expect(deskTurn(play.seen('mod', 23)).next).toMatchObject({ does: 'give', plate: { participantId: id('ana') }, lane: 'point-of-order' });
  });
  it('goes back to whom an interruption made wait, with exactly the rest', () => {
    const play = interrupted();
    play.say('ben', 'floor.request', {}, 55);
    const { next, waiting, current } = deskTurn(play.seen('mod', 90));
    expect(next).toMatchObject({ does: 'back', plate: { participantId: id('lin') }, restMs: 140_000 });
    expect(waiting).toMatchObject([{ turn: 1, restMs: 140_000 }]);
    expect(current).toMatchObject({ turn: 2, lane: 'interposed' });
  });
  it('is the next interruption before it goes back', () => {
    const play = interrupted();
    play.say('mod', 'floor.add', { participantId: id('cho'), lane: 'point-of-order' }, 55);
    expect(deskTurn(play.seen('mod', 60)).next).toMatchObject({ does: 'give', plate: { participantId: id('cho') }, lane: 'point-of-order' });
  });
  it('draws among those who wait, and is nothing while the floor is open to all', () => {
    const play = rehearsal({ mode: 'draw' });
    for (const name of ['mod', 'lin', 'ana'] as const) play.enter(name);
    play.say('lin', 'floor.request', {}, 1);
    play.say('ana', 'floor.request', {}, 2);
    expect(deskTurn(play.seen('mod', 3)).next).toEqual({ does: 'draw', among: 2 });
    play.say('mod', 'floor.setMode', { mode: 'open' }, 4);
    expect(deskTurn(play.seen('mod', 5)).next).toEqual({ does: 'nothing', mode: 'open' });
  });
});

describe('what can be taken back', () => {
  it('is the end of an interruption, while the interrupted goes on', () => {
    const play = interrupted();
    play.say('mod', 'floor.end', { turn: 2 }, 70);
    expect(deskTurn(play.seen('mod', 80))).toMatchObject({ undo: 2, current: { turn: 1 } });
    play.say('mod', 'floor.undo', { turn: 2 }, 81);
    expect(deskTurn(play.seen('mod', 82)).current).toMatchObject({ turn: 2 });
  });
});

describe('the state of the turn', () => {
  it('says how long a soft close still lasts, and when the sound fades', () => {
    const play = speaking({ atLimit: 'soft-close', softCloseMs: 30_000 });
    expect(deskTurn(play.seen('mod', 180)).closing).toBeNull();
    expect(deskTurn(play.seen('mod', 195)).closing).toEqual({ leftMs: 25_000, fading: false });
    expect(deskTurn(play.seen('mod', 215)).closing).toEqual({ leftMs: 5_000, fading: true });
  });
  it('offers the interpreters who are here, and pauses whoever speaks', () => {
    const play = speaking({ interpretation: 'consecutive' });
    expect(deskTurn(play.seen('mod', 20)).current?.interpreting).toBeNull();
    play.say('mod', 'member.setRole', { participantId: id('cho'), role: 'interpreter' }, 21);
    expect(deskTurn(play.seen('mod', 22)).current?.interpreting).toMatchObject({ by: null, others: [{ participantId: id('cho') }] });
    play.say('mod', 'floor.interpret', { turn: 1, participantId: id('cho') }, 40);
    expect(deskTurn(play.seen('mod', 50)).current).toMatchObject({ paused: false, restMs: 150_000, interpreting: { by: { participantId: id('cho') }, others: [] } });
    play.say('mod', 'floor.pause', { turn: 1 }, 60);
    expect(deskTurn(play.seen('mod', 61)).current?.paused).toBe(true);
  });
  it('keeps the entries that wait as they are', () => {
    const play = speaking();
    const entryId = play.say('ben', 'floor.request', {}, 20) as string as EntryId;
    play.say('mod', 'floor.grantTo', { participantId: id('ben'), afterTurn: 1, entryId, lane: 'interposed' }, 30);
    expect(deskTurn(play.seen('mod', 31))).toMatchObject({ afterTurn: 2, current: { lane: 'interposed' }, waiting: [{ turn: 1 }] });
  });
});
