import { describe, expect, it } from '@jest/globals';
import type { Room } from '@yaji/salon';
import { plan, routesTo, sendsOf, type Source } from '../src/index.ts';
import { id, member, room, turnOf, waits } from './rooms.ts';

const onAir = (sources: readonly Source[]) => sources.filter((source) => source.onAir).map(({ participantId, source }) => `${participantId} ${source}`).sort();
const names = (sources: readonly Source[]) => sources.map(({ participantId, source }) => `${participantId} ${source}`).sort();
const all = (name: string) => [`${name} camera`, `${name} microphone`, `${name} screen`];

describe('plan', () => {
  it('[MP1] puts the speaker of a running turn on air', () => {
    expect(onAir(plan(room([member('ann')], (made) => { made.floor.current = turnOf('ann'); })).sources)).toEqual(all('ann'));
  });

  it('[MP2] holds the microphone of a paused turn and keeps the picture', () => {
    const { sources } = plan(room([member('ann')], (made) => { made.floor.current = turnOf('ann', false); }));
    expect(onAir(sources)).toEqual(['ann camera', 'ann screen']);
    expect(names(sources)).toEqual(all('ann'));
  });

  it('[MP3] shows a guest on the stage without sound', () => {
    const { sources } = plan(room([member('ann')], (made) => { made.stage.guests = [id('ann')]; }));
    expect(onAir(sources)).toEqual(['ann camera']);
    expect(names(sources)).toEqual(['ann camera', 'ann microphone']);
  });

  it('[MP4] lets the next speakers send, and holds it', () => {
    const { sources } = plan(room([member('ann'), member('bob'), member('eve')], (made) => { waits(made, 'ann'); waits(made, 'bob'); waits(made, 'eve'); }));
    expect(names(sources)).toEqual([...all('ann'), ...all('bob')]);
    expect(onAir(sources)).toEqual([]);
  });

  it('[MP5] lets nobody else send', () => {
    expect(sendsOf(plan(room([member('ann'), member('eve')], (made) => { made.floor.current = turnOf('ann'); })), id('eve'))).toEqual([]);
  });

  it.each([
    member('ann', { standing: 'waiting' }), member('ann', { standing: 'removed' }), member('ann', { place: null }),
    member('ann', { place: 'hall' }), member('ann', { role: 'display' }),
  ])('[MP6] lets nobody send who is not admitted and present remotely: $standing $place $role', (ann) => {
    const { sources } = plan(room([ann], (made) => { made.floor.current = turnOf('ann'); made.stage.guests = [id('ann')]; waits(made, 'ann'); }));
    expect(sources).toEqual([]);
  });

  it('[MP7] plays to everybody remote and to displays, and to no seat in the hall', () => {
    const { listeners } = plan(room([
      member('remote'), member('seat', { place: 'hall' }), member('projector', { place: 'hall', role: 'display' }), member('away', { place: null }),
      member('lobby', { standing: 'waiting' }), member('gone', { standing: 'removed' }), member('gone-projector', { standing: 'removed', role: 'display' }),
    ]));
    expect([...listeners]).toEqual(['remote', 'projector']);
  });

  it.each(['planned', 'closed'] as const)('[MP9] is empty while the room is %s', (phase) => {
    expect(plan(room([member('ann')], (made) => { made.floor.current = turnOf('ann'); made.phase = phase; }))).toEqual({ sources: [], listeners: new Set(), inHall: new Set() });
  });

  it('[MP10] names a source once, on air if any rule says so', () => {
    const { sources } = plan(room([member('ann'), member('bob')], (made) => {
      made.floor.current = turnOf('ann');
      made.stage.guests = [id('bob'), id('ann')];
      waits(made, 'bob');
    }));
    expect(names(sources)).toEqual([...all('ann'), ...all('bob')]);
    expect(onAir(sources)).toEqual([...all('ann'), 'bob camera'].sort());
  });

  const atMicrophone = (made: Room, heldBy = 'ann') => {
    made.stage.microphones = [{ microphoneId: 'one' as never, pluggedBy: id('pad'), heldBy: null }];
    made.floor.current = { ...turnOf(heldBy), microphone: 'one' as never };
  };
  const pad = member('pad', { place: 'hall', role: 'display' });
  it('[MP13] hears whoever has the floor at a microphone of the hall through it, and only through it', () => {
    const { sources } = plan(room([member('ann'), pad], atMicrophone));
    expect(onAir(sources)).toEqual(['ann camera', 'ann screen', 'pad microphone']);
    expect(names(sources)).toEqual(['ann camera', 'ann screen', 'pad microphone']);
    expect(onAir(plan(room([member('ann', { place: 'hall' }), pad], atMicrophone)).sources)).toEqual(['pad microphone']);
  });
  it('[MP14] does not play it to a display in the hall', () => {
    const planned = plan(room([member('ann'), member('eve'), member('projector', { place: 'hall', role: 'display' }), pad], atMicrophone));
    expect(routesTo(planned, id('eve')).map(({ from }) => from)).toContain('pad');
    expect(routesTo(planned, id('projector')).map(({ from }) => from)).not.toContain('pad');
  });
  it('[MP13] hears the interpreter in the speaker\'s place, who stays in the picture', () => {
    const { sources } = plan(room([member('ann'), member('ivo', { role: 'interpreter' })], (made) => {
      made.floor.current = { ...turnOf('ann', false), interpretation: { by: id('ivo'), clock: { allottedMs: 60_000, spentMs: 0, runningSince: 0 } } };
    }));
    expect(onAir(sources)).toEqual(['ann camera', 'ann screen', 'ivo microphone']);
  });
  it('[MP3] hears the guests of an open floor', () => {
    const { sources } = plan(room([member('ann'), member('bob')], (made) => {
      made.floor.mode = 'open';
      made.stage.guests = [id('ann'), id('bob')];
    }));
    expect(onAir(sources)).toEqual(['ann camera', 'ann microphone', 'bob camera', 'bob microphone']);
  });
});
