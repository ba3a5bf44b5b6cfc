import { describe, expect, it } from '@jest/globals';
import type { EntryId } from '@yaji/contracts';
import { id, onItsWay, rehearsal } from '../../fixtures/rehearsal.ts';
import { catchUpPanel } from './catch-up-panel.ts';
import { deskTurn } from './turn/desk-turn.ts';
import { queuePanel } from './queue/queue-panel.ts';
import { turnPanel } from './turn/turn-panel.ts';

function withThree() {
  const play = rehearsal();
  for (const name of ['mod', 'lin', 'ana', 'ben'] as const) play.enter(name);
  const entries = (['lin', 'ana', 'ben'] as const).map((name, i) => play.say(name, 'floor.request', {}, i + 1) as string as EntryId);
  return { play, entries };
}

describe('the queue', () => {
  it('shows who waits, in order, with an estimate and who speaks for the first time', () => {
    const { play } = withThree();
    const { rows, mine } = queuePanel(play.seen('ben', 10));
    expect(rows.map(({ place, plate, firstTime }) => [place, plate.participantId, firstTime])).toEqual([[1, id('lin'), true], [2, id('ana'), true], [3, id('ben'), true]]);
    expect(rows.map(({ estimate }) => estimate?.toMs)).toEqual([0, 180_000, 360_000]);
    expect(mine).toMatchObject({ state: 'waiting', place: 3 });
  });
  it('knows what a person can do', () => {
    const { play } = withThree();
    play.enter('cho');
    expect(queuePanel(play.seen('cho', 10)).mine.state).toBe('may-raise');
    expect(queuePanel(play.seen('cho', 10, [onItsWay('floor.request', {})])).mine.state).toBe('raising');
    play.say('mod', 'floor.closeList', {}, 11);
    expect(queuePanel(play.seen('cho', 12)).mine.state).toBe('list-closed');
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 13);
    expect(queuePanel(play.seen('lin', 14))).toMatchObject({ mine: { state: 'speaking' }, speaking: { participantId: id('lin') } });
  });
  it('shows a move before the server has answered', () => {
    const { play, entries } = withThree();
    const [, , last] = entries;
    const rows = last ? queuePanel(play.seen('mod', 10, [onItsWay('floor.move', { entryId: last, index: 0 })])).rows : [];
    expect(rows.map(({ plate }) => plate.participantId)).toEqual([id('ben'), id('lin'), id('ana')]);
  });
  it('says who added somebody', () => {
    const play = rehearsal();
    play.enter('mod');
    play.enter('ben');
    play.say('mod', 'floor.add', { participantId: id('ben') }, 1);
    expect(queuePanel(play.seen('ben', 2)).rows[0]?.addedBy?.participantId).toBe(id('mod'));
  });
});

describe('the turn', () => {
  it('warns when little is left, and tells when it is over', () => {
    const { play } = withThree();
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    expect([20, 165, 195].map((seconds) => turnPanel(play.seen('lin', seconds))?.time)).toEqual(['plenty', 'warned', 'over']);
    expect(turnPanel(play.seen('ana', 20))?.mine).toBe(false);
  });
  it('stands still while it is paused', () => {
    const { play } = withThree();
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    play.say('mod', 'floor.pause', { turn: 1 }, 20);
    expect(turnPanel(play.seen('lin', 600))).toMatchObject({ paused: true, time: 'plenty' });
  });
});

describe('the floor on the desk', () => {
  it('offers the next who is here, and an undo for a minute', () => {
    const { play } = withThree();
    play.say('lin', 'member.leave', {}, 5);
    expect(deskTurn(play.seen('mod', 6))).toMatchObject({ afterTurn: 0, next: { participantId: id('ana') }, undo: null });
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    expect(deskTurn(play.seen('mod', 11))).toMatchObject({ afterTurn: 1, undo: 1, current: { turn: 1, paused: false } });
    expect(deskTurn(play.seen('mod', 75)).undo).toBeNull();
  });
});

describe('catching up', () => {
  it('is offered to those who came later, with the last three speakers', () => {
    const { play } = withThree();
    for (let turn = 0; turn < 3; turn += 1) play.say('mod', 'floor.grantNext', { afterTurn: turn }, 10 + turn * 60);
    play.say('mod', 'floor.end', { turn: 3 }, 200);
    play.enter('cho', 300);
    expect(catchUpPanel(play.seen('cho', 301))?.speakers.map(({ plate }) => plate.participantId)).toEqual([id('ben'), id('ana'), id('lin')]);
    expect(catchUpPanel(play.seen('ana', 301))).toBeNull();
  });
});
