import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { voiceOf } from '@yaji/salon';
import { difference, plan, routesTo, type Route } from '../src/index.ts';
import { id, member, room, turnOf, waits } from './rooms.ts';

const names = ['ann', 'bob', 'eve', 'kim', 'lin', 'mia'];
const person = fc.constantFrom(...names);
const people = fc.tuple(...names.map((name) => fc.record({
  role: fc.constantFrom('attendee', 'speaker', 'moderator', 'display'),
  standing: fc.constantFrom('admitted', 'admitted', 'admitted', 'waiting', 'removed'),
  place: fc.constantFrom('remote', 'remote', 'hall', null),
}).map((more) => member(name, more))));
const rooms = fc.record({
  people, speaker: fc.option(person), running: fc.boolean(), guests: fc.uniqueArray(person), queue: fc.uniqueArray(person),
  phase: fc.constantFrom('open', 'open', 'open', 'planned', 'closed'),
}).map(({ people: members, speaker, running, guests, queue, phase }) => room(members, (made) => {
  made.phase = phase;
  made.floor.current = speaker === null ? null : turnOf(speaker, running);
  made.stage.guests = guests.map(id);
  for (const name of queue) waits(made, name);
}));
const routes = fc.uniqueArray(fc.record({ from: person.map(id), source: fc.constantFrom('microphone', 'camera'), to: person.map(id), flowing: fc.boolean() }), {
  selector: ({ from, source, to }) => `${from}/${source}/${to}`,
});

describe('laws of the plan', () => {
  it('[MP13] a microphone on air is that of the speaker of the running turn', () => fc.assert(fc.property(rooms, (made) => {
    const turn = made.floor.current;
    const heard = plan(made).sources.filter(({ source, onAir }) => source === 'microphone' && onAir).map(({ participantId }) => participantId);
    expect(heard.filter((name) => name !== voiceOf(made) || turn?.clock.runningSince === null)).toEqual([]);
  })));

  it('[MP10] names each source once', () => fc.assert(fc.property(rooms, (made) => {
    const keys = plan(made).sources.map(({ participantId, source }) => `${participantId}/${source}`);
    expect(new Set(keys).size).toBe(keys.length);
  })));

  it('[MP8] no route leads back to its sender, nor from or to a seat in the hall', () => fc.assert(fc.property(rooms, (made) => {
    const planned = plan(made);
    const all = names.flatMap((name) => routesTo(planned, id(name)));
    const isSeat = (name: Route['to']) => made.members[name]?.place === 'hall' && made.members[name].role !== 'display';
    expect(all.filter(({ from, to }) => from === to || isSeat(from) || isSeat(to))).toEqual([]);
  })));

  it('[MP12] applying the difference leaves none', () => fc.assert(fc.property(routes, routes, (wanted, existing) => {
    const { open, close, turn } = difference(wanted, existing);
    const same = (one: Route, other: Route) => one.from === other.from && one.source === other.source && one.to === other.to;
    const applied = [...existing.filter((route) => !close.includes(route)).map((route) => turn.find((turned) => same(turned, route)) ?? route), ...open];
    expect(difference(wanted, applied)).toEqual({ open: [], close: [], turn: [] });
  })));
});
