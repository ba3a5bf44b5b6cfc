import type { BallotId, BoardLine, ParticipantId, RoomId } from '@yaji/contracts';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { emptyBox, fill, lockRoll, makeRoll, readBox, readRoll, rewrite, roll, seal, shuffledIds, trackersKnown } from './statements.ts';

/** A vote as it goes into the box; the elector goes into the roll, and nothing joins the two. */
export type BoxedVote = BoardLine & { elector: ParticipantId };
/** `already`: this elector has voted; `tracker-taken`: the number is another vote's; `over`: the box has been counted. */
export type Cast = 'taken' | 'already' | 'tracker-taken' | 'over';
/** `board`: in the order of the bulletin board, which is by chance. */
export type CountedBox = { board: BoardLine[]; voted: ParticipantId[] };

export type BallotBox = {
  /** Puts votes into the box, all in one transaction and in an order by chance. A vote that is there already, with its tracker, is taken as before. */
  cast(ballot: { ballotId: BallotId; roomId: RoomId }, votes: readonly BoxedVote[]): Promise<Cast[]>;
  /** Ends the box: from now on nothing is taken. Said again it answers the same. */
  count(ballot: { ballotId: BallotId; roomId: RoomId }): Promise<CountedBox>;
  /** Ends it, and throws away what is in it. */
  discard(ballot: { ballotId: BallotId; roomId: RoomId }): Promise<void>;
  /** Who of these has voted, and how many in all. */
  standing(ballotId: BallotId, electors: readonly ParticipantId[]): Promise<{ voted: ParticipantId[]; votes: number }>;
  /** The board of a counted box, and whose room it is; null while there is none. */
  board(ballotId: BallotId): Promise<(CountedBox & { roomId: RoomId }) | null>;
  roomOf(ballotId: BallotId): Promise<RoomId | null>;
};

type Roll = { room_id: RoomId; voted: ParticipantId[]; counted: boolean };
type Ballot = { ballotId: BallotId; roomId: RoomId };

/** The boxes of secret ballots in Postgres. Rules: docs/ballots.md. */
export function postgresBallotBox(source: DataSource): BallotBox {
  const pool = poolOf(source);
  const locked = <T>({ ballotId, roomId }: Ballot, work: (client: PoolClient, known: Roll) => Promise<T>): Promise<T> => inTransaction(pool, async (client) => {
    await client.query(makeRoll, [ballotId, roomId]);
    const { rows: [known] } = await client.query<Roll>(lockRoll, [ballotId]);
    if (!known) throw new Error('a roll that was just made is gone');
    return work(client, known);
  });
  return {
    cast: (ballot, votes) => locked(ballot, (client, known) => castAll(client, ballot, { known, votes })),
    count: (ballot) => locked(ballot, (client, known) => countAll(client, ballot, known)),
    discard: (ballot) => locked(ballot, async (client) => {
      await client.query(seal, [ballot.ballotId]);
      await client.query(emptyBox, [ballot.ballotId]);
    }),
    async standing(ballotId, electors) {
      const { rows: [known] } = await pool.query<Roll>(readRoll, [ballotId]);
      const voted = new Set(known?.voted);
      return { voted: electors.filter((elector) => voted.has(elector)), votes: voted.size };
    },
    async board(ballotId) {
      const { rows: [known] } = await pool.query<Roll>(readRoll, [ballotId]);
      return known?.counted ? { roomId: known.room_id, voted: known.voted, board: (await pool.query<BoardLine>(readBox, [ballotId])).rows } : null;
    },
    async roomOf(ballotId) {
      const { rows: [known] } = await pool.query<Roll>(readRoll, [ballotId]);
      return known?.room_id ?? null;
    },
  };
}

type Casting = { known: Roll; votes: readonly BoxedVote[] };

async function castAll(client: PoolClient, { ballotId }: Ballot, { known, votes }: Casting): Promise<Cast[]> {
  if (known.counted) return votes.map(() => 'over');
  const { rows } = await client.query<BoardLine>(trackersKnown, [ballotId, votes.map(({ tracker }) => tracker)]);
  const boxed = new Map(rows.map((line) => [line.tracker, line.choice]));
  const voted = new Set(known.voted);
  const fresh: BoxedVote[] = [];
  const answers = votes.map((vote): Cast => {
    const before = boxed.get(vote.tracker);
    if (voted.has(vote.elector)) return before === vote.choice ? 'taken' : 'already';
    if (before !== undefined) return 'tracker-taken';
    voted.add(vote.elector);
    boxed.set(vote.tracker, vote.choice);
    fresh.push(vote);
    return 'taken';
  });
  if (fresh.length > 0) {
    await client.query(fill, [ballotId, JSON.stringify(fresh.map(({ tracker, choice, weight }) => ({ tracker, choice, weight })))]);
    await client.query(roll, [ballotId, [...voted].sort()]);
  }
  return answers;
}

/** The rows are written anew in an order by chance, so that the old one is not left where they lie. */
async function countAll(client: PoolClient, { ballotId }: Ballot, known: Roll): Promise<CountedBox> {
  if (!known.counted) {
    await client.query(seal, [ballotId]);
    const { rows } = await client.query<{ ids: string[] | null }>(shuffledIds, [ballotId]);
    await client.query(rewrite, [ballotId, rows[0]?.ids ?? []]);
  }
  return { board: (await client.query<BoardLine>(readBox, [ballotId])).rows, voted: known.voted };
}
