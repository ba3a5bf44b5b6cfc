import { describe, expect, it } from '@jest/globals';
import { readWishes } from './arguments.ts';

describe('what the demo is asked for', () => {
  it('is a turn of twelve seconds and no fault unless it says otherwise', () => {
    expect(readWishes([])).toEqual({ scenario: 'salon', headed: false, turnSeconds: 12, kill: null, keep: null, speech: 'service', model: 'none' });
    expect(readWishes(['--headed', '--seconds', '8', '--kill', 'redis', '--keep', '/tmp/kept'])).toEqual({ scenario: 'salon', headed: true, turnSeconds: 8, kill: 'redis', keep: '/tmp/kept', speech: 'service', model: 'none' });
  });
  it.each([[['--seconds', 'two']], [['--seconds', '3']], [['--kill', 'everything']], [['--scenario', 'opera']], [['--scenario', 'council', '--kill', 'api']], [['--speech', 'loud']], [['--model', 'wise']], [['--scenario', 'council', '--speech', 'none']], [['--speech', 'none', '--model', 'lying']], [['--loud']], [['more']]])('is told what is wrong with %j', (words) => {
    expect(readWishes(words)).toHaveProperty('wrong');
  });
});
