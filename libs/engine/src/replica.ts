import type { Recorded } from '@yaji/contracts';
import { apply, emptyRoom, follow, type Room } from '@yaji/salon';

/**
 * A room as far as this process has read its log. `scratch` runs ahead of it while several commands are decided that are not yet
 * committed; it is made when first needed and kept, because copying a large room costs more than applying to two.
 */
export type Replica = { seq: number; room: Room; scratch: { seq: number; room: Room } | null };

export const emptyReplica = (): Replica => ({ seq: 0, room: emptyRoom(), scratch: null });

/** Takes over what is committed; what was already known is passed over. Answers the fresh records, or null on a gap (nothing was taken). */
export function absorb(replica: Replica, records: readonly Recorded[]): readonly Recorded[] | null {
  const step = follow(replica.seq, records);
  if ('fetchAfter' in step) return null;
  const { scratch } = replica;
  for (const record of step.apply) {
    apply(replica.room, record);
    replica.seq = record.seq;
    if (scratch?.seq === record.seq - 1) {
      apply(scratch.room, record);
      scratch.seq = record.seq;
    }
  }
  return step.apply;
}

/** A copy of the room that may run ahead. */
export function scratchOf(replica: Replica): { seq: number; room: Room } {
  if (replica.scratch?.seq !== replica.seq) replica.scratch = { seq: replica.seq, room: structuredClone(replica.room) };
  return replica.scratch;
}
