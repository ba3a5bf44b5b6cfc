import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Ack, BallotId, ParticipantId, RefusalCode } from '@yaji/contracts';
import { castSecretly } from './cast-secretly.ts';
import { receiptOf } from './receipts.ts';

const [ballotId, elector] = ['b' as BallotId, 'e' as ParticipantId];
const refusal = (code: RefusalCode): Ack => ({ ok: false, refusal: { code }, seq: 1 });
/** A server that answers so, one after the other. */
function server(...answers: Ack[]) {
  const said: string[] = [];
  const ask = (_: string, vote: { tracker: string }) => {
    said.push(vote.tracker);
    return Promise.resolve(answers[said.length - 1] ?? answers.at(-1));
  };
  return { said, ask: ask as Parameters<typeof castSecretly>[0] };
}

describe('a secret vote', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  beforeEach(() => {
    const kept = new Map<string, string>();
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) } });
  });
  afterEach(() => { if (before) Object.defineProperty(globalThis, 'localStorage', before); });

  it('is said again under the same number when it was not taken for a moment, and leaves its receipt', async () => {
    const { said, ask } = server(refusal('socket/unavailable'), { ok: true, seq: 1 });
    expect(await castSecretly(ask, { ballotId, elector, choice: 'yes' })).toMatchObject({ ok: true });
    expect(said).toEqual([said[0], said[0]]);
    expect(receiptOf(ballotId, elector)).toEqual({ tracker: said[0], choice: 'yes' });
  });
  it('leaves no receipt when it was refused, but that of a try before it that may be in the box', async () => {
    await castSecretly(server(refusal('ballot/over')).ask, { ballotId, elector, choice: 'yes' });
    expect(receiptOf(ballotId, elector)).toBeNull();
    await castSecretly(server(refusal('ballot/already-voted')).ask, { ballotId, elector, choice: 'yes' });
    expect(receiptOf(ballotId, elector)).toBeNull();
    const { said, ask } = server({ ok: true, seq: 1 });
    await castSecretly(ask, { ballotId, elector, choice: 'yes' });
    await castSecretly(server(refusal('ballot/already-voted')).ask, { ballotId, elector, choice: 'no' });
    expect(receiptOf(ballotId, elector)).toEqual({ tracker: said[0], choice: 'yes' });
  });
});
