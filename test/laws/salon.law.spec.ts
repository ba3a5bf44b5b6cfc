import { describe, expect, it } from '@jest/globals';
import { eventSchemas, type EventType, type Recorded, type Role, type Told } from '@yaji/contracts';
import { apply, decide, emptyRoom, follow, seal, view, type Room, type Viewer } from '@yaji/salon';
import fc from 'fast-check';
import { id, person } from '../../libs/salon/test/given.ts';
import { acts, cast, run } from './history.ts';

/** Histories per law; a failed seed is kept below as a regression. */
const numRuns = 1_000;
const rules = fc.record({ atLimit: fc.constantFrom('warn' as const, 'end' as const), lobby: fc.constantFrom<Role[]>([], ['attendee']) });

const replay = (told: readonly Told[]): Room => {
  const room = emptyRoom();
  for (const one of told) apply(room, one);
  return room;
};
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

describe('the laws, over random histories', () => {
  it('reach every kind of event, so that no law holds for want of cases', () => {
    const reached = new Set<EventType>();
    fc.assert(fc.property(acts(), rules, (history, changed) => run(history, changed).log.forEach(({ type }) => reached.add(type))), { numRuns });
    expect([...reached].sort()).toEqual(Object.keys(eventSchemas).sort());
  });

  it('[L1] a log, after a trip through JSON, gives the live state', () =>
    fc.assert(fc.property(acts(), rules, (history, changed) => {
      const { room, log } = run(history, changed);
      expect(replay(throughJson(log))).toEqual(room);
    }), { numRuns }));

  it('[L2] what a viewer folds equals his view of the whole', () =>
    fc.assert(fc.property(acts(), rules, fc.constantFrom(...cast), fc.constantFrom('outside' as const, 'inside' as const, 'moderating' as const), (history, changed, name, sees) => {
      const { room, log } = run(history, changed);
      const viewer: Viewer = { participantId: person(name), sees };
      expect(replay(log.map((record) => throughJson(seal(record, viewer))))).toEqual(view(room, viewer));
    }), { numRuns }));

  it('[L3] every accepted event satisfies its own contract', () =>
    fc.assert(fc.property(acts(), rules, (history, changed) => {
      for (const { seq: _seq, at: _at, by: _by, ...event } of run(history, changed).log) eventSchemas[event.type].parse(event);
    }), { numRuns: numRuns / 2 }));

  it('[L4] decide changes nothing and throws at nothing; apply throws at nothing', () => {
    fc.assert(fc.property(acts(30), rules, (history, changed) => {
      run(history, changed, (room, command) => {
        const frozen = deepFreeze(structuredClone(room));
        for (const name of ['ann', 'mod', 'nobody']) decide(frozen, command, { by: person(name), at: room.lastAt, commandId: id('x') });
        decide(frozen, command, { by: null, at: room.lastAt, commandId: id('x') });
      });
    }), { numRuns: numRuns / 4 });
    fc.assert(fc.property(acts(), fc.infiniteStream(fc.nat(1_000)), (history, order) => {
      const shuffled = run(history).log.map((record) => ({ record, key: order.next().value })).sort((a, b) => a.key - b.key);
      replay(shuffled.map(({ record }) => record));
    }), { numRuns: numRuns / 4 });
  });

  it('[L5] the time of a turn and its pauses is the time between its start and its end', () =>
    fc.assert(fc.property(acts(), (history) => {
      const { room, log } = run(history);
      for (const past of room.floor.past) expect(past.tookMs + pausedMs(log, past.turn)).toBe(past.endedAt - past.startedAt);
    }), { numRuns }));

  it('[F1] nobody is in the queue twice, the speaker is never in it, and turn numbers only rise', () =>
    fc.assert(fc.property(acts(), rules, (history, changed) => {
      const check = ({ floor }: Room) => {
        const waiting = floor.queue.map(({ participantId }) => participantId);
        expect(new Set(waiting).size).toBe(waiting.length);
        if (floor.current) expect(waiting).not.toContain(floor.current.participantId);
      };
      const { room, log } = run(history, changed, check);
      check(room);
      const numbers = log.flatMap((record) => (record.type === 'TurnStarted' ? [record.data.turn] : []));
      expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    }), { numRuns }));

  it('follows whatever is lost, doubled or delayed to the same end', () =>
    fc.assert(fc.property(fc.array(fc.record({ from: fc.nat(40), length: fc.nat(6) })), (told) => {
      const log = Array.from({ length: 40 }, (_, n) => ({ seq: n + 1 }));
      let at = 0;
      const heard: number[] = [];
      const take = (batch: { seq: number }[]): void => {
        const step = follow(at, batch);
        if ('fetchAfter' in step) return take(log.slice(step.fetchAfter));
        heard.push(...step.apply.map(({ seq }) => seq));
        at = step.at;
      };
      for (const { from, length } of told) take(log.slice(from, from + length));
      take(log);
      expect(heard).toEqual(log.map(({ seq }) => seq));
    })));
});

/** Told apart from the code under test: the time between a pause or an end and what resumed it or came last, from the log alone. */
function pausedMs(log: readonly Recorded[], turn: number): number {
  const stops = new Set<Told['type']>(['TurnPaused', 'TurnEnded']);
  const goes = new Set<Told['type']>(['TurnResumed', 'TurnReopened']);
  let stoppedAt: number | null = null;
  let sum = 0;
  for (const { type, data, at } of log) {
    if (!('turn' in data) || data.turn !== turn || !(stops.has(type) || goes.has(type))) continue;
    sum += stoppedAt === null ? 0 : at - stoppedAt;
    if (stoppedAt === null || goes.has(type)) stoppedAt = stops.has(type) ? at : null;
    else stoppedAt = at;
  }
  return sum;
}
