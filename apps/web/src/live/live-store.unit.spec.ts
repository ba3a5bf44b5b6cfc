import { describe, expect, it } from '@jest/globals';
import type { CommandId, ParticipantId, Told } from '@yaji/contracts';
import { emptyRoom } from '@yaji/salon';
import { newLiveStore, takeEvents, takeSnapshot } from './live-store.ts';

const me = { participantId: '11111111-1111-4111-8111-111111111111' as ParticipantId, role: 'attendee' as const };
const closed = (seq: number): Told => ({ seq, at: seq, by: me.participantId, type: 'FloorListClosed', data: {} });
const opened = (seq: number): Told => ({ seq, at: seq, by: me.participantId, type: 'FloorListReopened', data: {} });

function at(seq: number) {
  const store = newLiveStore();
  takeSnapshot(store, { seq, room: emptyRoom(), me, now: 50 }, 40);
  return store;
}

describe('the store of the live room', () => {
  it('is fed by a snapshot and the events after it', () => {
    const store = at(3);
    expect(takeEvents(store, [closed(4)])).toBeNull();
    expect(store.getState().held).toMatchObject({ seq: 4, room: { floor: { list: 'closed' } } });
    expect(store.getState().clock.offsetMs).toBe(10);
  });
  it('is a new object after every change, so that the page is drawn again', () => {
    const store = at(3);
    const before = store.getState().held;
    takeEvents(store, [closed(4)]);
    expect(store.getState().held).not.toBe(before);
  });
  it('passes over doubles and asks for what is missing', () => {
    const store = at(3);
    expect(takeEvents(store, [closed(2), closed(3)])).toBeNull();
    expect(takeEvents(store, [opened(6)])).toBe(3);
    expect(store.getState().held?.seq).toBe(3);
  });
  it('keeps a command pending until its events are seen', () => {
    const store = at(3);
    const commandId = 'a' as CommandId;
    store.setState({ pending: [{ type: 'floor.closeList', data: {}, commandId, saidAt: 0, seq: 4 }] });
    takeEvents(store, [{ ...closed(4), type: 'Sealed', data: {} }]);
    expect(store.getState().pending).toEqual([]);
  });
  it('remembers who did what lately', () => {
    const store = at(3);
    takeEvents(store, [closed(4), { seq: 5, at: 5, by: null, type: 'Sealed', data: {} }, opened(6)]);
    expect(store.getState().recent.map(({ type }) => type)).toEqual(['FloorListClosed', 'FloorListReopened']);
  });
});
