import type { AnyCommand, CommandId, ParticipantId, Recorded, Refusal } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { apply, decide, type Room } from '@yaji/salon';
import type { Outcome } from './engine-type.ts';
import { asError } from './failures.ts';
import { scratchOf, type Replica } from './replica.ts';

/** A command on its way, with whoever waits for the answer. */
export type Ask = {
  command: AnyCommand; by: ParticipantId | null; commandId: CommandId;
  answer: (outcome: Outcome) => void; fail: (error: Error) => void;
};

/** What became of a command at number `seq`: records to write (perhaps none), or a refusal. */
export type Decided = { ask: Ask; at: number; records: readonly Recorded[]; refusal: Refusal | null };

/**
 * Decides commands one after another, each against what the ones before it will have made of the room.
 * A command on which `decide` throws fails alone.
 */
export function decideAll(asks: readonly Ask[], replica: Replica, now: number): Decided[] {
  const [lone, second] = asks;
  if (lone && !second) return decideOne(lone, replica, now);
  const scratch = scratchOf(replica);
  return asks.flatMap((ask) => {
    const decided = decideOne(ask, scratch, now);
    for (const record of decided.flatMap(({ records }) => records)) {
      apply(scratch.room, record);
      scratch.seq = record.seq;
    }
    return decided;
  });
}

function decideOne(ask: Ask, { seq, room }: { seq: number; room: DeepReadonly<Room> }, now: number): Decided[] {
  const { command, by, commandId } = ask;
  // The clocks of two nodes differ; a log never runs back.
  const at = Math.max(now, room.lastAt);
  try {
    const verdict = decide(room, command, { by, at, commandId });
    if (!verdict.ok) return [{ ask, at, records: [], refusal: verdict.error }];
    const records = verdict.value.map((event, index): Recorded => ({ ...event, at, by, seq: seq + 1 + index }));
    return [{ ask, at, records, refusal: null }];
  } catch (error) {
    ask.fail(asError(error));
    return [];
  }
}

export const outcomeOf = ({ records, refusal }: Decided, head: number): Outcome =>
  refusal ? { ok: false, refusal, seq: head } : { ok: true, seq: records.at(-1)?.seq ?? head, records };

/** The answer to a command that is in the log already. An id taken by somebody else's command is no resend. */
export const outcomeBefore = (ask: Ask, records: readonly Recorded[], head: number): Outcome =>
  records.some(({ by }) => by !== ask.by)
    ? { ok: false, refusal: { code: 'contract/invalid' }, seq: head }
    : { ok: true, seq: records.at(-1)?.seq ?? head, records };

