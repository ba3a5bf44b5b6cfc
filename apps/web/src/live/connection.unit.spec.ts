import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Connection, type ConnectionSignal, newConnection } from './connection.ts';

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

function walk(...steps: (ConnectionSignal | number)[]): Connection {
  const connection = newConnection(() => undefined);
  for (const step of steps) {
    if (typeof step === 'number') jest.advanceTimersByTime(step);
    else connection.signal(step);
  }
  connection.stop();
  return connection.state();
}

describe('the connection', () => {
  it('begins by connecting', () => expect(walk()).toBe('connecting'));
  it('is live with a snapshot', () => expect(walk('arrived')).toBe('live'));
  it('shows nothing for a blink', () => expect(walk('arrived', 'lost', 900)).toBe('blinking'));
  it('says so after a second', () => expect(walk('arrived', 'lost', 1_001)).toBe('reconnecting'));
  it('offers a button after a minute, and the button begins anew', () => expect([walk('arrived', 'lost', 1_001, 60_001), walk('arrived', 'lost', 1_001, 60_001, 'retry')]).toEqual(['stuck', 'reconnecting']));
  it('comes back from everywhere', () => expect(walk('arrived', 'lost', 1_001, 60_001, 'arrived')).toBe('live'));
  it('forgets a blink that was over in time', () => expect(walk('arrived', 'lost', 500, 'arrived', 70_000)).toBe('live'));
  it('stays out when refused for good', () => expect(walk('ended', 'arrived', 'lost', 2_000)).toBe('ended'));
  it('waits in the lobby and enters', () => expect([walk('held'), walk('held', 'arrived')]).toEqual(['lobby', 'live']));
  it('tells each change once', () => {
    const told: Connection[] = [];
    const connection = newConnection((state) => told.push(state));
    for (const signal of ['arrived', 'arrived', 'lost', 'lost'] as const) connection.signal(signal);
    connection.stop();
    expect(told).toEqual(['live', 'blinking']);
  });
});
