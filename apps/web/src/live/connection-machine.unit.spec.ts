import { describe, expect, it } from '@jest/globals';
import { createActor, SimulatedClock } from 'xstate';
import { connectionMachine, type ConnectionSignal } from './connection-machine.ts';

function walk(...steps: (ConnectionSignal['type'] | number)[]): unknown {
  const clock = new SimulatedClock();
  const actor = createActor(connectionMachine, { clock }).start();
  for (const step of steps) {
    if (typeof step === 'number') clock.increment(step);
    else actor.send({ type: step });
  }
  return actor.getSnapshot().value;
}

describe('the connection', () => {
  it('begins by connecting', () => expect(walk()).toBe('connecting'));
  it('is live with a snapshot', () => expect(walk('arrived')).toBe('live'));
  it('shows nothing for a blink', () => expect(walk('arrived', 'lost', 900)).toBe('blinking'));
  it('says so after a second', () => expect(walk('arrived', 'lost', 1_001)).toBe('reconnecting'));
  it('offers a button after a minute', () => expect(walk('arrived', 'lost', 1_001, 60_001)).toBe('stuck'));
  it('comes back from everywhere', () => expect(walk('arrived', 'lost', 1_001, 60_001, 'arrived')).toBe('live'));
  it('stays out when refused for good', () => expect(walk('ended', 'arrived')).toBe('ended'));
  it('waits in the lobby and enters', () => expect([walk('held'), walk('held', 'arrived')]).toEqual(['lobby', 'live']));
});
