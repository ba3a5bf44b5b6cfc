import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BallotId, ParticipantId, RoomId } from '@yaji/contracts';
import { type BallotBox, type BoxedVote, type CountedBox, dataSource, postgresBallotBox } from '@yaji/persistence';
import type { DataSource } from 'typeorm';
import { BallotQueue } from '../../apps/api/src/ballot/ballot-queue.ts';
import { freshDatabase } from '../support/services.ts';

const newBallot = () => ({ ballotId: randomUUID() as BallotId, roomId: randomUUID() as RoomId });
const vote = (choice = 'yes', elector = randomUUID()): BoxedVote => ({ elector: elector as ParticipantId, tracker: randomBytes(16).toString('hex'), choice, weight: 1 });
const casts = (box: BallotBox, ballot: ReturnType<typeof newBallot>, votes: BoxedVote[]) => Promise.all(votes.map(async (one) => (await box.cast(ballot, [one]))[0]));

describe('the box of a secret ballot', () => {
  let sources: DataSource[];
  let box: BallotBox;
  let other: BallotBox;
  beforeAll(async () => {
    const url = await freshDatabase();
    sources = await Promise.all([0, 1].map(() => dataSource({ url }).initialize()));
    [box, other] = sources.map(postgresBallotBox) as [BallotBox, BallotBox];
  });
  afterAll(() => Promise.all(sources.map((source) => source.destroy())));

  it('takes each elector’s vote once, however often and wherever it is said', async () => {
    const ballot = newBallot();
    const ann = vote('yes');
    expect(await box.cast(ballot, [ann])).toEqual(['taken']);
    // Sent again because the answer was lost; a second device; another choice under the same tracker.
    expect(await other.cast(ballot, [ann])).toEqual(['taken']);
    expect(await other.cast(ballot, [{ ...vote('no'), elector: ann.elector }])).toEqual(['already']);
    expect(await other.cast(ballot, [{ ...ann, choice: 'no' }])).toEqual(['already']);
    expect(await box.cast(ballot, [{ ...vote('no'), tracker: ann.tracker }])).toEqual(['tracker-taken']);
    const bob = vote('no');
    expect(await box.cast(ballot, [bob, { ...bob, tracker: vote().tracker }, { ...vote(), tracker: bob.tracker }])).toEqual(['taken', 'already', 'tracker-taken']);
    expect((await box.count(ballot)).board.map(({ choice }) => choice).sort()).toEqual(['no', 'yes']);
  });

  it('takes one of a hundred that come at once from one elector, over two processes', async () => {
    const ballot = newBallot();
    const elector = randomUUID();
    const tried = Array.from({ length: 100 }, (_, n) => vote(n % 2 === 0 ? 'yes' : 'no', elector));
    const answers = await Promise.all(tried.map((one, n) => (n % 2 === 0 ? box : other).cast(ballot, [one])));
    expect(answers.flat().filter((answer) => answer === 'taken')).toHaveLength(1);
    expect((await box.count(ballot)).board).toHaveLength(1);
  });

  it('counts exactly what it has acknowledged, while votes and the count come at once', async () => {
    for (let round = 0; round < 12; round += 1) {
      const ballot = newBallot();
      const tried = Array.from({ length: 60 }, (_, n) => vote(['yes', 'no', 'abstain'][n % 3] ?? 'yes'));
      // Some answers are lost and the vote is said again, to the other process; the count is asked for six times, somewhere in the middle.
      const saying = tried.map(async (one, n) => {
        const [answer] = await (n % 2 === 0 ? box : other).cast(ballot, [one]);
        return n % 4 === 0 ? (await (n % 2 === 0 ? other : box).cast(ballot, [one]))[0] === 'taken' || answer === 'taken' : answer === 'taken';
      });
      const counts = Array.from({ length: 6 }, async (_, n) => {
        await Promise.race(saying.slice(0, 5 * round + n + 1));
        return (n % 2 === 0 ? box : other).count(ballot);
      });
      const taken = await Promise.all(saying);
      const [first, ...later] = await Promise.all(counts);
      for (const count of later) expect(count).toEqual(first);
      const acknowledged = tried.filter((_, n) => taken[n]);
      expect(first?.board.map(({ tracker, choice }) => `${tracker} ${choice}`).sort()).toEqual(acknowledged.map(({ tracker, choice }) => `${tracker} ${choice}`).sort());
      expect(first?.voted).toEqual(acknowledged.map(({ elector }) => elector).sort());
      expect(await box.cast(ballot, [vote()])).toEqual(['over']);
    }
  }, 60_000);

  it('[B14] takes five thousand votes in the last second, and counts those that it acknowledged', async () => {
    const ballot = newBallot();
    const queues = [box, other].map((one) => new BallotQueue(ballot, one));
    const tried = Array.from({ length: 5_000 }, (_, n) => vote(n % 2 === 0 ? 'yes' : 'no'));
    const counts: Promise<CountedBox>[] = [];
    let taken = 0;
    const said = await Promise.all(tried.map(async (one, n) => {
      const answer = await queues[n % 2]?.cast(one);
      // The count is asked for, at both processes, once a thousand are in.
      if (answer === 'taken' && (taken += 1) === 1_000) counts.push(box.count(ballot), other.count(ballot));
      return answer;
    }));
    const [first, second] = await Promise.all(counts);
    const acknowledged = tried.filter((_, n) => said[n] === 'taken').map(({ tracker, choice }) => `${tracker} ${choice}`);
    expect(second).toEqual(first);
    expect(acknowledged.length).toBeGreaterThanOrEqual(1_000);
    expect(said.filter((answer) => answer !== 'taken').every((answer) => answer === 'over')).toBe(true);
    expect(first?.board.map(({ tracker, choice }) => `${tracker} ${choice}`).sort()).toEqual(acknowledged.sort());
  }, 60_000);

  it('holds nothing by which a dump of every table joins a voter and a choice while it is open', async () => {
    const ballot = newBallot();
    const voters = Array.from({ length: 90 }, (_, n) => vote(n < 45 ? 'yes' : 'no'));
    // One after the other, the hardest case: nothing is mixed by coming together.
    for (const one of voters) await box.cast(ballot, [one]);
    const source = sources[0] as DataSource;
    const tables: { name: string }[] = await source.query("select table_name as name from information_schema.tables where table_schema = 'public'");
    const rows = (await Promise.all(tables.map(async ({ name }): Promise<{ row: Record<string, unknown> }[]> => source.query(`select to_jsonb(t) || jsonb_build_object('at', t.ctid, 'by', t.xmin) as row from "${name}" t`)))).flat().map(({ row }) => row);
    // No row of any table holds both.
    for (const row of rows) {
      const text = JSON.stringify(row);
      const named = voters.filter(({ elector }) => text.includes(elector));
      const shown = voters.filter(({ tracker }) => text.includes(tracker));
      expect(Math.min(named.length, shown.length)).toBe(0);
      if (shown.length > 0) expect(Object.keys(row).sort()).toEqual(['at', 'ballot_id', 'by', 'choice', 'id', 'position', 'tracker', 'weight']);
      if (shown.length > 0) expect(row['position']).toBeNull();
    }
    // The roll is one row: it has no order but that of the ids, which is by chance, and no transaction but the last.
    const rolls = rows.filter((row) => Array.isArray(row['voted']) && row['ballot_id'] === ballot.ballotId);
    expect(rolls).toHaveLength(1);
    expect(rolls[0]?.['voted']).toEqual(voters.map(({ elector }) => elector).sort());
    // Joining what a dump has by its order (the box as it lies, or by id; the roll as it is) guesses no better than a coin.
    const choiceOf = new Map(voters.map(({ elector, choice }) => [elector as string, choice]));
    const boxed = rows.filter((row) => row['ballot_id'] === ballot.ballotId && 'choice' in row);
    for (const order of [boxed, boxed.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))]) {
      const hits = order.filter((row, n) => choiceOf.get((rolls[0]?.['voted'] as string[])[n] ?? '') === row['choice']).length;
      // Binomial, 90 at one half: outside of 20 to 70 once in ten million.
      expect(hits).toBeGreaterThan(20);
      expect(hits).toBeLessThan(70);
    }
    // Nor does a transaction: at most the last vote shares its number with the roll, which names nobody in particular.
    expect(boxed.filter((row) => row['by'] === rolls[0]?.['by']).length).toBeLessThanOrEqual(1);
  });

  it('is written anew by chance when it is counted, and empty when it is thrown away', async () => {
    const ballot = newBallot();
    const votes = Array.from({ length: 40 }, () => vote());
    for (const one of votes) await box.cast(ballot, [one]);
    const { board } = await box.count(ballot);
    const came = votes.map(({ tracker }) => tracker);
    expect(board.map(({ tracker }) => tracker)).not.toEqual(came);
    expect(board.map(({ tracker }) => tracker).sort()).toEqual(came.toSorted());
    const lying: { tracker: string }[] = await (sources[0] as DataSource).query('select tracker from ballot_box where ballot_id = $1 order by ctid', [ballot.ballotId]);
    expect(lying.map(({ tracker }) => tracker)).toEqual(board.map(({ tracker }) => tracker));
    const gone = newBallot();
    await casts(box, gone, [vote(), vote()]);
    await box.discard(gone);
    expect(await box.count(gone)).toMatchObject({ board: [] });
    expect(await box.cast(gone, [vote()])).toEqual(['over']);
    expect(await box.board(newBallot().ballotId)).toBeNull();
  });
});
