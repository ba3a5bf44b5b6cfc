import { describe, expect, it } from '@jest/globals';
import { difference, plan, routesTo } from '../src/index.ts';
import { id, member, room, turnOf, waits } from './rooms.ts';

const planned = plan(room([member('ann'), member('bob'), member('eve'), member('seat', { place: 'hall' })], (made) => {
  made.floor.current = turnOf('ann');
  waits(made, 'bob');
}));

describe('routesTo', () => {
  it('[MP11] offers what is on air first, and what is held as well', () => {
    expect(routesTo(planned, id('eve')).map(({ from, source, flowing }) => `${from} ${source} ${flowing}`)).toEqual([
      'ann microphone true', 'ann camera true', 'ann screen true', 'bob microphone false', 'bob camera false', 'bob screen false',
    ]);
    expect(routesTo(planned, id('seat'))).toEqual([]);
  });

  it('[MP8] sends nobody his own voice', () => {
    expect(routesTo(planned, id('ann')).map(({ from }) => from)).toEqual(['bob', 'bob', 'bob']);
  });
});

describe('difference', () => {
  it('[MP12] opens, closes and turns', () => {
    const [sound, picture, screen] = routesTo(planned, id('eve'));
    if (!sound || !picture || !screen) throw new Error('the plan has three sources on air');
    const stale = { ...sound, from: id('old'), consumerId: 'c1' };
    const silent = { ...picture, flowing: false, consumerId: 'c2' };
    expect(difference([sound, picture, screen], [stale, silent, { ...screen, consumerId: 'c3' }])).toEqual({ open: [sound], close: [stale], turn: [picture] });
  });
});
