import { describe, expect, it } from '@jest/globals';
import { person, play, says, scene, type Step } from '../../../../../../libs/salon/test/given.ts';
import { isSameNode, withPassOf } from './stream-address.ts';
import { whetherStream } from './whether.ts';

const none = { busy: 0, blocked: 0 };
const ask = (steps: Step[], { chosen = false, met = none } = {}) => whetherStream(play([...scene(), ...steps]).room, person('cat'), { chosen, met });

describe('the stream', () => {
  it('is watched by whoever chose it, or whom sound and picture do not reach', () => {
    expect([ask([]), ask([], { chosen: true }), ask([], { met: { busy: 0, blocked: 1 } }), ask([], { met: { busy: 7, blocked: 0 } }), ask([], { met: { busy: 8, blocked: 0 } })].map(({ stream, because }) => [stream, because]))
      .toEqual([[false, null], [true, 'chosen'], [true, 'blocked'], [false, null], [true, 'busy']]);
  });

  it('is never watched by whoever has the floor, is next, or is on the stage', () => {
    const floor = says('mod', 'floor.grantTo', { participantId: person('cat'), afterTurn: 0 });
    const asks = says('cat', 'floor.request', {});
    const stage = says('mod', 'stage.bring', { participantId: person('cat') });
    for (const steps of [[floor], [asks], [stage]]) expect(ask(steps, { chosen: true, met: { busy: 9, blocked: 9 } })).toEqual({ stream: false, because: null });
  });

  it('ends with the room', () => {
    expect(ask([says('mod', 'room.close', {})], { chosen: true }).stream).toBe(false);
  });
});

describe('an address of the stream', () => {
  it('takes the current pass, wherever the list had it from', () => {
    expect(withPassOf('https://media.example.org/stream/old.pass/1-7.m4s', 'https://media.example.org/stream/new.pass/index.m3u8')).toBe('https://media.example.org/stream/new.pass/1-7.m4s');
    expect(isSameNode('https://a.example.org/stream/x/index.m3u8', 'https://b.example.org/stream/x/index.m3u8')).toBe(false);
  });
});
