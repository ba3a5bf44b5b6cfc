import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type BallotId, CommandId, type RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { DeepReadonly } from '@yaji/kit';
import type { BallotBox } from '@yaji/persistence';
import type { Log } from '@yaji/platform';
import { type Ballot, tallyOf } from '@yaji/salon';
import { every } from '../live/every.ts';
import type { LiveRoom } from '../live/live-room.ts';
import { LiveRooms } from '../live/live-rooms.ts';
import { classChannel } from '../live/seat.ts';
import { BALLOT_BOX, ENGINE, LOG } from '../ports.ts';
import { isUnavailable } from '../unavailable.ts';
import { chainOf } from './chain.ts';

/** So often is it looked whether a box is to be counted. */
const everyMs = 300;
const turnoutEveryMs = 1_000;
/** Telling takes one part in so many of this process's time: while thousands vote, each of them waits behind a broadcast to all of them. */
const partOfTime = 8;

/** The same id at every process, so that a box is counted into the log once. */
const countId = (ballotId: BallotId): CommandId => {
  const hex = createHash('sha256').update(`ballot.count ${ballotId}`).digest('hex');
  return CommandId.parse(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`);
};

/**
 * [B17] Counts the boxes of secret ballots whose voting has ended, empties those of void ones and tells how many have voted. It looks at the
 * rooms' own state, so it does not matter which process was away meanwhile, nor that several do it.
 */
@Injectable()
export class BallotRounds implements OnModuleInit, OnModuleDestroy {
  private stop: (() => void)[] = [];
  private readonly emptied = new Set<BallotId>();
  private readonly told = new Map<BallotId, { votes: number; quietUntil: number }>();

  constructor(
    private readonly rooms: LiveRooms,
    @Inject(BALLOT_BOX) private readonly box: BallotBox,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const rounds = [[everyMs, (live: LiveRoom, ballot: DeepReadonly<Ballot>) => this.end(live, ballot)], [turnoutEveryMs, (live: LiveRoom, ballot: DeepReadonly<Ballot>) => this.tellTurnout(live, ballot)]] as const;
    this.stop = rounds.map(([ms, work]) => every(ms, () => this.eachSecret(work), (err) => { this.report(err); }));
  }

  onModuleDestroy(): void {
    for (const stop of this.stop) stop();
  }

  private async eachSecret(work: (live: LiveRoom, ballot: DeepReadonly<Ballot>) => Promise<void>): Promise<void> {
    for (const live of [...this.rooms.all()]) {
      for (const ballot of live.feed.room.ballots.filter(({ terms }) => terms.secrecy === 'secret')) {
        // What fails of one is the trouble of its room, not of the others; it is tried again.
        await work(live, ballot).catch((err: unknown) => { this.report(err, live.roomId); });
      }
    }
  }

  private report(err: unknown, roomId?: RoomId): void {
    if (!isUnavailable(err)) this.log.error({ err, roomId }, 'a ballot could not be looked after');
  }

  private async end({ roomId }: LiveRoom, { ballotId, status, digest }: DeepReadonly<Ballot>): Promise<void> {
    if (status === 'counting') {
      const { board, voted } = await this.box.count({ ballotId, roomId });
      const data = { ballotId, tally: tallyOf(board), voted, digest: chainOf(ballotId, board) };
      await this.engine.handle(roomId, { type: 'ballot.count', data }, { by: null, commandId: countId(ballotId) });
    } else if (status === 'closed' && digest === null && !this.emptied.has(ballotId)) {
      await this.box.discard({ ballotId, roomId });
      this.emptied.add(ballotId);
    }
  }

  private async tellTurnout({ io, roomId }: LiveRoom, { ballotId, status }: DeepReadonly<Ballot>): Promise<void> {
    if (status !== 'open') {
      this.told.delete(ballotId);
      return;
    }
    const before = this.told.get(ballotId);
    if (before && performance.now() < before.quietUntil) return;
    const { votes } = await this.box.standing(ballotId, []);
    if (before?.votes === votes) return;
    const began = performance.now();
    io.to([classChannel(roomId, 'inside'), classChannel(roomId, 'moderating')]).emit('turnout', { ballotId, votes });
    this.told.set(ballotId, { votes, quietUntil: began + (performance.now() - began) * partOfTime });
  }
}
