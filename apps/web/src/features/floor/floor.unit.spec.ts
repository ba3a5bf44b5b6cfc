import { describe, expect, it } from '@jest/globals';
import type { EntryId } from '@yaji/contracts';
import { id, onItsWay, opening, rehearsal } from '../../fixtures/rehearsal.ts';
import type { RoomView } from '../../live/room-view.ts';
import { catchUpPanel } from './catch-up-panel.ts';
import { deskTurn } from './turn/desk-turn.ts';
import { myTurn } from './turn/mine/my-turn.ts';
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
    expect(mine.state).toBe('waiting');
    expect(queuePanel(play.seen('ben', 10)).own.map(({ place, lane }) => [place, lane])).toEqual([[3, 'normal']]);
  });
  it('knows what a person can do', () => {
    const { play } = withThree();
    play.enter('cho');
    expect(queuePanel(play.seen('cho', 10)).mine.state).toBe('may-raise');
    expect(queuePanel(play.seen('cho', 10, [onItsWay('floor.request', {})])).mine.state).toBe('raising');
    play.say('mod', 'floor.closeList', {}, 11);
    expect(queuePanel(play.seen('cho', 12)).mine.state).toBe('list-closed');
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 13);
    expect(queuePanel(play.seen('lin', 14))).toMatchObject({ mine: { state: 'speaking' }, speaking: { participantId: id('lin') }, choices: { lanes: [] } });
  });
  it('offers the lanes that the rules give a role, each once, and points of order on a closed list', () => {
    const play = rehearsal({ lanes: { interposed: ['speaker'], intervention: [], 'point-of-order': ['speaker', 'attendee'] }, categories: [{ category: 'vote', title: { en: 'To vote' }, rank: 1 }] });
    for (const name of ['mod', 'lin', 'ben'] as const) play.enter(name);
    const lanes = (name: 'lin' | 'ben' | 'mod', seconds: number) => queuePanel(play.seen(name, seconds)).choices.lanes;
    expect([lanes('lin', 1), lanes('ben', 1), lanes('mod', 1)]).toEqual([['normal', 'point-of-order', 'interposed'], ['normal', 'point-of-order'], ['normal', 'point-of-order', 'intervention', 'interposed']]);
    play.say('ben', 'floor.request', { lane: 'point-of-order', category: 'vote', note: 'now, please' }, 2);
    play.say('ben', 'floor.request', { stance: 'contra' }, 3);
    expect(lanes('ben', 4)).toEqual([]);
    expect(queuePanel(play.seen('ben', 4)).own).toMatchObject([
      { lane: 'point-of-order', place: 1, category: { en: 'To vote' }, note: 'now, please', stance: null }, { lane: 'normal', place: 2, stance: 'contra', note: null },
    ]);
    play.say('mod', 'floor.closeList', {}, 5);
    expect([lanes('lin', 6), queuePanel(play.seen('lin', 6)).mine.state]).toEqual([['point-of-order'], 'list-closed']);
  });
  it('puts an answer under what it answers, and says whom', () => {
    const { play, entries: [first] } = withThree();
    play.enter('cho');
    if (first) play.say('cho', 'floor.request', { answers: first }, 5);
    const { rows } = queuePanel(play.seen('cho', 6));
    expect(rows.map(({ plate, answers }) => [plate.participantId, answers?.participantId ?? null])).toEqual([[id('lin'), null], [id('cho'), id('lin')], [id('ana'), null], [id('ben'), null]]);
    expect(queuePanel(play.seen('ben', 6)).choices.answerable).toEqual([]);
  });
  it('says by whose hand an entry was moved', () => {
    const { play, entries: [, , last] } = withThree();
    if (last) play.say('mod', 'floor.move', { entryId: last, index: 0 }, 60);
    const { rows, upNext } = queuePanel(play.seen('ben', 61));
    expect([rows[0]?.moved, upNext?.participantId]).toMatchObject([{ by: { participantId: id('mod') }, at: opening + 60_000 }, id('ben')]);
  });
  it('knows who is next in every mode, and that a draw does not', () => {
    const { play } = withThree();
    const next = (seconds: number) => queuePanel(play.seen('ben', seconds)).upNext?.participantId ?? null;
    expect(next(10)).toBe(id('lin'));
    play.say('mod', 'floor.setMode', { mode: 'playlist', playlist: [id('ana'), id('lin')] }, 11);
    expect([next(12), queuePanel(play.seen('ben', 12)).coming.map(({ participantId }) => participantId)]).toEqual([id('ana'), [id('ana'), id('lin')]]);
    play.say('mod', 'floor.setMode', { mode: 'draw' }, 13);
    expect(next(14)).toBeNull();
    play.say('mod', 'floor.setMode', { mode: 'open' }, 15);
    expect([next(16), queuePanel(play.seen('ben', 16)).coming]).toEqual([null, []]);
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

describe('what the floor asks of a person', () => {
  const seen = (view: RoomView) => myTurn(view, queuePanel(view));
  it('tells who is next, who speaks, and who is interrupted with what is kept', () => {
    const { play } = withThree();
    expect([seen(play.seen('lin', 5))?.state, seen(play.seen('ana', 5))]).toEqual(['next', null]);
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    play.say('ana', 'floor.request', { lane: 'point-of-order' }, 40);
    play.say('mod', 'floor.grantNext', { afterTurn: 1 }, 60);
    expect(seen(play.seen('lin', 90))).toMatchObject({ state: 'interrupted', by: { participantId: id('ana') }, restMs: 130_000 });
    expect(turnPanel(play.seen('ben', 90))).toMatchObject({ lane: 'point-of-order', interrupted: { plate: { participantId: id('lin') }, restMs: 130_000 } });
    expect(seen(play.seen('ana', 90))).toMatchObject({ state: 'speaking', passing: { mayYield: true, nominee: undefined } });
    expect(queuePanel(play.seen('lin', 90)).mine.state).toBe('interrupted');
  });
  it('lets a speaker pass the rest to whoever is here, those who wait first', () => {
    const { play } = withThree();
    play.enter('cho');
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    const mine = seen(play.seen('lin', 20));
    expect(mine?.state === 'speaking' && mine.passing.heirs.map(({ participantId }) => participantId)).toEqual([id('ana'), id('ben'), id('mod'), id('cho')]);
    expect(seen(play.seen('lin', 200))).toMatchObject({ passing: { mayYield: false } });
  });
  it('asks for the next by nomination, and shows whom one has named', () => {
    const { play } = withThree();
    play.say('mod', 'floor.setMode', { mode: 'nomination' }, 9);
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    expect(seen(play.seen('lin', 11))).toMatchObject({ passing: { nominee: null } });
    play.say('lin', 'floor.nominate', { turn: 1, participantId: id('ben') }, 12);
    expect(seen(play.seen('lin', 13))).toMatchObject({ passing: { nominee: { participantId: id('ben') } } });
    expect([seen(play.seen('ben', 13))?.state, seen(play.seen('ana', 13))]).toEqual(['next', null]);
  });
  it('lets interpreters take over and hand back, with a clock of their own', () => {
    const play = rehearsal({ interpretation: 'consecutive' });
    for (const name of ['mod', 'lin', 'cho'] as const) play.enter(name);
    const interpreter = (seconds: number): RoomView => ({ ...play.seen('cho', seconds), me: { participantId: id('cho'), role: 'interpreter' } });
    play.say('mod', 'member.setRole', { participantId: id('cho'), role: 'interpreter' }, 1);
    play.say('lin', 'floor.request', {}, 2);
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    expect(seen(interpreter(20))?.state).toBe('may-interpret');
    expect(seen(play.seen('lin', 20))).toMatchObject({ passing: { interpreters: [{ participantId: id('cho') }] } });
    play.say('cho', 'floor.interpret', { turn: 1, participantId: id('cho') }, 160);
    expect(seen(interpreter(165))).toMatchObject({ state: 'interpreting', turn: { interpreter: { participantId: id('cho') }, time: 'plenty', paused: false } });
    expect(seen(play.seen('lin', 165))).toMatchObject({ state: 'speaking', turn: { interpreter: { participantId: id('cho') } }, passing: { interpreters: [] } });
    play.say('cho', 'floor.interpret', { turn: 1, participantId: null }, 170);
    expect(turnPanel(play.seen('lin', 171))).toMatchObject({ interpreter: null, time: 'warned' });
  });
  it('tells guests of the stage that the floor is open', () => {
    const { play } = withThree();
    play.say('mod', 'stage.bring', { participantId: id('ben') }, 5);
    play.say('mod', 'floor.setMode', { mode: 'open' }, 6);
    expect([seen(play.seen('ben', 7))?.state, seen(play.seen('ana', 7))]).toEqual(['open-stage', null]);
  });
  it('says before the sound fades that it will', () => {
    const play = rehearsal({ atLimit: 'soft-close', softCloseMs: 30_000 });
    for (const name of ['mod', 'lin'] as const) play.enter(name);
    play.say('lin', 'floor.request', {}, 1);
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    expect([180, 195, 215].map((seconds) => turnPanel(play.seen('lin', seconds))?.softClose ?? null)).toEqual([null, { fadesInMs: 15_000, endsInMs: 25_000 }, { fadesInMs: 0, endsInMs: 5_000 }]);
  });
});

describe('the floor on the desk', () => {
  it('offers the next who is here, and an undo for a minute', () => {
    const { play } = withThree();
    play.say('lin', 'member.leave', {}, 5);
    expect(deskTurn(play.seen('mod', 6))).toMatchObject({ afterTurn: 0, next: { plate: { participantId: id('ana') } }, undo: null });
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
