import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type ParticipantId, type Recorded, RoomId, type Told } from '@yaji/contracts';
import { emptyRoom } from '@yaji/salon';
import { gatherFor, tellSockets } from './fan-out.ts';
import { newLiveRoom } from './live-room.ts';
import { classChannel, type LiveNamespace } from './seat.ts';

const roomId = RoomId.parse('5b0f9a52-6d0e-4c53-9a60-0f2b2f3f9b10');
const closed = (seq: number): Recorded => ({ type: 'FloorListClosed', data: {}, seq, at: seq, by: null });
const paused = (seq: number): Recorded => ({ type: 'TurnPaused', data: { turn: 1 }, seq, at: seq, by: 'ann' as ParticipantId });

/** A room with one class of listeners; each telling takes `tellingMs`. Answers what was told, telling by telling. */
function crowd(tellingMs: number) {
  const told: number[][] = [];
  let clock = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => clock);
  const emit = (_name: string, { events }: { events: Told[] }): void => {
    told.push(events.map(({ seq }) => seq));
    clock += tellingMs;
  };
  const io = { adapter: { rooms: new Map([[classChannel(roomId, 'inside'), new Set()]]) }, to: () => ({ except: () => ({ emit }) }) } as unknown as LiveNamespace;
  return { told, live: newLiveRoom(roomId, { seq: 0, room: emptyRoom(), stretches: [], since: () => null, close: () => undefined }, io, 0) };
}

describe('telling a room', () => {
  beforeEach(() => { jest.useFakeTimers(); });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('answers who spoke before everybody is told, unless it is urgent; the order stays', () => {
    const { live, told } = crowd(1);
    tellSockets(live, [closed(1)]);
    expect(told).toEqual([]);
    jest.advanceTimersByTime(1);
    tellSockets(live, [closed(2)]);
    tellSockets(live, [paused(3)]);
    expect(told).toEqual([[1], [2, 3]]);
  });

  it('gathers for longer after a telling that was dear', () => {
    const { live, told } = crowd(20);
    tellSockets(live, [closed(1)]);
    jest.advanceTimersByTime(1);
    tellSockets(live, [closed(2)]);
    jest.advanceTimersByTime(gatherFor(20) - 10);
    tellSockets(live, [closed(3)]);
    expect(told).toEqual([[1]]);
    jest.advanceTimersByTime(10);
    expect(told).toEqual([[1], [2, 3]]);
  });

  it('never gathers so shortly that telling fills the time, nor so long that a list stands still', () => {
    expect([gatherFor(0), gatherFor(20), gatherFor(10_000)]).toEqual([40, 160, 200]);
  });
});
