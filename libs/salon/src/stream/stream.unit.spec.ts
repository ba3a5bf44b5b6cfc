import { describe, expect, it } from '@jest/globals';
import { commandSchemas, type PushId } from '@yaji/contracts';
import { emptyRoom, view, viewerOf } from '../index.ts';
import { enters, given, id, person, says, scene } from '../../test/given.ts';

const push = (name: string): PushId => id(name);
const start = (name: string, by = 'mod') => says(by, 'stream.startPush', { pushId: push(name), label: `Channel ${name}` });
const stop = (name: string, by = 'mod') => says(by, 'stream.stopPush', { pushId: push(name) });
const gaveUp = (name: string) => says(null, 'stream.endPush', { pushId: push(name), why: 'refused' });

describe('the stream', () => {
  it('[ST1] is started and stopped by moderators, under a name that is no address', () => {
    given(scene()).when(start('a')).then({ type: 'PushStarted', data: { pushId: push('a'), label: 'Channel a' } });
    given(scene(), start('a')).when(stop('a', 'moe')).then({ type: 'PushStopped', data: { pushId: push('a'), why: null } });
    const crowd = [...scene({ lobby: [] }), enters('zoe', 'attendee'), enters('usher', 'usher')];
    for (const by of ['ann', 'zoe', 'usher']) {
      given(crowd).when(start('a', by)).refused('member/role-may-not');
      given(crowd, start('a')).when(stop('a', by)).refused('member/role-may-not');
    }
    const contract = commandSchemas['stream.startPush'];
    const named = (label: string) => contract.safeParse({ type: 'stream.startPush', data: { pushId: push('a'), label } }).success;
    expect([named('Channel a'), named('rtmp://live.example.org/app/key'), named(' '), named('x'.repeat(61))]).toEqual([true, false, false, false]);
  });
  it('[ST2] runs three at once, and one of them once', () => {
    given(scene(), start('a'), start('b'), start('c')).when(start('d')).refused('stream/too-many-pushes');
    given(scene(), start('a'), start('b'), start('c')).when(start('c')).then();
    given(scene(), start('a'), start('b'), start('c'), stop('a'), start('d')).leaves(({ stream }) => expect(stream.pushes.map(({ label }) => label)).toEqual(['Channel b', 'Channel c', 'Channel d']));
    given(scene()).when(stop('a')).then();
  });
  it('[ST3] keeps the reason of one that was given up, until it is started again', () => {
    given(scene(), start('a')).when(gaveUp('a')).then({ type: 'PushStopped', data: { pushId: push('a'), why: 'refused' } });
    given(scene(), start('a'), gaveUp('a')).leaves(({ stream }) => expect(stream).toMatchObject({ pushes: [], failed: [{ pushId: push('a'), label: 'Channel a', why: 'refused' }] }));
    given(scene(), start('a'), gaveUp('a'), start('a')).leaves(({ stream }) => expect([stream.pushes.length, stream.failed]).toEqual([1, []]));
    given(scene(), start('a'), stop('a')).when(gaveUp('a')).then();
    given(scene(), start('a'), stop('a')).leaves(({ stream }) => expect(stream).toEqual({ pushes: [], failed: [] }));
  });
  it('[ST4] is known to everybody inside and to nobody outside', () => {
    given(scene(), enters('zoe', 'attendee'), start('a')).leaves((room) => {
      const seenBy = (name: string) => view(room, viewerOf(room, person(name))).stream;
      expect(seenBy('ann').pushes).toEqual([{ pushId: push('a'), label: 'Channel a', startedAt: expect.any(Number) }]);
      expect(seenBy('zoe')).toEqual(emptyRoom().stream);
    });
  });
  it('[ST5] ends with the room', () => {
    given(scene(), start('a'), start('b')).when(says('mod', 'room.close', {})).then({ type: 'PushStopped' }, { type: 'PushStopped' }, { type: 'RoomClosed' });
    given(scene(), start('a'), says('mod', 'room.close', {})).leaves(({ stream }) => expect(stream.pushes).toEqual([]));
    given(scene(), says('mod', 'room.close', {})).when(start('a')).refused('room/closed');
  });
});
