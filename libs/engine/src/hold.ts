import type { CommandId, Recorded, RoomId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';
import type { Ask } from './decide-all.ts';
import type { Outcome } from './engine-type.ts';
import { asError } from './failures.ts';
import type { Bell } from './ports.ts';
import type { Replica } from './replica.ts';
import type { Ground } from './settle.ts';

export type Follower = (records: readonly Recorded[], room: DeepReadonly<Room>) => void;
type Waiter = { ready: (replica: Replica) => void; fail: (error: Error) => void };

/** A room that this process holds: what it knows of it, and what waits to be done with it, one thing at a time. */
export type Hold = {
  readonly roomId: RoomId;
  /** Null until it is read, and again after a failure: then it is read anew. */
  replica: Replica | null;
  /** The number up to which the followers have been told; outlives the replica. */
  toldSeq: number;
  readonly followers: Set<Follower>;
  readonly asks: Ask[];
  readonly waiters: Waiter[];
  readonly heard: Recorded[];
  /** The tail must be read before anything is decided. */
  stale: boolean;
  /** Something was heard or written since the last look at the tail. */
  lively: boolean;
  readonly underWay: Map<CommandId, { by: Ask['by']; outcome: Promise<Outcome> }>;
  work: Promise<void> | null;
  alarm: ReturnType<typeof setTimeout> | null;
  /** How many looks in a row found nobody interested. */
  idleLooks: number;
};

/** What the work on every room of an engine is done with. */
export type Rig = Ground & { bell: Bell; report: (error: Error) => void; say: (roomId: RoomId, command: Ask['command']) => Promise<Outcome> };

export const newHold = (roomId: RoomId): Hold => ({
  roomId, replica: null, toldSeq: 0, followers: new Set(), asks: [], waiters: [], heard: [], stale: false, lively: false,
  underWay: new Map(), work: null, alarm: null, idleLooks: 0,
});

export const hasWork = ({ asks, waiters, heard, stale }: Hold): boolean => asks.length > 0 || waiters.length > 0 || heard.length > 0 || stale;

export const isIdle = (hold: Hold): boolean => hold.followers.size === 0 && hold.work === null && hold.underWay.size === 0;

/** Tells the followers what they have not been told yet. A follower that throws is a bug of its own and stops nobody else. */
export function tell(hold: Hold, records: readonly Recorded[], replica: Replica, report: (error: Error) => void): void {
  const fresh = records.filter(({ seq }) => seq > hold.toldSeq);
  hold.toldSeq = replica.seq;
  if (fresh.length === 0) return;
  hold.lively = true;
  for (const follower of [...hold.followers]) {
    try {
      follower(fresh, replica.room);
    } catch (error) {
      report(asError(error));
    }
  }
}
