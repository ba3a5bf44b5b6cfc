import type { Ack, BallotId, ParticipantId } from '@yaji/contracts';
import type { Live } from '../../live/live-client.ts';
import { dropReceipt, keepReceipt, receiptOf } from './receipts.ts';

/** 128 random bits as hexadecimal digits, made here so that no server gives two voters the same. */
const newTracker = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const againMs = 1_000;
const givenUpMs = 60_000;
/** What may have been written although nobody heard so: it is said again with the same number. */
const isLost = (ack: Ack | null): boolean => ack === null || (!ack.ok && ack.refusal.code === 'socket/unavailable');

type Vote = { ballotId: BallotId; elector: ParticipantId; choice: string };

/**
 * Casts a secret vote. The receipt is kept before anything is sent, so that it is not lost with an answer; where the vote was refused for
 * good it is thrown away; but where an earlier try may be in the box, its own is kept. Answers null when no server answered for a minute: the same vote may be cast again.
 */
export async function castSecretly(ask: Live['ask'], { ballotId, elector, choice }: Vote): Promise<Ack | null> {
  const before = receiptOf(ballotId, elector);
  const tracker = before?.choice === choice ? before.tracker : newTracker();
  keepReceipt(ballotId, elector, { tracker, choice });
  const until = Date.now() + givenUpMs;
  let ack: Ack | null;
  do {
    ack = await ask('vote', { ballotId, elector, choice, tracker }).catch(() => null);
    if (isLost(ack)) await new Promise((resolve) => { setTimeout(resolve, againMs); });
  } while (isLost(ack) && Date.now() < until);
  if (ack && !ack.ok && !isLost(ack)) {
    if (ack.refusal.code === 'ballot/already-voted' && before) keepReceipt(ballotId, elector, before);
    else dropReceipt(ballotId, elector);
  }
  return ack;
}
