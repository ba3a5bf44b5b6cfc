import { describe, expect, it } from '@jest/globals';
import type { Sample } from './ear.ts';
import { firstSound, gainsOf, lastSound, longestSilence, totalsIn, without } from './gain.ts';

const voice = (participantId: string, energy: number, hushed = false) => ({ participantId, source: 'microphone' as const, energy, frames: 0, hushed });
const face = (participantId: string, frames: number) => ({ participantId, source: 'camera' as const, energy: 0, frames, hushed: false });
const at = (ms: number, ...received: Sample['received']): Sample => ({ at: ms, received });

describe('what arrived', () => {
  it('is the growth from sample to sample, sound and picture together', () => {
    const gains = gainsOf([at(0, voice('ann', 1), face('ann', 5)), at(100, voice('ann', 1.5), face('ann', 8)), at(200, voice('ann', 1.5), face('ann', 9))]);
    expect(totalsIn(gains, { fromAt: 0, toAt: 200 }).get('ann')).toEqual({ energy: 0.5, frames: 4 });
    expect(totalsIn(gains, { fromAt: 100, toAt: 200 }).get('ann')).toEqual({ energy: 0, frames: 1 });
  });

  it('begins at zero for a receiver that is new or was made anew', () => {
    const gains = gainsOf([at(0), at(100, voice('ann', 2)), at(200, voice('ann', 0.5)), at(300), at(400, voice('ann', 0.25))]);
    expect(gains.map(({ energy }) => energy)).toEqual([2, 0.5, 0.25]);
  });

  it('is no sound where it was decoded and not played', () => {
    const gains = gainsOf([at(0, voice('ann', 1)), at(100, voice('ann', 2, true)), at(200, voice('ann', 3, true)), at(300, voice('ann', 3)), at(400, voice('ann', 4))]);
    expect(gains.map(({ energy }) => energy)).toEqual([0, 0, 0, 1]);
  });

  it('leaves out what lies on the edge of the span', () => {
    const gains = gainsOf([at(0, voice('ann', 0)), at(100, voice('ann', 1)), at(200, voice('ann', 3))]);
    expect(totalsIn(gains, { fromAt: 50, toAt: 250 }).get('ann')).toEqual({ energy: 2, frames: 0 });
  });
});

describe('sound and silence', () => {
  const steps = [0, 0, 0, 1, 2, 2, 2, 2, 3, 4];
  const gains = gainsOf(steps.map((energy, index) => at(index * 100, voice('ann', energy), voice('bob', 0))));

  it('tells when somebody was first heard', () => {
    expect(firstSound(gains, 'ann', 100)).toBe(300);
    expect(firstSound(gains, 'ann', 400)).toBe(800);
    expect(firstSound(gains, 'bob', 0)).toBeNull();
  });

  it('tells when somebody was last heard', () => {
    expect(lastSound(gains, 'ann', { fromAt: 0, toAt: 700 })?.toAt).toBe(400);
    expect(lastSound(gains, 'ann', { fromAt: 300, toAt: 700 })?.toAt).toBe(400);
    // What was counted from before the span on may be of before.
    expect(lastSound(gains, 'ann', { fromAt: 350, toAt: 700 })).toBeNull();
    expect(lastSound(gains, 'bob', { fromAt: 0, toAt: 900 })).toBeNull();
  });

  it('tells the longest silence, at the edges too', () => {
    expect(longestSilence(gains, 'ann', { fromAt: 200, toAt: 900 })).toBe(300);
    expect(longestSilence(gains, 'ann', { fromAt: 0, toAt: 400 })).toBe(200);
    expect(longestSilence(gains, 'bob', { fromAt: 0, toAt: 900 })).toBe(900);
  });
});

describe('a span without another', () => {
  const span = { fromAt: 100, toAt: 500 };
  it.each([
    ['in the middle', { fromAt: 200, toAt: 300 }, [{ fromAt: 100, toAt: 200 }, { fromAt: 300, toAt: 500 }]],
    ['at the edge', { fromAt: 50, toAt: 300 }, [{ fromAt: 300, toAt: 500 }]],
    ['beside it', { fromAt: 600, toAt: 700 }, [span]],
    ['around it', { fromAt: 0, toAt: 700 }, []],
  ])('%s', (_, cut, left) => { expect(without(span, cut)).toEqual(left); });
});
