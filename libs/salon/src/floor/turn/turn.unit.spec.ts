import { describe, expect, it } from '@jest/globals';
import { ends, entry, listOf, next, raises, second as s, to, undoes } from '../../../test/floor.ts';
import { enters, given, person, says, scene, t0, type Step } from '../../../test/given.ts';
import { loudness, nextDeadline, remainingMs, type Room } from '../../index.ts';

const at = (seconds: number): number => t0 + seconds * s;
const speaker = ({ floor }: Room) => floor.current?.participantId;
const leftMs = ({ floor }: Room, when: number) => floor.current && remainingMs(floor.current.clock, when);

describe('an interruption', () => {
  const speaking = [...scene(), to('ann', 0, at(10)), raises('bob', { lane: 'interposed' }, at(20))];
  const interposed = [...speaking, next(1, at(30))];

  it('[F24] makes the turn wait and gives it back with exactly its rest', () => {
    given(speaking).when(next(1, at(30))).then({ type: 'TurnInterrupted', data: { turn: 1 } }, { type: 'TurnStarted', data: { turn: 2, lane: 'interposed', interrupts: 1, replaces: null } });
    given(interposed).when(ends(2, at(50))).then({ type: 'TurnEnded', data: { turn: 2, tookMs: 20 * s } }, { type: 'TurnContinued', data: { turn: 1 } });
    given(interposed, ends(2, at(50))).leaves((room) => {
      expect(speaker(room)).toBe(person('ann'));
      expect(leftMs(room, at(60))).toBe(150 * s);
    });
  });
  it('[F24] gives back a paused turn paused', () => {
    const paused = [...scene(), to('ann', 0, at(10)), says('mod', 'floor.pause', { turn: 1 }, { at: at(15) }), raises('bob', { lane: 'interposed' }), next(1, at(30)), ends(2, at(50))];
    given(paused).leaves((room) => expect(leftMs(room, at(500))).toBe(175 * s));
  });
  it('[F24] is followed by the next one, and then by whoever was interrupted', () => {
    const another = [...interposed, raises('cat', { lane: 'point-of-order' }, at(35)), raises('moe', {}, at(36))];
    given(another).when(next(2, at(40))).then({ type: 'TurnEnded', data: { turn: 2, reason: 'next' } }, { type: 'TurnStarted', data: { turn: 3, participantId: person('cat'), interrupts: 1, replaces: 2 } });
    given(another, next(2, at(40))).when(next(3, at(60))).then({ type: 'TurnEnded', data: { turn: 3 } }, { type: 'TurnContinued', data: { turn: 1 } });
  });
  it('[F24] is interrupted itself, as deep as the rules allow', () => {
    const deep = [...interposed, to('cat', 2, at(40), { lane: 'point-of-order' })];
    given(deep).leaves(({ floor }) => expect(floor.interrupted.map(({ turn }) => turn)).toEqual([1, 2]));
    given(deep).when(to('moe', 3, at(50), { lane: 'interposed' })).then({ type: 'TurnEnded', data: { turn: 3 } }, { type: 'TurnStarted', data: { turn: 4, interrupts: 2 } });
    given(deep, ends(3, at(50)), ends(2, at(55))).leaves((room) => expect(leftMs(room, at(55))).toBe(160 * s));
    const shallow = [...scene({ interruptionDepth: 0 }), to('ann', 0, at(10)), raises('bob', { lane: 'interposed' })];
    given(shallow).when(next(1, at(30))).then({ type: 'TurnEnded', data: { turn: 1 } }, { type: 'TurnStarted', data: { turn: 2, interrupts: null } });
  });
  it('[F24] ends with all that it interrupted when somebody else is given the floor', () =>
    given(interposed).when(to('cat', 2, at(40))).then({ type: 'TurnEnded', data: { turn: 2 } }, { type: 'TurnEnded', data: { turn: 1, tookMs: 20 * s } }, { type: 'TurnStarted', data: { turn: 3, replaces: 2 } }));
  it('[M7] is not touched when whoever it interrupted leaves, nor the other way round', () => {
    given(interposed).when(says('ann', 'member.leave', {}, { at: at(40) })).then({ type: 'TurnEnded', data: { turn: 1, reason: 'left', tookMs: 20 * s } }, { type: 'MemberLeft' });
    given(interposed, says('ann', 'member.leave', {}, { at: at(40) })).leaves((room) => expect(leftMs(room, at(40))).toBe(170 * s));
    given(interposed, says('ann', 'member.leave', {})).when(ends(2, at(50))).then({ type: 'TurnEnded', data: { turn: 2 } });
    given(interposed).when(says('bob', 'member.leave', {}, { at: at(40) })).then({ type: 'TurnEnded', data: { turn: 2, reason: 'left' } }, { type: 'TurnContinued', data: { turn: 1 } }, { type: 'MemberLeft' });
  });
  it('[F14] is taken back as if it had not been', () => {
    given(interposed).when(undoes(2, at(40))).then({ type: 'TurnUndone', data: { turn: 2 } }, { type: 'TurnContinued', data: { turn: 1 } });
    given(interposed, undoes(2, at(40))).leaves((room) => {
      expect(leftMs(room, at(40))).toBe(160 * s);
      expect(room.floor.queue.map(({ entryId }) => entryId)).toEqual([entry('bob', 'interposed')]);
    });
  });
  it('[F14] and what it had interrupted come back when the grant that ended both is taken back', () =>
    given(interposed, to('cat', 2, at(40)), undoes(3, at(45))).leaves((room) => {
      expect(speaker(room)).toBe(person('bob'));
      expect(room.floor.interrupted.map(({ turn }) => turn)).toEqual([1]);
      expect(room.floor.past).toEqual([]);
      expect(leftMs(room, at(45))).toBe(170 * s);
    }));
  it('[F15] goes on when its end is taken back, and the other waits again', () =>
    given(interposed, ends(2, at(50)), undoes(2, at(55))).leaves((room) => {
      expect(speaker(room)).toBe(person('bob'));
      expect(room.floor.interrupted).toMatchObject([{ turn: 1, ran: true }]);
    }));
});

describe('passing the floor on', () => {
  const speaking = [...scene(), to('ann', 0, at(10))];
  const yields = (by: string, name: string, when: number): Step => says(by, 'floor.yield', { turn: 1, participantId: person(name) }, { at: when });

  it('[F35] gives the rest, to the millisecond', () => {
    given(speaking).when(yields('ann', 'bob', at(70) + 5)).then(
      { type: 'TurnEnded', data: { turn: 1, reason: 'yielded', tookMs: 60 * s + 5 } }, { type: 'TurnStarted', data: { turn: 2, participantId: person('bob'), limitMs: 120 * s - 5, yieldedBy: 1 } });
    given(speaking).when(yields('mod', 'bob', at(70))).then({ type: 'TurnEnded' }, { type: 'TurnStarted' });
    given(speaking).when(yields('cat', 'bob', at(70))).refused('floor/not-yours');
    given(speaking).when(yields('ann', 'ann', at(70))).refused('floor/already-speaking');
    given(speaking).when(yields('ann', 'bob', at(400))).refused('floor/nothing-left');
    given(speaking, raises('bob'), yields('ann', 'bob', at(70))).leaves((room) => expect(room.floor.queue).toEqual([]));
  });
  it('[F35] keeps its place in an interruption', () => {
    const interposed = [...speaking, to('bob', 1, at(20), { lane: 'interposed' })];
    const passed = says('bob', 'floor.yield', { turn: 2, participantId: person('cat') }, { at: at(30) });
    given(interposed).when(passed).then({ type: 'TurnEnded', data: { turn: 2, reason: 'yielded' } }, { type: 'TurnStarted', data: { turn: 3, interrupts: 1 } });
    given(interposed, passed, ends(3, at(40))).leaves((room) => expect(speaker(room)).toBe(person('ann')));
  });
  it('[F37] names the next, who speaks when the turn is given back, unless the chair vetoes', () => {
    const round = [...scene({ mode: 'nomination' }), to('ann', 0, at(10))];
    const names = says('ann', 'floor.nominate', { turn: 1, participantId: person('bob') });
    given(round, names).when(ends(1, at(30), 'ann')).then({ type: 'TurnEnded', data: { turn: 1 } }, { type: 'TurnStarted', data: { participantId: person('bob') } });
    given(round, names).when(ends(1, at(30))).then({ type: 'TurnEnded' });
    given(round, names, ends(1, at(30)), raises('cat')).when(next(1)).then({ type: 'TurnStarted', data: { participantId: person('bob') } });
    given(round, names, says('mod', 'floor.veto', { turn: 1 })).when(ends(1, at(30), 'ann')).then({ type: 'TurnEnded' });
    given(round, names, ends(1, at(30)), says('mod', 'floor.veto', { turn: 1 }), raises('cat')).when(next(1)).then({ type: 'TurnStarted', data: { participantId: person('cat') } });
    given(round).when(says('mod', 'floor.veto', { turn: 1 })).refused('floor/nobody-named');
    given(round).when(says('bob', 'floor.nominate', { turn: 1, participantId: person('cat') })).refused('floor/not-yours');
    given(speaking).when(names).refused('floor/no-nomination');
  });
});

describe('the end of the time', () => {
  const soft = [...scene({ atLimit: 'soft-close', softCloseMs: 30 * s }), to('ann', 0, at(10))];
  const tick = (when: number): Step => says(null, 'room.tick', {}, { at: when });
  it('[F13] in a soft close comes after it, and fades in its last third', () => {
    given(soft).leaves((room) => {
      expect(nextDeadline(room)).toBe(at(220));
      expect([at(190), at(209), at(215), at(220), at(300)].map((when) => loudness(room, when))).toEqual([1, 1, 0.5, 0, 0]);
    });
    given(soft).when(tick(at(219))).then();
    given(soft).when(tick(at(900))).then({ type: 'TurnEnded', data: { turn: 1, reason: 'expired', tookMs: 210 * s } });
    given(scene({ atLimit: 'end' }), to('ann', 0, at(10))).leaves((room) => expect(loudness(room, at(189))).toBe(1));
  });
  it('[F24] of an interruption gives the floor back', () =>
    given(scene({ atLimit: 'end' }), to('ann', 0, at(10)), to('bob', 1, at(20), { lane: 'interposed', limitMs: 60 * s })).when(tick(at(200)))
      .then({ type: 'TurnEnded', data: { turn: 2, reason: 'expired', tookMs: 60 * s } }, { type: 'TurnContinued', data: { turn: 1 } }));
});

describe('an interpreter', () => {
  const speaking = [...scene({ interpretation: 'consecutive' }), enters('ivo', 'interpreter'), to('ann', 0, at(10))];
  const interprets = (by: string, who: string | null, when: number): Step => says(by, 'floor.interpret', { turn: 1, participantId: who === null ? null : person(who) }, { at: when });
  it('[F38] speaks on a clock of its own, while the speaker\'s waits', () => {
    given(speaking).leaves(({ floor }) => expect(floor.current?.interpretation).toMatchObject({ by: null, clock: { allottedMs: 180 * s } }));
    given(speaking, interprets('ivo', 'ivo', at(40))).leaves((room) => {
      expect(leftMs(room, at(90))).toBe(150 * s);
      expect(room.floor.current?.interpretation?.by).toBe(person('ivo'));
    });
    given(speaking, interprets('ivo', 'ivo', at(40)), interprets('ann', null, at(60))).when(ends(1, at(70))).then({ type: 'TurnEnded', data: { tookMs: 40 * s } });
    given(speaking, interprets('ivo', 'ivo', at(40)), ends(1, at(60))).leaves(({ floor }) => expect(floor.past[0]).toMatchObject({ tookMs: 30 * s, interpretation: { clock: { spentMs: 20 * s } } }));
  });
  it('[F38] is paused and resumed as the speaker is', () =>
    given(speaking, interprets('mod', 'ivo', at(40)), says('mod', 'floor.pause', { turn: 1 }, { at: at(50) }), says('mod', 'floor.resume', { turn: 1 }, { at: at(80) }), ends(1, at(90)))
      .leaves(({ floor }) => expect(floor.past[0]).toMatchObject({ tookMs: 30 * s, interpretation: { clock: { spentMs: 20 * s } } })));
  it('[F38] is one of the room, and speaks for itself', () => {
    given(speaking).when(interprets('ann', 'bob', at(40))).refused('floor/no-interpreter');
    given(speaking).when(interprets('bob', 'ivo', at(40))).refused('floor/not-yours');
    given(speaking).when(interprets('ann', null, at(40))).then();
    given(speaking, interprets('ivo', 'ivo', at(40))).when(interprets('ivo', 'ivo', at(45))).then();
    given(speaking, interprets('ivo', 'ivo', at(40))).when(says('ivo', 'member.leave', {})).then({ type: 'InterpretationEnded' }, { type: 'MemberLeft' });
  });
});

describe('a microphone of the hall', () => {
  const microphones = [{ microphoneId: 'one' as never, title: { en: 'One' } }];
  it('[F21] is named by the grant, or is the one that the person holds', () => {
    const hall = [...scene({ microphones }), enters('dan', 'speaker', { place: 'hall' })];
    given(hall).when(to('dan', 0, at(10), { microphone: 'one' as never })).then({ type: 'TurnStarted', data: { microphone: 'one' } });
    given(hall, says('mod', 'stage.hand', { microphoneId: 'one' as never, participantId: person('dan') })).when(to('dan', 0)).then({ type: 'TurnStarted', data: { microphone: 'one' } });
    given(hall).when(to('dan', 0, at(10), { microphone: 'two' as never })).refused('stage/unknown-microphone');
    given(hall, raises('dan')).leaves((room) => expect(listOf(room, ['dan'])).toEqual(['dan']));
  });
});
