import { describe, expect, it } from '@jest/globals';
import { apply } from '@yaji/salon';
import { play, scene, says } from '../../salon/test/given.ts';
import { absorb, emptyReplica, scratchOf } from './replica.ts';

const { log } = play([...scene(), says('ann', 'floor.request', {}), says('mod', 'floor.grantNext', { afterTurn: 0 }), says('mod', 'floor.extend', { turn: 1, byMs: 60_000 })]);

describe('a replica', () => {
  it('takes over what follows, passes over what it knows, and takes nothing on a gap', () => {
    const replica = emptyReplica();
    expect(absorb(replica, log.slice(0, 4))).toHaveLength(4);
    expect(absorb(replica, log.slice(5))).toBeNull();
    expect(replica.seq).toBe(4);
    expect(absorb(replica, log)).toEqual(log.slice(4));
    expect(replica.seq).toBe(log.length);
  });

  it('keeps its scratch in step, whether that ran ahead or not', () => {
    const replica = emptyReplica();
    const [before, after] = [log.slice(0, -2), log.slice(-2)];
    absorb(replica, before.slice(0, 3));
    const scratch = scratchOf(replica);
    absorb(replica, before);
    expect(scratch).toEqual({ seq: replica.seq, room: replica.room });
    for (const record of after) {
      apply(scratch.room, record);
      scratch.seq = record.seq;
    }
    absorb(replica, after);
    expect(scratchOf(replica)).toBe(scratch);
    expect(scratch.room).toEqual(replica.room);
  });
});
