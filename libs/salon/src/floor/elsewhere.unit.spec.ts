import { describe, expect, it } from '@jest/globals';
import type { RoomId } from '@yaji/contracts';
import { given, id, opens, person, play, says, scene, t0, type Step } from '../../test/given.ts';
import { estimates } from './queue/estimate.ts';
import { entriesInOrder } from './queue/order.ts';
import { dueInBoth } from './queue/due.ts';
import type { Room } from '../room/room.ts';

type Told = { upTo: number; spoken?: string[]; turnMs?: number | null; roomId?: RoomId };
const hears = ({ upTo, spoken = [], turnMs = null, roomId = id('forum') }: Told): Step =>
  says(null, 'floor.hearElsewhere', { roomId, upTo, spoken: spoken.map(person), turnMs });
const firstTime = says('mod', 'floor.setOrder', { policies: [{ policy: 'first-time' }] });
const raise = (...names: string[]): Step[] => names.map((name) => says(name, 'floor.request', {}));
const order = (room: Room) => entriesInOrder(room).map(({ participantId }) => participantId);

describe('the other rooms of a salon', () => {
  it('[F28] who has spoken in another room is not a first-time speaker in this one', () => {
    given(scene(), firstTime, raise('ann', 'bob'), hears({ upTo: 4, spoken: ['ann'] })).leaves((room) => expect(order(room)).toEqual([person('bob'), person('ann')]));
    given(scene(), firstTime, hears({ upTo: 4, spoken: ['ann'] }), hears({ upTo: 6 }), raise('ann', 'bob')).leaves((room) => expect(order(room)).toEqual([person('ann'), person('bob')]));
  });
  it('[F44] are told by the servers: what is new of who has contributed, and what was undone', () => {
    given(scene()).when(hears({ upTo: 4, spoken: ['ann', 'bob'], turnMs: 60_000 })).then({ type: 'HeardElsewhere', data: { roomId: id('forum'), upTo: 4, spoke: [person('ann'), person('bob')], undone: [], turnMs: 60_000 } });
    given(scene(), hears({ upTo: 4, spoken: ['ann'] })).when(hears({ upTo: 5, spoken: ['bob'] })).then({ type: 'HeardElsewhere', data: { spoke: [person('bob')], undone: [person('ann')] } });
    given(scene()).when({ ...hears({ upTo: 4, spoken: ['ann'] }), by: 'mod' }).refused('member/role-may-not');
  });
  it('[F44] change nothing with what is no newer, no news, or of the room itself', () => {
    const known = [...scene(), hears({ upTo: 4, spoken: ['ann'], turnMs: 60_000 })];
    given(known).when(hears({ upTo: 4, spoken: ['bob'] })).then();
    given(known).when(hears({ upTo: 3, spoken: [] })).then();
    given(known).when(hears({ upTo: 9, spoken: ['ann'], turnMs: 61_000 })).then();
    given(known).when(hears({ upTo: 9, spoken: ['ann'], turnMs: 90_000 })).then({ type: 'HeardElsewhere', data: { spoke: [], undone: [], turnMs: 90_000 } });
    given(known).when(hears({ upTo: 4, spoken: ['bob'], roomId: id('booth') })).then({ type: 'HeardElsewhere' });
    given(known).when(hears({ upTo: 9, spoken: ['bob'], roomId: id('room') })).refused('contract/invalid');
    given(known, says('mod', 'room.close', {})).when(hears({ upTo: 9, spoken: ['bob'] })).refused('room/closed');
  });
  it('[F18] say how long turns are until this room has turns of its own', () => {
    const second = (room: Room) => [...estimates(room, room.lastAt).values()][1];
    given(scene({ turnLimitMs: 180_000 }), raise('ann', 'bob')).leaves((room) => expect(second(room)).toEqual({ fromMs: 180_000, toMs: 180_000 }));
    const heard = [...scene({ turnLimitMs: 180_000 }), hears({ upTo: 4, turnMs: 40_000 }), hears({ upTo: 4, turnMs: 80_000, roomId: id('booth') }), hears({ upTo: 2, roomId: id('stand') })];
    given(heard, raise('ann', 'bob')).leaves((room) => expect(second(room)).toEqual({ fromMs: 60_000, toMs: 180_000 }));
    const grant = says('mod', 'floor.grantTo', { participantId: person('cat'), afterTurn: 0 }, { at: t0 + 60_000 });
    given(heard, grant, says('mod', 'floor.end', { turn: 1 }, { at: t0 + 70_000 }), raise('ann', 'bob')).leaves((room) => expect(second(room)?.fromMs).toBe(10_000));
  });
});

describe('who is due in two rooms', () => {
  const room = (...steps: Step[]): Room => play([...scene({ turnLimitMs: 180_000 }), ...steps]).room;
  const speaks = (name: string) => says('mod', 'floor.grantTo', { participantId: person(name), afterTurn: 0 }, { at: t0 + 60_000 });
  const names = (one: Room, other: Room) => [...dueInBoth(one, other, t0 + 60_000).keys()];
  it('[F45] speaks in one and is the next in the other, or waits in both', () => {
    expect(names(room(speaks('ann'), ...raise('bob')), room(...raise('ann', 'bob')))).toEqual([person('ann'), person('bob')]);
    expect(dueInBoth(room(...raise('cat', 'ann')), room(speaks('bob'), ...raise('ann')), t0 + 60_000)).toEqual(new Map([[person('ann'), { fromMs: 0, toMs: 360_000 }]]));
  });
  it('[F45] is on the playlist of one', () => {
    const listed = says('mod', 'floor.setMode', { mode: 'playlist', playlist: [person('cat'), person('ann')] });
    expect(names(room(listed), room(...raise('bob', 'ann')))).toEqual([person('ann')]);
  });
  it('[F45] is not who waits in one only, whose turns are apart, or whose turn is far away', () => {
    expect(names(room(...raise('ann')), room(...raise('bob')))).toEqual([]);
    expect(names(room(speaks('ann')), room(...raise('bob', 'cat', 'mod', 'ann')))).toEqual([]);
    const long = play([...scene({ turnLimitMs: 1_200_000 }), ...raise('bob', 'ann')]).room;
    expect(names(long, long)).toEqual([person('bob')]);
  });
  it('[F45] needs both rooms to be open, and a floor that is given to one at a time', () => {
    const waiting = room(...raise('ann'));
    expect(names(waiting, room(...raise('ann'), says('mod', 'room.close', {})))).toEqual([]);
    expect(names(waiting, room(...raise('ann'), says('mod', 'floor.setMode', { mode: 'open' })))).toEqual([]);
    expect(names(waiting, play([opens()]).room)).toEqual([]);
  });
});
