import { describe, expect, it } from '@jest/globals';
import { ends, entry, moves, next, raises, second as s, to, undoes } from '../../test/floor.ts';
import { enters, given, person, says, scene, t0 } from '../../test/given.ts';
import { estimates, greenRoom, nextDeadline, remainingMs } from '../index.ts';

describe('the queue', () => {
  it('[F1] holds nobody twice, and never the speaker', () => {
    given(scene(), raises('ann'), next(0)).leaves(({ floor }) => {
      expect(floor.queue).toEqual([]);
      expect(floor.current?.participantId).toBe(person('ann'));
    });
    given(scene(), raises('ann'), says('mod', 'floor.add', { participantId: person('ann') })).leaves(({ floor }) => expect(floor.queue).toHaveLength(1));
  });
  it('[F2] takes asking twice for asking once, and refuses the speaker', () => {
    given(scene(), raises('ann')).when(says('ann', 'floor.request', {})).then();
    given(scene(), raises('ann'), next(0)).when(says('ann', 'floor.request', {})).refused('floor/already-speaking');
  });
  it('[F3] lets people withdraw their own hands, and moderators anybody\'s', () => {
    const withdraw = (by: string) => says(by, 'floor.withdraw', { entryId: entry('ann') });
    given(scene(), raises('ann')).when(withdraw('ann')).then({ type: 'FloorWithdrawn', data: { entryId: entry('ann') } });
    given(scene(), raises('ann')).when(withdraw('mod')).then({ type: 'FloorWithdrawn' });
    given(scene(), raises('ann')).when(withdraw('bob')).refused('floor/not-yours');
    given(scene()).when(withdraw('ann')).refused('floor/unknown-entry');
  });
  it('[F4] is served in the order of asking, unless a moderator moved an entry', () => {
    given(scene(), raises('ann'), raises('bob')).when(next(0)).then({ type: 'TurnStarted', data: { participantId: person('ann'), turn: 1 } });
    given(scene(), raises('ann'), raises('bob'), moves('bob', 0)).when(next(0)).then({ type: 'TurnStarted', data: { participantId: person('bob') } });
    given(scene(), raises('ann')).when(says('mod', 'floor.move', { entryId: entry('ann'), index: 99 })).then();
    given(scene(), raises('ann')).when(says('mod', 'floor.move', { entryId: entry('cat'), index: 0 })).refused('floor/unknown-entry');
  });
  it('[F5] takes no hands while the list is closed, but moderators add by name', () => {
    const closed = [...scene(), raises('bob'), says('mod', 'floor.closeList', {})];
    given(closed).when(raises('ann')).refused('floor/list-closed');
    given(closed).when(says('mod', 'floor.add', { participantId: person('ann') })).then({ type: 'FloorRequested', data: { participantId: person('ann') } });
    given(closed).leaves(({ floor }) => expect(floor.queue).toHaveLength(1));
    given(closed).when(says('moe', 'floor.closeList', {})).then();
    given(closed, says('mod', 'floor.reopenList', {})).when(raises('ann')).then({ type: 'FloorRequested' });
    given(scene()).when(says('mod', 'floor.reopenList', {})).then();
    given(scene()).when(says('mod', 'floor.add', { participantId: person('nobody') })).refused('member/unknown');
  });
});

describe('granting', () => {
  it('[F6] passes over who is not present, and keeps their place', () => {
    const annIsAway = [...scene(), says('ann', 'member.leave', {}), says('mod', 'floor.add', { participantId: person('ann') }), raises('bob')];
    given(annIsAway).when(next(0)).then({ type: 'TurnStarted', data: { participantId: person('bob') } });
    given(annIsAway, next(0)).leaves(({ floor }) => expect(floor.queue.map(({ participantId }) => participantId)).toEqual([person('ann')]));
    given(annIsAway, next(0)).when(next(1)).refused('floor/not-present');
    given(scene(), says('mod', 'member.introduce', { participantId: person('eve'), name: { en: 'Eve' }, organisation: null, country: null, languages: [] }),
      says('mod', 'floor.add', { participantId: person('eve') })).when(next(0)).then({ type: 'TurnStarted', data: { participantId: person('eve') } });
    given(scene()).when(next(0)).refused('floor/queue-empty');
  });
  it('[F7] ends the turn under way, so that there is never more than one', () =>
    given(scene(), raises('ann'), next(0, t0 + 10 * s), raises('bob', {}, t0 + 20 * s)).when(next(1, t0 + 40 * s)).then(
      { type: 'TurnEnded', data: { turn: 1, reason: 'next', tookMs: 30 * s } },
      { type: 'TurnStarted', data: { turn: 2, participantId: person('bob'), replaces: 1 } }));
  it('[F8] refuses a stale "next", so that two moderators who press at once grant once', () => {
    given(scene(), raises('ann'), raises('bob'), next(0)).when(says('moe', 'floor.grantNext', { afterTurn: 0 })).refused('floor/stale');
    given(scene(), to('ann', 0)).when(to('bob', 0)).refused('floor/stale');
  });
  it('[F9] goes to anybody present, and takes their entry out of the queue', () => {
    given(scene(), raises('ann'), raises('bob'), to('bob', 0)).leaves(({ floor }) => {
      expect(floor.queue.map(({ participantId }) => participantId)).toEqual([person('ann')]);
      expect(floor.current).toMatchObject({ participantId: person('bob'), clock: { allottedMs: 180 * s } });
    });
    given(scene(), says('ann', 'member.leave', {})).when(to('ann', 0)).refused('floor/not-present');
    given(scene()).when(to('nobody', 0)).refused('member/unknown');
    given(scene(), to('ann', 0)).when(to('ann', 1)).refused('floor/already-speaking');
  });
  it('[F16] numbers turns upwards and never uses a number twice', () =>
    given(scene(), to('ann', 0), undoes(1)).when(to('bob', 1)).then({ type: 'TurnStarted', data: { turn: 2 } }));
});

describe('the turn', () => {
  const speaking = [...scene(), to('ann', 0, t0 + 10 * s)];
  it('[F10] stops its clock in a pause and goes on with exactly what was left', () => {
    const paused = says('mod', 'floor.pause', { turn: 1 }, { at: t0 + 40 * s });
    const resumed = says('mod', 'floor.resume', { turn: 1 }, { at: t0 + 100 * s });
    given(speaking, paused).leaves(({ floor }) => expect(floor.current && remainingMs(floor.current.clock, t0 + 90 * s)).toBe(150 * s));
    given(speaking, paused, resumed).leaves(({ floor }) => expect(floor.current && remainingMs(floor.current.clock, t0 + 110 * s)).toBe(140 * s));
    given(speaking, paused).when(says('moe', 'floor.pause', { turn: 1 })).refused('floor/already-paused');
    given(speaking).when(says('mod', 'floor.resume', { turn: 1 })).refused('floor/not-paused');
  });
  it('[F11] is extended, also after its limit', () =>
    given(speaking, says('mod', 'floor.extend', { turn: 1, byMs: 60 * s }, { at: t0 + 200 * s })).leaves(({ floor }) =>
      expect(floor.current && remainingMs(floor.current.clock, t0 + 200 * s)).toBe(50 * s)));
  it('[F12] is ended by moderators and by its speaker, and says how long it took', () => {
    given(speaking).when(ends(1, t0 + 70 * s)).then({ type: 'TurnEnded', data: { turn: 1, reason: 'ended', tookMs: 60 * s } });
    given(speaking).when(says('ann', 'floor.end', { turn: 1 }, { at: t0 + 20 * s })).then({ type: 'TurnEnded', data: { tookMs: 10 * s } });
    given(speaking).when(says('bob', 'floor.end', { turn: 1 })).refused('floor/not-yours');
  });
  it('[F13] warns at zero or ends having taken exactly its limit, by rule', () => {
    const tick = (at: number) => says(null, 'room.tick', {}, { at });
    given(speaking).when(tick(t0 + 900 * s)).then();
    given(speaking).leaves((room) => expect(nextDeadline(room)).toBeNull());
    const strict = [...scene({ atLimit: 'end' }), to('ann', 0, t0 + 10 * s)];
    given(strict).leaves((room) => expect(nextDeadline(room)).toBe(t0 + 190 * s));
    given(strict).when(tick(t0 + 189 * s)).then();
    given(strict).when(tick(t0 + 900 * s)).then({ type: 'TurnEnded', data: { turn: 1, reason: 'expired', tookMs: 180 * s } });
    given(strict, says('mod', 'floor.pause', { turn: 1 })).leaves((room) => expect(nextDeadline(room)).toBeNull());
  });
  it('[F20] is named by what is done to it', () => {
    given(speaking).when(says('mod', 'floor.pause', { turn: 7 })).refused('floor/stale');
    given(scene()).when(ends(1)).refused('floor/nobody-speaking');
  });
  it('[F17] is measured once, and never longer than it took', () => {
    const measure = (turn: number, speechMs: number) => says(null, 'floor.measure', { turn, speechMs });
    const over = [...speaking, ends(1, t0 + 70 * s)];
    given(over).when(measure(1, 41_500)).then({ type: 'TurnMeasured', data: { speechMs: 41_500 } });
    given(over).when(measure(1, 99 * s)).then({ type: 'TurnMeasured', data: { speechMs: 60 * s } });
    given(over, measure(1, 5)).when(measure(1, 6)).refused('floor/already-measured');
    given(over).when(measure(2, 6)).refused('floor/unknown-turn');
    given(over, measure(1, 5)).leaves(({ floor }) => expect(floor.past[0]?.speechMs).toBe(5));
  });
});

describe('taking back', () => {
  it('[F14] undoes a grant: the entry waits where it was, the earlier turn goes on', () => {
    const mistaken = [...scene(), to('cat', 0, t0 + 10 * s), raises('ann'), raises('bob'), to('bob', 1, t0 + 30 * s)];
    given(mistaken).when(undoes(2, t0 + 40 * s)).then({ type: 'TurnUndone', data: { turn: 2 } }, { type: 'TurnReopened', data: { turn: 1 } });
    given(mistaken, undoes(2, t0 + 40 * s)).leaves(({ floor }) => {
      expect(floor.queue.map(({ participantId }) => participantId)).toEqual([person('ann'), person('bob')]);
      expect(floor.current).toMatchObject({ turn: 1, participantId: person('cat') });
      expect(floor.current && remainingMs(floor.current.clock, t0 + 40 * s)).toBe(160 * s);
      expect(floor.past).toEqual([]);
    });
    given(mistaken).when(undoes(2, t0 + 91 * s)).refused('floor/nothing-to-undo');
    given(mistaken).when(undoes(1, t0 + 40 * s)).refused('floor/nothing-to-undo');
    given(mistaken, says('cat', 'member.leave', {})).when(undoes(2)).then({ type: 'TurnUndone' });
  });
  it('[F15] undoes an end: the turn goes on, and who speaks again no longer waits', () => {
    const ended = [...scene(), to('ann', 0, t0 + 10 * s), ends(1, t0 + 30 * s)];
    given(ended, raises('ann')).when(undoes(1)).then({ type: 'FloorWithdrawn' }, { type: 'TurnReopened', data: { turn: 1 } });
    given(ended).when(undoes(1, t0 + 91 * s)).refused('floor/nothing-to-undo');
    given(scene()).when(undoes(1)).refused('floor/nothing-to-undo');
    given(ended, says('ann', 'member.leave', {})).when(undoes(1)).refused('floor/not-present');
  });
});

describe('looking ahead', () => {
  it('[F18] estimates later for a later place, and sooner as time runs', () =>
    given(scene(), to('cat', 0, t0 + 10 * s), raises('ann'), raises('bob')).leaves((room) => {
      expect(estimates(room, t0 + 70 * s).get(entry('ann'))).toEqual({ fromMs: 0, toMs: 120 * s });
      expect(estimates(room, t0 + 70 * s).get(entry('bob'))).toEqual({ fromMs: 180 * s, toMs: 300 * s });
      expect(estimates(room, t0 + 100 * s).get(entry('bob'))).toEqual({ fromMs: 180 * s, toMs: 270 * s });
      expect(estimates(room, t0).get(entry('cat'))).toBeUndefined();
    }));
  it('[F19] keeps the next, the item\'s speakers and the moderators in the green room, never the speaker', () => {
    given(scene(), raises('cat')).leaves((room) => expect(greenRoom(room)).toEqual(['cat', 'ann', 'own', 'mod', 'moe'].map(person)));
    given(scene(), raises('cat'), next(0)).leaves((room) => expect(greenRoom(room)).not.toContain(person('cat')));
    given(scene(), says('mod', 'agenda.startItem', { itemId: 'table' as never })).leaves((room) => expect(greenRoom(room).slice(0, 2)).toEqual(['bob', 'cat'].map(person)));
    given(scene(), raises('ann', { lane: 'intervention' }), raises('cat'), moves('cat', 0)).leaves((room) => expect(greenRoom(room).slice(0, 2)).toEqual(['cat', 'ann'].map(person)));
    given(scene(), enters('dan', 'display'), says('ann', 'member.leave', {})).leaves((room) => expect(greenRoom(room)).not.toContain(person('ann')));
  });
});
