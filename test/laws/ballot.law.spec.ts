import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { AnyCommand, BallotTerms, CommandId, RoomId } from '@yaji/contracts';
import { createEngine, jobsOf, memoryBell, memoryEventStore, type Engine, type Outcome } from '@yaji/engine';
import fc from 'fast-check';
import { ballot, enters, id, moves, opensVote, person, seconds } from '../../libs/salon/test/voting.ts';
import { opens } from '../../libs/salon/test/steps.ts';

const voters = ['ann', 'bob', 'cat', 'mod', 'own', 'dan', 'eve', 'fay'] as const;
const choices = ['yes', 'no', 'abstain'] as const;

/** What a voter tries. `lost`: the vote never arrives; `unheard`: its acknowledgement is lost, so the page sends it again, perhaps to the other process. */
type Try = { voter: (typeof voters)[number]; choice: (typeof choices)[number]; fate: 'heard' | 'lost' | 'unheard'; node: number };
const tries = fc.array(fc.record<Try>({ voter: fc.constantFrom(...voters), choice: fc.constantFrom(...choices), fate: fc.constantFrom('heard', 'lost', 'unheard'), node: fc.nat(1) }), { minLength: 1, maxLength: 24 });
const plan = fc.record({ tries, closesAfter: fc.nat(26), secrecy: fc.constantFrom<BallotTerms['secrecy']>('named', 'pseudonymous') });

const weightOf = (voter: string): number => (voter < 'cat' ? 1 : 2);
const electors = voters.map((voter) => ({ participantId: person(voter), weight: weightOf(voter) }));

async function vote({ tries: attempts, closesAfter, secrecy }: { tries: Try[]; closesAfter: number; secrecy: BallotTerms['secrecy'] }): Promise<void> {
  const store = memoryEventStore();
  const bell = memoryBell();
  const roomId = randomUUID() as RoomId;
  const [one, other] = [0, 1].map(() => createEngine({ store, bell, now: Date.now, jobsOf, report: (error) => { throw error; } })) as [Engine, Engine];
  const engines: Engine[] = [one, other];
  const say = (node: number, by: string | null, command: AnyCommand, commandId: CommandId): Promise<Outcome> =>
    (engines[node % 2] ?? one).handle(roomId, command, { by: by === null ? null : person(by), commandId });
  const first = [opens(), ...voters.map((voter) => enters(voter))];
  for (const [n, { command }] of first.entries()) await say(0, null, command, id(`first${n}`));
  // All of one weight where names are not told (B16).
  await say(0, 'mod', { type: 'electorate.set', data: { electors: secrecy === 'named' ? electors : electors.map((elector) => ({ ...elector, weight: 2 })) } }, id('register'));
  for (const step of [moves(), seconds(), opensVote({ secrecy, base: 'cast' })]) expect(await say(0, step.by, step.command, step.commandId)).toMatchObject({ ok: true });

  const close = () => Promise.all([0, 1].map((node) => say(node, node === 0 ? 'mod' : 'own', { type: 'ballot.close', data: { ballotId: id(ballot) } }, randomUUID() as CommandId)));
  const accepted = new Map<string, string>();
  const attempt = async ({ voter, choice, fate, node }: Try, n: number): Promise<void> => {
    if (fate === 'lost') return;
    const command = { type: 'ballot.vote' as const, data: { ballotId: id(ballot), elector: person(voter), choice } };
    let answer = await say(node, voter, command, id(`try${n}`));
    if (fate === 'unheard') {
      const again = await say(node + 1, voter, command, id(`try${n}`));
      expect(again.ok).toBe(answer.ok);
      answer = again;
    }
    if (!answer.ok) {
      expect(['ballot/already-voted', 'ballot/over']).toContain(answer.refusal.code);
      return;
    }
    expect(accepted.has(voter)).toBe(false);
    accepted.set(voter, choice);
  };
  await Promise.all([...attempts.map((one, n) => (n === closesAfter ? close().then(() => attempt(one, n)) : attempt(one, n)))]);
  await close();

  const { room } = await one.now(roomId);
  const closed = room.ballots[0];
  const tally: Record<string, number> = {};
  for (const [voter, choice] of accepted) tally[choice] = (tally[choice] ?? 0) + (secrecy === 'named' ? weightOf(voter) : 2);
  expect(closed?.tally).toEqual(tally);
  expect(closed?.published.map(({ choice }) => choice).sort()).toEqual([...accepted.values()].sort());
  expect((await store.read(roomId, 0)).filter(({ type }) => type === 'BallotClosed')).toHaveLength(1);
  await Promise.all(engines.map((engine) => engine.close()));
}

describe('the tally', () => {
  it('[B10] [B14] is the multiset of accepted votes, whatever was lost, sent again, sent twice or came late', () =>
    fc.assert(fc.asyncProperty(plan, vote), { numRuns: 1_000 }), 120_000);
});
