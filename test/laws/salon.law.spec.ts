import { describe, expect, it } from '@jest/globals';
import { eventSchemas, type EventType, type Role, type Told } from '@yaji/contracts';
import { apply, decide, emptyRoom, entriesInOrder, follow, seal, serviceOrder, view, viewFrom, type Room, type Viewer } from '@yaji/salon';
import fc from 'fast-check';
import { id, person } from '../../libs/salon/test/given.ts';
import { acts, cast, policies, run } from './history.ts';
import { silentMs } from './silent.ts';

/** Histories per law; a failed seed is kept below as a regression. */
const numRuns = 1_000;
const rules = fc.record({
  atLimit: fc.constantFrom('warn' as const, 'end' as const, 'soft-close' as const), interruptionDepth: fc.nat(3), interpretation: fc.constantFrom('none' as const, 'consecutive' as const),
  lobby: fc.constantFrom<Role[]>([], ['attendee']) });

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
  // One seed: that chance can reach everything is shown once, and not left to chance.
  it('reach every kind of event, so that no law holds for want of cases', () => {
    const reached = new Set<EventType>();
    fc.assert(fc.property(acts(), rules, (history, changed) => run(history, changed).log.forEach(({ type }) => reached.add(type))), { numRuns: 5 * numRuns, seed: 1 });
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

  it('[L2] the view that shares with others of the class equals one’s own', () =>
    fc.assert(fc.property(acts(), rules, fc.constantFrom(...cast), fc.constantFrom('inside' as const, 'moderating' as const), (history, changed, name, sees) => {
      const { room } = run(history, changed);
      // Whoever is shown to nobody yet is not inside.
      fc.pre(room.members[person(name)]?.announced !== false);
      const viewer: Viewer = { participantId: person(name), sees };
      expect(viewFrom(view(room, { participantId: null, sees }), room, viewer)).toEqual(view(room, viewer));
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

  it('[L5] what a turn took, its interpreter, its pauses and interruptions are the time between its start and its end', () =>
    fc.assert(fc.property(acts(), rules, (history, changed) => {
      const { room, log } = run(history, { ...changed, atLimit: 'warn' });
      for (const past of room.floor.past) expect(past.tookMs + silentMs(log, past.turn)).toBe(past.endedAt - past.startedAt);
    }), { numRuns }));

  it('[Q1] [Q2] nobody reads a question that is not approved but its asker and the moderators, nor who asked without a name but the asker', () =>
    fc.assert(fc.property(acts(), rules, fc.constantFrom(...cast), fc.constantFrom('inside' as const, 'moderating' as const), (history, changed, name, sees) => {
      const { room, log } = run(history, changed);
      const viewer: Viewer = { participantId: person(name), sees };
      const told = log.map((record) => seal(record, viewer));
      const others = room.questions.filter(({ askedBy }) => askedBy !== viewer.participantId);
      const shown = view(room, viewer).questions;
      for (const { questionId } of others.filter(({ approved }) => !approved && sees === 'inside')) {
        expect(shown.map((one) => one.questionId)).not.toContain(questionId);
        expect(told.filter((one) => 'words' in one && 'questionId' in one.data && one.data.questionId === questionId)).toEqual([]);
      }
      for (const { questionId, askedBy } of others.filter(({ anonymous }) => anonymous)) {
        expect(shown.filter((one) => one.questionId === questionId).map((one) => one.askedBy)).not.toContain(askedBy);
        for (const one of told.filter(({ data }) => 'questionId' in data && data.questionId === questionId)) {
          expect(JSON.stringify(one.data)).not.toContain(askedBy);
          if (one.type === 'QuestionAsked') expect(one.by).toBeNull();
        }
      }
    }), { numRuns }));

  it('[B15] [B17] nobody reads another’s choice or pseudonym while it is open, whose a pseudonym is, or a secret choice', () =>
    fc.assert(fc.property(acts(), rules, fc.constantFrom(...cast), fc.constantFrom('inside' as const, 'moderating' as const), (history, changed, name, sees) => {
      const { room, log } = run(history, changed);
      const viewer: Viewer = { participantId: person(name), sees };
      const told = log.map((record) => seal(record, viewer));
      const secrecyOf = (ballotId: string) => room.ballots.find((ballot) => ballot.ballotId === ballotId)?.terms.secrecy;
      const cast = told.filter((one) => one.type === 'VoteCast');
      const closed = told.filter((one) => one.type === 'BallotClosed');
      for (const { data } of cast) expect(secrecyOf(data.ballotId)).not.toBe('secret');
      for (const { data } of cast.filter(({ data: { castBy } }) => castBy !== viewer.participantId)) expect([data.choice, data.pseudonym]).toEqual([null, null]);
      for (const { data } of closed) for (const { elector, pseudonym } of data.votes) expect(secrecyOf(data.ballotId)).toBe(elector === null ? 'pseudonymous' : pseudonym === null ? 'named' : 'neither');
      for (const { data } of closed.filter(({ data: { result } }) => result === null && sees === 'inside')) expect(data.tally).toEqual({});
      const shown = view(room, viewer).ballots.flatMap(({ votes }) => Object.values(votes)).filter(({ castBy }) => castBy !== viewer.participantId);
      for (const { choice, pseudonym } of shown) expect([choice, pseudonym]).toEqual([null, null]);
      for (const ballot of room.ballots.filter(({ terms }) => terms.secrecy === 'secret')) expect(ballot.votes).toEqual({});
    }), { numRuns }));

  it('[F1] nobody waits twice in a lane, the speaker never in the normal one, turn numbers only rise, and one turn runs', () =>
    fc.assert(fc.property(acts(), rules, (history, changed) => {
      const check = ({ floor }: Room) => {
        const waiting = floor.queue.map(({ participantId, lane }) => `${participantId} ${lane}`);
        expect(new Set(waiting).size).toBe(waiting.length);
        if (floor.current?.lane === 'normal') expect(waiting).not.toContain(`${floor.current.participantId} normal`);
        for (const { clock, interpretation } of floor.interrupted) expect([clock.runningSince, interpretation?.clock.runningSince ?? null]).toEqual([null, null]);
      };
      const { room, log } = run(history, changed, check);
      check(room);
      const numbers = log.flatMap((record) => (record.type === 'TurnStarted' ? [record.data.turn] : []));
      expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    }), { numRuns }));

  it('[F26] the list holds exactly those who wait, each with its reasons, and the same room gives the same list', () =>
    fc.assert(fc.property(acts(), rules, (history, changed) => {
      const { room } = run(history, changed);
      const list = serviceOrder(room);
      expect(list.map(({ entry }) => entry.entryId).sort()).toEqual(room.floor.queue.map(({ entryId }) => entryId).sort());
      for (const { reasons } of list) expect(reasons.at(-1)?.why).toBe('raised');
      expect(serviceOrder(throughJson(room))).toEqual(list);
    }), { numRuns }));

  it('[F27] one more hand moves nobody who waits', () =>
    fc.assert(fc.property(acts(), rules, fc.subarray(policies, { maxLength: 3 }), (history, changed, order) => {
      const { room } = run([...history, { who: 'mod', verb: 0, pick: 0, afterMs: 0 }], changed);
      room.floor.order.policies = order;
      const before = entriesInOrder(room).map(({ entryId }) => entryId);
      const newcomer = { entryId: id('newcomer'), participantId: person('fay'), lane: 'normal' as const, category: null, stance: 'pro' as const, answers: null };
      apply(room, { type: 'FloorRequested', data: newcomer, words: null, by: person('fay'), at: room.lastAt, seq: 0 });
      const moved = room.floor.queue.some(({ pin }) => pin);
      const after = entriesInOrder(room).map(({ entryId }) => entryId).filter((entryId) => entryId !== newcomer.entryId);
      if (!moved) expect(after).toEqual(before);
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
