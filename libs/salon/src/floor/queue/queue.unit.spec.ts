import { describe, expect, it } from '@jest/globals';
import { entry, listOf, moves, next, orders, raises, second, speaks, to } from '../../../test/floor.ts';
import { enters, given, id, person, play, says, scene, t0, type Step } from '../../../test/given.ts';
import { apply, nextUp, serviceOrder, type Room } from '../../index.ts';

const names = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'mod', 'moe'];
const list = (room: Room): string[] => listOf(room, names);
const reasonsOf = (room: Room, name: string) => serviceOrder(room).find((placed) => placed.entry.participantId === person(name))?.reasons ?? [];

/** Three organisations in two countries and two groups; `fay` belongs to nobody. */
const guests: Step[] = [
  enters('dan', 'speaker', { organisation: 'park', country: 'ES', group: 'north', at: t0 }), enters('eve', 'speaker', { organisation: 'park', country: 'ES', group: 'south', at: t0 }),
  enters('fay', 'speaker', { at: t0 }),
];
const members = (...[ann, bob, cat]: ({ organisation?: string; country?: string; group?: string } | undefined)[]): Step[] =>
  [enters('ann', 'speaker', { place: 'hall', ...ann }), enters('bob', 'speaker', { place: 'hall', ...bob }), enters('cat', 'speaker', { place: 'hall', ...cat })];
const house = (rules: Parameters<typeof scene>[0] = {}): Step[] =>
  [...scene(rules), ...guests, ...members({ organisation: 'park', country: 'ES', group: 'north' }, { organisation: 'hill', country: 'FR', group: 'south' }, { organisation: 'lake', country: 'FR', group: 'north' })];
const allRaise = (...who: string[]): Step[] => who.map((name) => raises(name));

describe('the lanes', () => {
  const depth = { interruptionDepth: 2 };
  it('[F4] come in their order, whoever asked first', () =>
    given(scene(depth), raises('mod'), raises('ann', { lane: 'point-of-order' }), raises('bob', { lane: 'intervention' }), raises('cat', { lane: 'interposed' })).leaves((room) => {
      expect(list(room)).toEqual(['cat', 'bob', 'ann', 'mod']);
      expect(reasonsOf(room, 'cat')).toMatchObject([{ why: 'lane', lane: 'interposed' }, { why: 'raised' }]);
    }));
  it('[F1] hold somebody once each', () => {
    const twice = [...scene(), raises('ann'), raises('ann', { lane: 'point-of-order' })];
    given(twice).leaves(({ floor }) => expect(floor.queue.map(({ lane }) => lane)).toEqual(['normal', 'point-of-order']));
    given(twice).when(says('ann', 'floor.request', { lane: 'point-of-order' })).then();
  });
  it('[F5] let points of order pass a closed list, where the rules say so', () => {
    const closed = says('mod', 'floor.closeList', {});
    given(scene(), closed).when(raises('ann', { lane: 'point-of-order' })).then({ type: 'FloorRequested', data: { lane: 'point-of-order' } });
    given(scene({ closedListTakesPointsOfOrder: false }), closed).when(raises('ann', { lane: 'point-of-order' })).refused('floor/list-closed');
    given(scene(), closed).when(raises('ann', { lane: 'interposed' })).refused('floor/list-closed');
  });
  it('[F22] are for the roles that the rules name, and for moderators', () => {
    const lanes = { interposed: [], intervention: ['speaker' as const], 'point-of-order': ['speaker' as const] };
    given(scene({ lanes })).when(raises('ann', { lane: 'interposed' })).refused('floor/lane-not-yours');
    given(scene({ lanes })).when(raises('ann', { lane: 'intervention' })).then({ type: 'FloorRequested' });
    given(scene({ lanes })).when(raises('mod', { lane: 'interposed' })).then({ type: 'FloorRequested' });
  });
  it('[F23] rank points of order by their kind', () => {
    const categories = [{ category: 'closure', title: { en: 'Closure' }, rank: 1 }, { category: 'other', title: { en: 'Other' }, rank: 5 }];
    given(scene({ categories }), raises('ann', { lane: 'point-of-order', category: 'other' }), raises('bob', { lane: 'point-of-order', category: 'closure' })).leaves((room) => {
      expect(list(room)).toEqual(['bob', 'ann']);
      expect(reasonsOf(room, 'bob')).toMatchObject([{ why: 'lane' }, { why: 'category', category: 'closure', rank: 1 }, { why: 'raised' }]);
    });
    given(scene({ categories })).when(raises('ann', { lane: 'point-of-order' })).refused('floor/category-needed');
    given(scene({ categories })).when(raises('ann', { lane: 'point-of-order', category: 'lunch' })).refused('floor/unknown-category');
    given(scene({ categories })).when(raises('ann', { category: 'other' })).refused('floor/unknown-category');
  });
  it('keep a note beside the facts, and for or against', () => {
    given(scene()).when(raises('ann', { note: 'I leave at three', stance: 'contra' })).then({ type: 'FloorRequested', data: { stance: 'contra' }, words: { note: 'I leave at three' } });
    given(scene(), raises('ann', { note: 'I leave at three', stance: 'contra' })).leaves(({ floor }) => expect(floor.queue[0]).toMatchObject({ note: 'I leave at three', stance: 'contra' }));
  });
  it('are told with what was said and nothing else: a thousand pages read every hand', () => {
    const told = (wish: Parameters<typeof raises>[1]) => play([...scene(), raises('ann', wish)]).log.at(-1)?.data;
    expect(told({})).toEqual({ entryId: entry('ann'), participantId: person('ann') });
    expect(told({ stance: 'pro', note: 'I leave at three' })).toEqual({ entryId: entry('ann'), participantId: person('ann'), stance: 'pro' });
  });
  it('[F25] put an answer directly under what it answers, or at the head once that is said', () => {
    const asked = [...scene(), raises('ann', { lane: 'intervention' }), raises('mod')];
    const answer = raises('bob', { answers: entry('ann', 'intervention') });
    given(asked, answer).leaves((room) => {
      expect(list(room)).toEqual(['ann', 'bob', 'mod']);
      expect(reasonsOf(room, 'bob')[0]).toMatchObject({ why: 'answers' });
    });
    given(asked, answer, raises('cat', { lane: 'interposed' })).leaves((room) => expect(list(room)).toEqual(['cat', 'ann', 'bob', 'mod']));
    given(asked, answer, next(0), raises('cat', { lane: 'interposed' })).leaves((room) => expect(list(room)).toEqual(['bob', 'cat', 'mod']));
    given(asked, answer, says('ann', 'floor.withdraw', { entryId: entry('ann', 'intervention') })).leaves((room) => expect(list(room)).toEqual(['mod', 'bob']));
    given(asked, answer).when(raises('cat', { answers: entry('bob') })).refused('floor/unknown-entry');
    given(asked).when(raises('cat', { answers: entry('nobody') })).refused('floor/unknown-entry');
  });
});

describe('the normal list', () => {
  it('[F28] takes who has not spoken first', () =>
    given(house(), orders({ policy: 'first-time' }), speaks('ann', 1, { from: t0 + 60_000, forMs: 20_000 }), allRaise('ann', 'bob', 'cat')).leaves((room) => {
      expect(list(room)).toEqual(['bob', 'cat', 'ann']);
      expect(reasonsOf(room, 'ann')).toMatchObject([{ why: 'first-time', first: false }, { why: 'raised' }]);
    }));
  it('[F28] does not count a point of order as having spoken', () =>
    given(house(), orders({ policy: 'first-time' }), raises('ann', { lane: 'point-of-order' }), next(0), says('mod', 'floor.end', { turn: 1 }), allRaise('ann', 'bob'))
      .leaves((room) => expect(list(room)).toEqual(['ann', 'bob'])));
  it('[F29] goes round the organisations, their own people one by one', () => {
    const order = orders({ policy: 'round-robin', over: 'organisation' });
    given(house(), order, allRaise('ann', 'dan', 'eve', 'bob', 'fay', 'cat')).leaves((room) => expect(list(room)).toEqual(['ann', 'bob', 'fay', 'cat', 'dan', 'eve']));
    given(house(), order, speaks('ann', 1, { from: t0 + 60_000, forMs: 5_000 }), allRaise('dan', 'bob', 'cat')).leaves((room) => {
      expect(list(room)).toEqual(['bob', 'cat', 'dan']);
      expect(reasonsOf(room, 'dan')[0]).toMatchObject({ why: 'round-robin', over: 'organisation', had: 1, ahead: 0 });
    });
  });
  it('[F29] goes round countries, groups, and for and against', () => {
    given(house(), orders({ policy: 'round-robin', over: 'country' }), allRaise('ann', 'dan', 'bob')).leaves((room) => expect(list(room)).toEqual(['ann', 'bob', 'dan']));
    given(house(), orders({ policy: 'round-robin', over: 'stance' }), raises('ann', { stance: 'pro' }), raises('dan', { stance: 'pro' }), raises('bob', { stance: 'contra' }))
      .leaves((room) => expect(list(room)).toEqual(['ann', 'bob', 'dan']));
  });
  it('[F30] alternates between groups, beginning after the one that spoke last, whatever each had before', () => {
    const rules = { groups: ['south', 'north'] };
    const order = orders({ policy: 'zipper', over: 'group' });
    given(house(rules), order, allRaise('ann', 'cat', 'bob', 'eve', 'fay')).leaves((room) => expect(list(room)).toEqual(['bob', 'ann', 'fay', 'eve', 'cat']));
    const southSpoke = [...speaks('bob', 1, { from: t0 + 60_000, forMs: 5_000 }), ...speaks('eve', 2, { from: t0 + 70_000, forMs: 5_000 })];
    given(house(rules), order, southSpoke, allRaise('bob', 'ann')).leaves((room) => {
      expect(list(room)).toEqual(['ann', 'bob']);
      expect(reasonsOf(room, 'ann')[0]).toMatchObject({ why: 'zipper', group: 'north', round: 1 });
    });
  });
  it('[F31] takes who has spoken least, person or organisation', () => {
    const spoke = [...speaks('ann', 1, { from: t0 + 60_000, forMs: 60_000 }), ...speaks('bob', 2, { from: t0 + 130_000, forMs: 20_000 })];
    given(house(), orders({ policy: 'least-time', over: 'person' }), spoke, allRaise('ann', 'bob', 'dan')).leaves((room) => {
      expect(list(room)).toEqual(['dan', 'bob', 'ann']);
      expect(reasonsOf(room, 'ann')[0]).toMatchObject({ why: 'least-time', bookedMs: 60_000 });
    });
    given(house(), orders({ policy: 'least-time', over: 'organisation' }), spoke, allRaise('ann', 'dan', 'cat', 'bob')).leaves((room) => expect(list(room)).toEqual(['cat', 'bob', 'ann', 'dan']));
  });
  it('[F32] draws lots by a seed that is in the log', () => {
    given(house()).when(orders({ policy: 'random' })).then({ type: 'FloorOrderSet', data: { seed: orders().commandId } });
    given(house(), orders({ policy: 'random' }), allRaise('ann', 'bob', 'cat', 'dan', 'eve', 'fay')).leaves((room) => {
      const first = list(room);
      expect([...first].sort()).toEqual(['ann', 'bob', 'cat', 'dan', 'eve', 'fay']);
      room.floor.order.seed = 'another';
      expect(list(room)).not.toEqual(first);
    });
  });
  it('[F26] asks its policies one after the other, and says every reason', () =>
    given(house(), orders({ policy: 'first-time' }, { policy: 'round-robin', over: 'organisation' }), speaks('bob', 1, { from: t0 + 60_000, forMs: 5_000 }), allRaise('bob', 'ann', 'dan', 'cat')).leaves((room) => {
      expect(list(room)).toEqual(['ann', 'cat', 'dan', 'bob']);
      expect(reasonsOf(room, 'bob').map(({ why }) => why)).toEqual(['first-time', 'round-robin', 'raised']);
    }));
});

describe('ten thousand hands', () => {
  it('[F26] make a list as any other', () => {
    const { room } = play(scene());
    for (let n = 0; n < 10_000; n += 1) {
      const participantId = id(`p${n}`);
      apply(room, { type: 'FloorRequested', data: { entryId: id(`e${n}`), participantId }, words: null, seq: n, at: t0 + n, by: participantId });
    }
    room.floor.order.policies = [{ policy: 'first-time' }, { policy: 'round-robin', over: 'organisation' }];
    expect(serviceOrder(room).map(({ entry: one }) => one.asked)).toEqual(Array.from({ length: 10_000 }, (_, n) => n + 1));
  });
});

describe('the chair\'s hand', () => {
  const waiting = [...scene(), ...allRaise('mod', 'ann', 'bob', 'cat')];
  it('[F33] puts an entry where it stays, with who did it and when', () => {
    given(waiting, moves('cat', 0, t0 + 60_000)).leaves((room) => {
      expect(list(room)).toEqual(['cat', 'mod', 'ann', 'bob']);
      expect(reasonsOf(room, 'cat')[0]).toEqual({ why: 'moved', by: person('mod'), at: t0 + 60_000 });
    });
    given(waiting, moves('cat', 2)).leaves((room) => expect(list(room)).toEqual(['mod', 'ann', 'cat', 'bob']));
    given(waiting, moves('cat', 2), next(0)).leaves((room) => expect(list(room)).toEqual(['ann', 'cat', 'bob']));
    given(waiting, moves('cat', 2), next(0), says('mod', 'floor.undo', { turn: 1 })).leaves((room) => expect(list(room)).toEqual(['mod', 'ann', 'cat', 'bob']));
    given(waiting, moves('cat', 0), orders({ policy: 'random' })).leaves((room) => expect(list(room)[0]).toBe('cat'));
  });
  it('[F33] is taken back as a whole', () => {
    given(waiting, moves('cat', 0), moves('bob', 0), says('moe', 'floor.restoreOrder', {})).leaves((room) => expect(list(room)).toEqual(['mod', 'ann', 'bob', 'cat']));
    given(waiting).when(says('mod', 'floor.restoreOrder', {})).then();
    given(waiting).when(says('ann', 'floor.restoreOrder', {})).refused('member/role-may-not');
  });
  it('[F33] knows only who waits', () => {
    given(waiting).when(moves('nobody', 0)).refused('floor/unknown-entry');
    given(waiting).when(moves('cat', 1_000_000)).then();
  });
});

describe('who is next', () => {
  const upOf = ({ floor, ...room }: Room) => { const up = nextUp({ floor, ...room }, null); return up && names.find((name) => person(name) === up.participantId); };
  const mode = (name: 'queue' | 'playlist' | 'nomination' | 'draw' | 'open', playlist?: string[]): Step => says('mod', 'floor.setMode', { mode: name, ...(playlist ? { playlist: playlist.map(person) } : {}) });
  it('[F34] in every mode are the privileged lanes, then the mode, then the list', () => {
    const fixed = [...scene(), raises('cat'), mode('playlist', ['bob', 'ann'])];
    given(fixed).leaves((room) => expect(upOf(room)).toBe('bob'));
    given(fixed, raises('ann', { lane: 'point-of-order' })).leaves((room) => expect(upOf(room)).toBe('ann'));
    given(fixed, next(0), next(1), next(2)).leaves(({ floor }) => expect(floor.past.map(({ participantId }) => participantId)).toEqual(['bob', 'ann'].map(person)));
    given(fixed, next(0), next(1), next(2)).leaves(({ floor }) => expect(floor.current?.participantId).toBe(person('cat')));
    given(fixed, mode('queue')).leaves((room) => {
      expect(upOf(room)).toBe('cat');
      expect(list(room)).toEqual(['cat']);
    });
  });
  it('[F43] in a playlist are its people once each, whoever is away keeping the place', () => {
    const table = says('mod', 'agenda.startItem', { itemId: 'table' as never });
    given(scene(), table, mode('playlist')).leaves(({ floor }) => expect(floor.playlist).toEqual(['bob', 'cat'].map(person)));
    given(scene(), table, mode('playlist'), says('bob', 'member.leave', {}), next(0)).leaves(({ floor }) => {
      expect(floor.current?.participantId).toBe(person('cat'));
      expect(floor.playlist).toEqual([person('bob')]);
    });
    given(scene(), table, mode('playlist'), next(0), says('mod', 'floor.undo', { turn: 1 })).leaves(({ floor }) => expect(floor.playlist).toEqual(['bob', 'cat'].map(person)));
    given(scene()).when(mode('playlist')).refused('floor/no-playlist');
    given(scene()).when(mode('queue', ['ann'])).refused('floor/no-playlist');
    given(scene()).when(mode('playlist', ['stranger'])).refused('member/unknown');
  });
  it('[F36] in a draw is one of those who wait, by the command\'s number', () => {
    const waiting = [...scene(), mode('draw'), ...allRaise('ann', 'bob', 'cat')];
    given(waiting).when(says('mod', 'floor.grantNext', { afterTurn: 0 }, { as: 'lot' })).then({ type: 'TurnStarted', data: { draw: { seed: id('lot'), among: 3 } } });
    given(scene(), mode('draw')).when(next(0)).refused('floor/queue-empty');
  });
  it('[F42] on an open floor is nobody: those who spoke have ended, and grants are refused', () => {
    given(scene(), to('ann', 0)).when(mode('open')).then({ type: 'TurnEnded', data: { turn: 1 } }, { type: 'FloorModeSet', data: { mode: 'open' } });
    given(scene(), raises('ann'), mode('open')).when(next(0)).refused('floor/open-to-all');
    given(scene(), mode('open')).when(to('ann', 0)).refused('floor/open-to-all');
    given(scene(), mode('open'), says(null, 'floor.measureOpen', { participantId: person('ann'), speechMs: 4 * second }), says(null, 'floor.measureOpen', { participantId: person('ann'), speechMs: second }))
      .leaves(({ floor }) => expect(floor.openSpeech).toMatchObject([{ participantId: person('ann'), speechMs: 5 * second }]));
  });
});
